#include "behaviour/checking.h"

#include "analysis/confidence.h"
#include "exchange/run_result.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace loadframe::behaviour {

namespace {

/// Hundreds of intervals are looked at; of 99 % ones, some would miss by chance alone.
constexpr double confidence = 0.999;
/// Results have six significant digits.
constexpr double rounding = 2e-6;

/// The results of a case's runs, as JSON, made when they are asked for.
class Runs {
public:
  explicit Runs(const Case& what) : case_(what) {}

  /// The same run whatever the window, which says what its statistics are of: they begin where a warm-up ends.
  const Json& result(std::string_view variant, std::uint64_t seed, Window window) {
    const auto setup = std::find_if(case_.setups.begin(), case_.setups.end(),
                                    [variant](const Setup& one) { return one.name == variant; });
    const auto [entry, is_new] = results_.try_emplace({setup - case_.setups.begin(), seed, window});
    if (is_new) entry->second = run(*setup, seed, window);
    return entry->second;
  }

  Window whole() const { return {case_.warm_up, case_.duration}; }

private:
  Json run(const Setup& setup, std::uint64_t seed, Window window) const {
    const RunOptions options{case_.interval, window.from};
    Simulation simulation(setup.architecture, Seed{seed}, options);
    for (const ScenarioStep& step : setup.steps) simulation.schedule(step.at, step.action);
    simulation.run_until(window.to);
    return json_from_text(run_to_json(result_of(simulation, options)), "result").value();
  }

  const Case& case_;
  std::map<std::tuple<std::ptrdiff_t, std::uint64_t, Window>, Json> results_;
};

std::string window_text(const std::optional<Window>& window) {
  return window ? " between " + to_text(window->from) + " and " + to_text(window->to) : std::string();
}

/// Whether so much lies between what was measured and what was expected at most.
double allowed(const Tolerance& tolerance, const Amount& expected) {
  return tolerance.amount.value * (tolerance.relative ? std::abs(expected.value) : 1);
}

bool holds(double measured, Relation relation, double bound) {
  const double slack = rounding * std::max(std::abs(measured), std::abs(bound));
  switch (relation) {
    case Relation::is:
      return std::abs(measured - bound) <= slack;
    case Relation::at_least:
      return measured >= bound - slack;
    case Relation::at_most:
      return measured <= bound + slack;
    case Relation::more_than:
      return measured > bound;
    case Relation::less_than:
      return measured < bound;
    case Relation::about:
      break;
  }
  return false;
}

class Checker {
public:
  explicit Checker(const Case& what) : case_(what), runs_(what) {}

  std::vector<std::string> run() {
    for (const Expectation& expectation : case_.expectations) {
      current_ = &expectation;
      if (const auto* measure = std::get_if<MeasureExpectation>(&expectation.holds)) check(*measure);
      else check(std::get<EventExpectation>(expectation.holds));
    }
    return std::move(failures_);
  }

private:
  void fail(const std::string& text) {
    const std::string& what = current_->what;
    failures_.push_back(current_->where + ": " + (what.empty() ? "" : what + ": ") + text);
  }

  static std::string seed_text(std::uint64_t seed) { return " (seed " + std::to_string(seed) + ")"; }

  void check(const MeasureExpectation& expectation) {
    for (const Bound& bound : expectation.bounds) {
      const std::size_t failures_before = failures_.size();
      if (bound.relation == Relation::about) check_mean(expectation, bound);
      else
        // One seed that fails tells enough.
        for (const std::uint64_t seed : case_.seeds) {
          if (expectation.look == Look::whole) check_whole(expectation, bound, seed);
          else check_samples(expectation, bound, seed);
          if (failures_.size() > failures_before) break;
        }
    }
  }

  // ── measures of the whole time ──

  ResultOf results_of(std::uint64_t seed, const std::optional<Window>& window) {
    return [this, seed, window](std::string_view variant) -> const Json& {
      return runs_.result(variant, seed, window.value_or(runs_.whole()));
    };
  }

  /// What was measured and what was expected; none after a failure.
  std::optional<std::pair<Amount, Amount>> sides(const Expression& measure, const Expression& expected,
                                                 const ResultOf& result_of) {
    const auto left = evaluate(measure, result_of);
    const auto right = evaluate(expected, result_of);
    for (const auto* side : {&left, &right})
      if (!*side) {
        fail(to_text(side->diagnostic()));
        return std::nullopt;
      }
    const bool bare_zero = right->value == 0 && same_dimension(*right, Amount{});
    if (!same_dimension(*left, *right) && !bare_zero) {
      fail(dimension_text(*left) + " (" + to_text(*left) + ") cannot be compared with " + dimension_text(*right) +
           " (" + to_text(*right) + ")");
      return std::nullopt;
    }
    return std::pair(*left, *right);
  }

  /// "web-1.requests between 8 s and 20 s should be at least 5 (totals.requests / 2)".
  static std::string demand(const MeasureExpectation& expectation, const Bound& bound, const Amount& expected) {
    std::string relation(relation_key(bound.relation));
    std::replace(relation.begin(), relation.end(), '_', ' ');
    const std::string with = expectation.variant.empty() ? "" : " with " + expectation.variant;
    std::string text = expectation.text + with + window_text(expectation.between) + " should be " +
                       (bound.relation == Relation::is ? "" : relation + " ") + to_text(expected);
    if (bound.expression.kind != Expression::Kind::amount) text += " (" + bound.text + ")";
    return text;
  }

  void check_whole(const MeasureExpectation& expectation, const Bound& bound, std::uint64_t seed) {
    const auto both = sides(expectation.measure, bound.expression, results_of(seed, expectation.between));
    if (!both || holds(both->first.value, bound.relation, both->second.value)) return;
    fail(demand(expectation, bound, both->second) + ", but is " + to_text(both->first) + seed_text(seed));
  }

  /// `about` speaks of means over the seeds; both sides are of the same seeds, so their difference is what counts.
  void check_mean(const MeasureExpectation& expectation, const Bound& bound) {
    std::vector<double> differences;
    Amount measured;
    Amount expected;
    const auto count = static_cast<double>(case_.seeds.size());
    for (const std::uint64_t seed : case_.seeds) {
      const auto both = sides(expectation.measure, bound.expression, results_of(seed, expectation.between));
      if (!both) return;
      differences.push_back(both->first.value - both->second.value);
      measured = {measured.value + both->first.value / count, both->first.seconds, both->first.bytes};
      expected = {expected.value + both->second.value / count, both->second.seconds, both->second.bytes};
    }
    const std::string so = demand(expectation, bound, expected) + ", but is " + to_text(measured) + " in the mean";
    const double off = std::abs(measured.value - expected.value);
    const double slack = rounding * std::abs(expected.value);
    if (expectation.within) {
      if (off > allowed(*expectation.within, expected) + slack) fail(so + ", not within " + expectation.within->text);
      return;
    }
    const double half_width = confidence_interval(differences, confidence).half_width;
    const std::string interval = to_text(Amount{half_width, measured.seconds, measured.bytes});
    if (off > half_width + slack) fail(so + ", and its 99.9 % interval reaches only " + interval + " far");
    if (half_width > allowed(expectation.resolution, expected) + slack)
      fail(expectation.text + ": too few observations to tell: the 99.9 % interval of the mean is ± " + interval +
           ", the resolution " + expectation.resolution.text);
  }

  // ── samples ──

  void check_samples(const MeasureExpectation& expectation, const Bound& bound, std::uint64_t seed) {
    const Window window = expectation.between.value_or(Window{{}, case_.duration});
    std::string last;
    bool any = false;
    bool any_sample = false;
    const std::size_t failures_before = failures_.size();
    for (std::size_t i = 0;; ++i) {
      // A variant's samples end at the same times.
      const ResultOf sample_of = [&](std::string_view variant) -> const Json& {
        return runs_.result(variant, seed, runs_.whole()).member("samples")->items[i];
      };
      if (i >= runs_.result({}, seed, runs_.whole()).member("samples")->items.size()) break;
      const Duration end = duration_from_seconds(sample_of({}).member("t_s")->number());
      if (end <= window.from || end > window.to) continue;
      any_sample = true;
      const auto [met, text] = compare_sample(expectation, bound, sample_of);
      if (failures_.size() > failures_before) return;
      any = any || met;
      last = text + " in the sample that ends at " + to_text(end) + seed_text(seed);
      if (!met && expectation.look == Look::every_sample) return fail(last);
    }
    if (!any_sample) fail("no sample ends in that time; choose a shorter \"interval\", or a longer time");
    else if (!any) fail("in no sample: " + last);
  }

  /// Whether the bound holds in a sample, and what to say if it does not.
  std::pair<bool, std::string> compare_sample(const MeasureExpectation& expectation, const Bound& bound,
                                              const ResultOf& sample_of) {
    if (!bound.word.empty()) {
      const auto found = find_measure(sample_of(expectation.measure.variant), expectation.measure.path);
      if (!found) {
        fail(to_text(found.diagnostic()));
        return {};
      }
      const std::string& word = (*found)->text;
      return {word == bound.word, expectation.text + " should be " + bound.word + ", but is " + word};
    }
    const auto both = sides(expectation.measure, bound.expression, sample_of);
    if (!both) return {};
    return {holds(both->first.value, bound.relation, both->second.value),
            demand(expectation, bound, both->second) + ", but is " + to_text(both->first)};
  }

  // ── events ──

  static bool is_one(const Json& event, const EventExpectation& expectation) {
    const Duration at = duration_from_seconds(event.member("t_s")->number());
    if (expectation.between && (at < expectation.between->from || at > expectation.between->to)) return false;
    return std::all_of(expectation.members.begin(), expectation.members.end(), [&](const auto& wanted) {
      const Json* member = event.member(wanted.first);
      return member && member->text == wanted.second;
    });
  }

  void check(const EventExpectation& expectation) {
    for (const std::uint64_t seed : case_.seeds) {
      const Json& events = *runs_.result(expectation.variant, seed, runs_.whole()).member("events");
      std::uint64_t count = 0;
      std::string others;
      for (const Json& event : events.items) {
        if (is_one(event, expectation)) ++count;
        else if (const Json* what = event.member("what"); what && what->text == expectation.members.front().second)
          others += "\n    " + json_to_text(event);
      }
      if (count >= expectation.least && count <= expectation.most) continue;
      std::string wanted;
      for (const auto& [key, text] : expectation.members) wanted += (wanted.empty() ? "" : ", ") + text;
      std::string range = std::to_string(expectation.least);
      if (expectation.most == UINT64_MAX) range += " or more";
      else if (expectation.most != expectation.least) range += " to " + std::to_string(expectation.most);
      return fail("the event (" + wanted + ")" + window_text(expectation.between) + " should happen " + range +
                  " times, but happened " + std::to_string(count) + " times" + seed_text(seed) +
                  (others.empty() ? "" : "; others of that name:" + others));
    }
  }

  const Case& case_;
  Runs runs_;
  const Expectation* current_ = nullptr;
  std::vector<std::string> failures_;
};

}  // namespace

std::vector<std::string> failures_of(const Case& what) { return Checker(what).run(); }

}  // namespace loadframe::behaviour
