#include "running.h"
#include "simulation/engine.h"
#include "simulation/profile_clock.h"
#include "theory/confidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <vector>

namespace loadframe {
namespace {

using namespace literals;

// ── the profile's clock ──

std::vector<Profile> profiles() {
  return {Profile{},
          ramp(0, 3, 20_s),
          ramp(2, 0.5, 7_s),
          spike(5, 3_s, 2_s),
          steps({{1_s, 0.5}, {2_s, 0}, {4_s, 7}, {10_s, 1}}),
          line({{1_s, 0}, {5_s, 4}, {6_s, 0}, {8_s, 0}, {9_s, 2}}),
          diurnal(0.4, 12_s),
          diurnal(1, 3_s)};
}

TEST(ProfileClock, GoesAsFarAsTheIntegralOfTheFactor) {
  for (const Profile& profile : profiles()) {
    const ProfileClock clock(profile);
    for (const Duration from : {0_s, 1_s + 500_ms, 5_s, 23_s})
      for (const Duration length : {1_ms, 900_ms, 11_s}) {
        constexpr int parts = 100'000;  // the midpoint rule, whose error at each of some jumps is below one part
        double sum = 0;
        const double part = static_cast<double>(length.nanoseconds) / parts;
        for (int i = 0; i < parts; ++i) sum += part * clock.factor(from.nanoseconds + std::llround((i + 0.5) * part));
        EXPECT_NEAR(clock.amount(from.nanoseconds, (from + length).nanoseconds), sum, 20 * part)
            << to_text(profile) << " from " << to_text(from) << " for " << to_text(length);
      }
  }
}

TEST(ProfileClock, TellsWhenItWillHaveGoneSoFar) {
  for (const Profile& profile : profiles()) {
    const ProfileClock clock(profile);
    for (const Duration from : {0_s, 1_s + 500_ms, 2_s + 1_ms, 5_s, 23_s})
      for (const double amount : {1.0, 1e3, 1e6, 7.7e8, 3e9, 1.1e10, 9e10}) {
        const double time = clock.time_ahead(from.nanoseconds, amount);
        ASSERT_TRUE(std::isfinite(time)) << to_text(profile);
        const std::int64_t then = from.nanoseconds + std::llround(time);
        // Rounding the time to a nanosecond, or three, makes so much of a difference.
        EXPECT_NEAR(clock.amount(from.nanoseconds, then), amount, 3 * clock.largest_factor() + 1e-9 * amount)
            << to_text(profile) << " from " << to_text(from);
      }
  }
}

TEST(ProfileClock, NeverGetsThereIfTheFactorStaysZero) {
  const ProfileClock clock(ramp(1, 0, 10_s));
  EXPECT_NEAR(clock.time_ahead(0, 4.9e9), 10e9 * (1 - std::sqrt(0.02)), 1);
  EXPECT_TRUE(std::isinf(clock.time_ahead(0, 5.1e9)));
  EXPECT_TRUE(std::isinf(clock.time_ahead(std::int64_t{20'000'000'000}, 1)));
}

TEST(ProfileClock, IsLookedAtAgainLaterAndWhereItJumps) {
  for (const Profile& profile : profiles()) {
    const ProfileClock clock(profile);
    for (std::int64_t now = 0; now < 30'000'000'000; now += 77'777'777) EXPECT_GT(clock.next_look(now), now);
  }
  EXPECT_EQ(ProfileClock(spike(5, 3_s, 2_s)).next_look(0), 3'000'000'000);
  EXPECT_EQ(ProfileClock(spike(5, 3_s, 2_s)).next_look(3'000'000'000), 5'000'000'000);
}

// ── arrivals ──

/// Users and a server that answers at once.
struct Crowd : Drawing {
  ComponentId users;
  explicit Crowd(const UsersSettings& settings) {
    users = add("users", settings);
    wire(users, add("server", shared_processor(constant({}), 64)));
  }
};

UsersSettings open_loop(double rate, const Profile& profile = {}, Spacing spacing = Spacing::poisson) {
  UsersSettings users = arrivals(rate);
  users.profile = profile;
  users.spacing = spacing;
  return users;
}

UsersSettings bursts(double rate, double factor, double share, Duration length) {
  UsersSettings users = open_loop(rate, {}, Spacing::bursty);
  users.burst_factor = factor;
  users.burst_share = {share};
  users.burst_length = length;
  return users;
}

/// Requests begun in each interval of that length.
std::vector<double> counts(const UsersSettings& settings, std::uint64_t seed, Duration interval, int intervals) {
  const Crowd crowd(settings);
  Simulation run(crowd.architecture, {seed}, {.sampling_interval = hours(24), .warm_up = {}});
  std::vector<double> result;
  std::uint64_t before = 0;
  for (int i = 1; i <= intervals; ++i) {
    run.run_until(interval * i);
    result.push_back(static_cast<double>(run.statistics().begun - before));
    before = run.statistics().begun;
  }
  return result;
}

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

/// Variance over mean.
double dispersion(const std::vector<double>& values) {
  const double mean = sum_of(values) / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1) / mean;
}

TEST(OpenLoop, ComesAtTheRateOfItsProfile) {
  // 0 to 2 in 10 s, then 0.5: over 5 s each the factor's integral is 2.5, 7.5, 2.5, 2.5.
  const Profile profile = line({{0_s, 0}, {10_s, 2}, {10_s + microseconds(1), 0.5}});
  for (const Spacing spacing : {Spacing::poisson, Spacing::regular, Spacing::renewal, Spacing::bursty}) {
    UsersSettings users = open_loop(400, profile, spacing);
    users.spacing_cv = 0.5;
    users.burst_length = 4_ms;
    for (const auto& [interval, expected] : {std::pair{0, 1000.0}, std::pair{1, 3000.0}, std::pair{3, 1000.0}}) {
      SCOPED_TRACE(static_cast<int>(spacing));
      const auto measure = [&, interval = interval](std::uint64_t seed) {
        return counts(users, seed, 5_s, 4)[static_cast<std::size_t>(interval)];
      };
      if (spacing == Spacing::regular) {
        EXPECT_NEAR(measure(1), expected, 1);
      } else {
        expect_agreement(expected, measure, 0.1);
      }
    }
  }
}

TEST(OpenLoop, FollowsTheDayExactly) {
  // Over half a period the factor's integral is period/2 + amplitude · period/π.
  const UsersSettings users = open_loop(100, diurnal(0.8, 20_s), Spacing::regular);
  const auto halves = counts(users, 1, 10_s, 4);
  for (const std::size_t i : {0u, 2u}) {
    EXPECT_NEAR(halves[i], 1000 + 100 * 0.8 * 20 / 3.14159265, 1);
    EXPECT_NEAR(halves[i + 1], 1000 - 100 * 0.8 * 20 / 3.14159265, 1);
  }
}

TEST(OpenLoop, StopsAndGoesOnWithItsProfile) {
  for (const Spacing spacing : {Spacing::poisson, Spacing::regular, Spacing::renewal, Spacing::bursty}) {
    const auto seconds_of =
        counts(open_loop(500, steps({{0_s, 1}, {2_s, 0}, {5_s, 1}, {7_s, 0}}), spacing), 1, 1_s, 20);
    for (const std::size_t i : {2u, 3u, 4u, 7u, 8u, 19u}) EXPECT_EQ(seconds_of[i], 0) << i;
    EXPECT_GT(sum_of(seconds_of), 300) << static_cast<int>(spacing);
    EXPECT_GT(seconds_of[5] + seconds_of[6], 100) << static_cast<int>(spacing);
  }
}

TEST(OpenLoop, OfPoissonArrivalsIsAsDispersedAsItsMean) {
  expect_agreement(
      1, [](auto seed) { return dispersion(counts(open_loop(100), seed, 500_ms, 400)); }, 0.1);
}

TEST(OpenLoop, OfRegularArrivalsIsNotDispersed) {
  EXPECT_LT(dispersion(counts(open_loop(97, {}, Spacing::regular), 1, 1_s, 100)), 0.02);
}

TEST(OpenLoop, OfARenewalProcessIsDispersedByItsSquaredVariation) {
  // For counts over t of a stationary renewal process with gamma gaps: cv² + (1 - cv⁴)/(6 λ t).
  for (const double cv : {0.5, 2.0}) {
    UsersSettings users = open_loop(100, {}, Spacing::renewal);
    users.spacing_cv = cv;
    expect_agreement(
        cv * cv + (1 - std::pow(cv, 4)) / 600, [&](auto seed) { return dispersion(counts(users, seed, 1_s, 400)); },
        0.12);
  }
}

TEST(OpenLoop, InBurstsHasItsMeanRate) {
  expect_agreement(20'000, [](auto seed) { return sum_of(counts(bursts(100, 4, 0.2, 20_ms), seed, 200_s, 1)); });
  // As strong as can be: nothing comes between bursts.
  expect_agreement(20'000, [](auto seed) { return sum_of(counts(bursts(100, 1000, 0.2, 20_ms), seed, 200_s, 1)); });
}

TEST(OpenLoop, InBurstsIsDispersedLikeMMPP2) {
  // Heffes & Lucantoni (1986), equation 10: counts over t of an MMPP with rates l1, l2 and phase changes s1, s2.
  constexpr double l1 = 4 * 50;
  constexpr double l2 = 50 * (1 - 0.2 * 4) / 0.8;
  constexpr double s1 = 1 / 0.1;
  constexpr double s2 = 1 / 0.4;
  constexpr double s = s1 + s2;
  for (const double window : {0.1, 1.0}) {
    const double limit = 2 * s1 * s2 * (l1 - l2) * (l1 - l2) / (s * s * (l1 * s2 + l2 * s1));
    const double expected = 1 + limit * (1 - (1 - std::exp(-s * window)) / (s * window));
    expect_agreement(
        expected,
        [&](auto seed) {
          return dispersion(counts(bursts(50, 4, 0.2, 100_ms), seed, duration_from_seconds(window), 800));
        },
        0.12);
  }
}

TEST(OpenLoop, InBurstsFarShorterThanItsGapsHasItsMeanRate) {
  expect_agreement(
      300, [](auto seed) { return sum_of(counts(bursts(0.1, 5, 0.1, 1_ms), seed, 3000_s, 1)); }, 0.1);
}

TEST(Traffic, IsTheSameInACopy) {
  for (const Spacing spacing : {Spacing::renewal, Spacing::bursty}) {
    const Crowd crowd(open_loop(300, diurnal(0.7, 5_s), spacing));
    Simulation run(crowd.architecture);
    run.run_until(3_s + 333_ms);
    Simulation copy = run;
    run.run_until(20_s);
    for (int i = 0; i < 60; ++i) copy.run_until(4_s + milliseconds(i * 260));
    copy.run_until(20_s);
    EXPECT_EQ(run.statistics().begun, copy.statistics().begun);
    ASSERT_EQ(run.recording().samples.size(), copy.recording().samples.size());
    for (std::size_t i = 0; i < run.recording().samples.size(); ++i)
      EXPECT_EQ(run.recording().samples[i]->outcomes.count, copy.recording().samples[i]->outcomes.count) << i;
  }
}

TEST(Traffic, TakesANewProfileAtOnce) {
  for (const Spacing spacing : {Spacing::poisson, Spacing::regular, Spacing::renewal, Spacing::bursty}) {
    UsersSettings users = open_loop(1000, steps({{0_s, 1e-6}}), spacing);
    users.burst_factor = 1;
    Crowd crowd(users);
    Simulation run(crowd.architecture);
    run.run_until(10_s);
    const auto before = run.statistics().begun;
    EXPECT_LT(before, 60u);
    crowd.settings<UsersSettings>(crowd.users).profile = steps({{0_s, 3}});
    run.adopt(crowd.architecture);
    run.run_until(11_s);
    EXPECT_NEAR(static_cast<double>(run.statistics().begun - before), 3000, 6 * 2 * 55) << static_cast<int>(spacing);
  }
}

TEST(Traffic, ThatIsChangedAgainAndAgainStillComes) {
  for (const Spacing spacing : {Spacing::regular, Spacing::renewal}) {
    UsersSettings users = open_loop(1, {}, spacing);
    users.spacing_cv = 0.1;
    const Crowd crowd(users);
    Simulation run(crowd.architecture);
    for (int i = 1; i <= 200; ++i) {
      run.act({ActionKind::load, {}, 1});
      run.run_until(milliseconds(100) * i);
    }
    EXPECT_NEAR(static_cast<double>(run.statistics().begun), 20, 1);
  }
}

TEST(ClosedLoop, HasThePopulationOfItsProfile) {
  for (const Law& think : {exponential(1_s), constant(1_s), Law{LawShape::gamma, 1_s, 0.5}}) {
    UsersSettings users;
    users.arrivals = Arrivals::closed;
    users.population = 400;
    users.think_time = think;
    users.timeout = {};
    users.profile = steps({{0_s, 1}, {11_s, 3}, {22_s, 0.5}, {33_s, 0}});
    const auto fives = counts(users, 1, 5_s, 8);
    // Intervals within a step, after all that think have come to know of it: N users send N/Z.
    for (const auto& [place, expected] : {std::pair{1u, 2000.0}, std::pair{3u, 6000.0}, std::pair{5u, 1000.0}})
      EXPECT_NEAR(fives[place], expected, 4 * std::sqrt(expected) + 1) << to_text(think) << " " << place;
    EXPECT_EQ(fives[7], 0);
  }
}

TEST(ClosedLoop, GrowsAlongARamp) {
  UsersSettings users;
  users.arrivals = Arrivals::closed;
  users.population = 1000;
  users.think_time = exponential(1_s);
  users.profile = ramp(0, 2, 20_s);
  expect_agreement(
      10'000, [&](auto seed) { return counts(users, seed, 10_s, 2)[1] - counts(users, seed, 10_s, 1)[0]; }, 0.05);
}

TEST(Traffic, NeverStopsTheClockHoweverLarge) {
  for (const Spacing spacing : {Spacing::poisson, Spacing::regular, Spacing::renewal, Spacing::bursty}) {
    UsersSettings users = bursts(1e7, 1000, 0.001, 1_ms);
    users.spacing = spacing;
    users.spacing_cv = 10;
    users.profile = steps({{0_s, largest_factor}});
    const Crowd crowd(users);
    Simulation run(crowd.architecture);
    run.act({ActionKind::load, {}, 1000});
    EXPECT_TRUE(run.run_until(microseconds(1), 100'000)) << static_cast<int>(spacing);
    EXPECT_EQ(run.now(), microseconds(1));
  }
}

// ── who asks, and for what ──

TEST(Users, AreAsManyAsTheyAreAndEachAsksForAllThatFollows) {
  Drawing drawing;
  UsersSettings users = arrivals(2000);
  users.distinct_users = 7;
  ServerSettings slow = shared_processor(constant({}));
  slow.wait_time = constant(1_s);
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  const ComponentId crowd = drawing.add("users", users);
  const ComponentId balancer = drawing.add("lb", LoadBalancerSettings{});
  drawing.wire(crowd, balancer);
  drawing.wire(balancer, web);
  drawing.wire(web, drawing.add("back", slow));
  engine::Engine engine(drawing.architecture, {1}, {});
  engine.run_until(500'000'000, 1'000'000);
  std::map<std::uint32_t, int> calls_of;
  for (std::uint32_t i = 0; i < engine.calls.size(); ++i) {
    const engine::Call& call = engine.calls[i];
    if (call.phase == engine::Phase::free || call.purpose != engine::Purpose::request) continue;
    ++calls_of[call.user];
    if (call.parent != engine::none) {
      EXPECT_EQ(call.user, engine.calls[call.parent].user);
    }
  }
  ASSERT_EQ(calls_of.size(), 7u);
  for (const auto& [user, calls] : calls_of) EXPECT_NEAR(calls, 3 * 1000 / 7.0, 3 * 60);
}

double share_of_first(Client client, ResponseKind first, ResponseKind second) {
  UsersSettings users = arrivals(1000);
  users.client = client;
  Crowd crowd(users);
  RequestClassSettings one;
  one.response = first;
  RequestClassSettings other;
  other.response = second;
  crowd.request_class("one", one);
  crowd.request_class("other", other);
  Simulation run(crowd.architecture);
  run.run_until(5_s);
  const auto& classes = run.statistics().classes;
  const auto asked = [&](std::size_t i) { return static_cast<double>(classes[i].requests.outcomes.all()); };
  return asked(0) / (asked(0) + asked(1));
}

TEST(Clients, AskForWhatTheyCanShow) {
  EXPECT_EQ(share_of_first(Client::web, ResponseKind::html, ResponseKind::json), 1);
  EXPECT_EQ(share_of_first(Client::mobile, ResponseKind::html, ResponseKind::json), 0);
  EXPECT_NEAR(share_of_first(Client::any, ResponseKind::html, ResponseKind::json), 0.5, 0.03);
  EXPECT_NEAR(share_of_first(Client::web, ResponseKind::html, ResponseKind::asset), 0.5, 0.03);
  EXPECT_NEAR(share_of_first(Client::mobile, ResponseKind::json, ResponseKind::asset), 0.5, 0.03);
  EXPECT_NEAR(share_of_first(Client::web, ResponseKind::json, ResponseKind::json), 0.5, 0.03) << "nothing fits: all";
}

}  // namespace
}  // namespace loadframe
