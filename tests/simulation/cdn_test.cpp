#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

/// Users at a CDN with a slow origin; they ask for assets of 1 MB.
struct Edge : Drawing {
  ComponentId users;
  ComponentId cdn;
  ComponentId origin = add("origin", shared_processor(constant({})));
  LinkId to_origin;

  explicit Edge(double rate, std::int64_t places = 1, std::int64_t keys = 100) {
    users = add("users", arrivals(rate));
    CdnSettings settings;
    settings.points_of_presence = places;
    settings.lookup_time = constant(1_ms);
    cdn = add("cdn", settings);
    this->settings<ServerSettings>(origin).wait_time = constant(100_ms);
    wire(users, cdn);
    to_origin = wire(cdn, origin);
    RequestClassSettings asked;
    asked.response = ResponseKind::asset;
    asked.keys = keys;
    asked.popularity = Popularity::uniform;
    asked.size = bytes(1'000'000);
    request_class("asset", asked);
  }

  std::uint64_t fetches(const Simulation& run) const { return of(run.statistics(), to_origin).begun; }
};

TEST(Cdn, FetchesEachObjectOnce) {
  const Edge drawing(500);
  Simulation run(drawing.architecture);
  run.run_until(30_s);
  EXPECT_EQ(drawing.fetches(run), 100u);
  const Statistics statistics = run.statistics();
  EXPECT_EQ(statistics.requests.outcomes.failed(), 0u);
  EXPECT_LT(statistics.requests.latency.quantile(0.9), 2_ms);
  EXPECT_LE(statistics.requests.latency.max(), 102_ms);
  EXPECT_GT(of(statistics, drawing.cdn).coalesced, 10u);
}

TEST(Cdn, FetchesEachObjectOnceForEachPlace) {
  const Edge drawing(2000, 5, 20);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  EXPECT_EQ(drawing.fetches(run), 5u * 20);
}

TEST(Cdn, GoesOnAnsweringWhatItHoldsWhenTheOriginIsDead) {
  const Edge drawing(500);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  run.act(action(ActionKind::kill, drawing.origin));
  run.run_until(40_s);
  EXPECT_EQ(outcomes_between(run, 20_s, 40_s).failed(), 0u);
  run.act(action(ActionKind::flush, drawing.cdn));
  run.run_until(60_s);
  EXPECT_EQ(outcomes_between(run, 41_s, 60_s).ok(), 0u);
}

TEST(Cdn, GivesAFailedFetchToAllWhoWaitForIt) {
  Edge drawing(500, 1, 1);
  drawing.settings<CdnSettings>(drawing.cdn).timeout = 2_s;
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::hang, drawing.origin));
  run.run_until(20_s);
  const Statistics statistics = run.statistics();
  EXPECT_EQ(statistics.requests.outcomes.failed(), statistics.requests.outcomes[Outcome::timeout]);
  EXPECT_NEAR(static_cast<double>(drawing.fetches(run)), 10, 1);  // one every 2 s
  EXPECT_LT(statistics.in_flight, 1100u);                         // nobody waits for longer than one fetch
}

TEST(Cdn, PassesOnWhatCannotBeCached) {
  Edge drawing(200);
  RequestClassSettings page;
  page.response = ResponseKind::html;
  drawing.request_class("page", page);
  RequestClassSettings upload;
  upload.response = ResponseKind::asset;
  upload.operation = Operation::write;
  drawing.request_class("upload", upload);
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  const Statistics statistics = run.statistics();
  const auto requests = [&](std::size_t i) { return statistics.classes[i].requests.outcomes.all(); };
  EXPECT_NEAR(static_cast<double>(drawing.fetches(run)), static_cast<double>(100 + requests(1) + requests(2)), 45);
  // Only assets that are read are looked up; a few are still at it.
  EXPECT_NEAR(static_cast<double>(of(statistics, drawing.cdn).hits + of(statistics, drawing.cdn).misses),
              static_cast<double>(requests(0)), 5);
}

TEST(Cdn, ChargesForWhatItSendsOut) {
  Edge drawing(100);
  drawing.settings<CdnSettings>(drawing.cdn).price_per_million = 0;
  drawing.settings<CdnSettings>(drawing.cdn).price_per_gigabyte = 0.1;
  Simulation run(drawing.architecture);
  run.run_until(50_s);
  const Statistics statistics = run.statistics();
  const auto answers = static_cast<double>(of(statistics, drawing.cdn).calls.outcomes.ok());
  EXPECT_NEAR(of(statistics, drawing.cdn).cost, answers * 1e6 * 1e-9 * 0.1, 1e-6);
}

}  // namespace
}  // namespace loadframe
