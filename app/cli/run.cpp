#include "analysis/batch_means.h"
#include "analysis/confidence.h"
#include "analysis/warm_up.h"
#include "architecture/editing.h"
#include "architecture/suggestion.h"
#include "architecture/validation.h"
#include "cli/commands.h"
#include "cli/parallel.h"
#include "cli/run_summary.h"
#include "cli/streams.h"
#include "exchange/data_file.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace loadframe::cli {

namespace {

constexpr Option options[] = {
    {"duration", "TIME", "How long to simulate, warm-up included (default: 60 s)."},
    {"warmup", "TIME|auto", "Leave this long out of the statistics (default: 0 s); auto finds out how long."},
    {"seed", "NUMBER", "Fixes all chance (default: 1)."},
    {"replications", "NUMBER", "Run with that many seeds, for means with confidence intervals (default: 1)."},
    {"precision", "SHARE", "Run on until mean latency and throughput are known to, say, 1%, with 95 % confidence."},
    {"most-duration", "TIME", "With --precision: run for at most that long (default: a hundred times --duration)."},
    {"interval", "TIME", "Sampling interval (default: 1 s)."},
    {"set", "ID.SETTING=VALUE", "Change a setting, such as web-1.workers=8; may be repeated.", 0, Option::Times::many},
    {"at", "STEP", "Do something, such as \"20s kill web-1\"; may be repeated.", 0, Option::Times::many},
    {"json", "FILE", "Write the result as JSON."},
    {"csv", "FILE", "Write the samples as comma-separated values."},
    {"trace", "FILE", "Write every call, for ui.perfetto.dev."},
};

constexpr Duration longest_run = hours(24 * 366);
constexpr std::int64_t most_replications = 100'000;
constexpr std::size_t most_hops = 2'000'000;
constexpr std::int64_t most_pilot_samples = 10'000;
constexpr Bytes pilot_budget = gibibytes(4);
/// Between two looks at the clock.
constexpr std::uint64_t slice_of_events = 20'000;

struct Plan {
  Architecture architecture;
  std::vector<ScenarioStep> steps;  ///< from the command line
  Seed seed;
  RunOptions options;
  Duration duration;
  std::size_t replications = 1;
  bool finds_warm_up = false;
  std::optional<double> precision;  ///< wanted half-width, as a share of the mean
  Duration longest;                 ///< with a precision: the run ends then at the latest

  Duration end() const { return precision ? longest : duration; }
};

Simulation start(const Plan& plan, Seed seed) {
  Simulation simulation(plan.architecture, seed, plan.options);
  for (const ScenarioStep& step : plan.steps) simulation.schedule(step.at, step.action);
  return simulation;
}

/// A run that is followed call by call, if that is asked for.
class ObservedRun {
public:
  ObservedRun(const Plan& plan, bool traced) : simulation_(start(plan, plan.seed)), end_(plan.end()), traced_(traced) {
    if (traced) simulation_.observe_every(1);
  }

  const Simulation& simulation() const { return simulation_; }

  void run_until(Duration time) {
    for (bool done = false; !done;) {
      done = simulation_.run_until(time, slice_of_events);
      if (traced_ && hops_.size() < most_hops) take_hops();
      progress_.show(simulation_.now() / end_);
    }
  }

  RunResult finish(const RunOptions& run_options) && {
    RunResult result = result_of(simulation_, run_options);
    result.hops = std::move(hops_);
    return result;
  }

private:
  void take_hops() {
    const std::vector<Hop> fresh = simulation_.take_hops();
    hops_.insert(hops_.end(), fresh.begin(), fresh.end());
    if (hops_.size() < most_hops) return;
    simulation_.observe_every(0);
    report(warning({}, "the trace ends at " + to_text(simulation_.now()) + ", after two million hops"));
  }

  Simulation simulation_;
  Duration end_;
  bool traced_;
  std::vector<Hop> hops_;
  Progress progress_{"simulating"};
};

Estimate scaled(const ConfidenceInterval& interval, double factor) {
  return {interval.mean * factor, interval.low() * factor, interval.high() * factor};
}

/// Runs on, by a quarter more each time, until the means are known well enough or the plan's longest time is over.
ReachedPrecision run_to_precision(const Plan& plan, ObservedRun& run) {
  ReachedPrecision result;
  result.wanted = *plan.precision;
  const Duration first = plan.duration - plan.options.warm_up;
  const Duration step = nanoseconds(std::max<std::int64_t>(1, first.nanoseconds / std::int64_t{fewest_batches}));
  std::vector<Milestone> milestones{{plan.options.warm_up, 0, 0}};
  for (std::size_t wanted = fewest_batches;; wanted += wanted / 4) {
    while (milestones.size() <= wanted && milestones.back().at + step <= plan.longest) {
      run.run_until(milestones.back().at + step);
      milestones.push_back(milestone_of(run.simulation().statistics()));
    }
    const auto means = milestones.size() > fewest_batches ? batch_means(milestones) : std::nullopt;
    if (means) {
      result.batches = means->batches;
      result.mean_ms = scaled(means->latency_s, 1000);
      result.throughput_per_s = scaled(means->throughput_per_s, 1);
      result.reached = means->independent && means->within(result.wanted);
    }
    if (result.reached || milestones.size() <= wanted) return result;
  }
}

/// Runs the plan once to see how long it takes to become steady, and puts that into the plan.
FoundWarmUp find_warm_up_of(Plan& plan) {
  // Its samples must be of one length: too few to be merged.
  Plan trial = plan;
  trial.options.sampling_interval =
      std::max(plan.options.sampling_interval, nanoseconds(plan.duration.nanoseconds / most_pilot_samples));
  trial.options.recording_budget = pilot_budget;
  Simulation pilot = start(trial, plan.seed);
  pilot.run_until(plan.duration);
  const WarmUp found = find_warm_up(pilot.recording().samples);
  if (!found.settled)
    report(
        warning({}, "the run is too short to tell when it has warmed up, so nothing was cut",
                "choose a longer --duration; MSER-5 needs fifty samples, and the run to be steady in its second half"));
  plan.options.warm_up = found.length;
  return {found.settled, std::string(warm_up_measure_key(found.by))};
}

RunResult run_observed(const Plan& plan, bool traced) {
  ObservedRun run(plan, traced);
  std::optional<ReachedPrecision> precision;
  if (plan.precision) precision = run_to_precision(plan, run);
  else run.run_until(plan.duration);
  RunResult result = std::move(run).finish(plan.options);
  result.precision = precision;
  return result;
}

/// The statistics of all replications but the first; each on its own, so that the order of their ends is no matter.
std::vector<Statistics> run_others(const Plan& plan) {
  std::vector<Statistics> all(plan.replications - 1);
  for_each_index(all.size(), "replicating", [&](std::size_t i) {
    Simulation simulation = start(plan, Seed{plan.seed.value + i + 1});
    simulation.run_until(plan.duration);
    all[i] = simulation.statistics();
  });
  return all;
}

Estimate estimate_of(const std::vector<Statistics>& runs, const std::function<double(const Statistics&)>& value) {
  std::vector<double> values;
  for (const Statistics& run : runs) values.push_back(value(run));
  const ConfidenceInterval interval = confidence_interval(values);
  return {interval.mean, interval.low(), interval.high()};
}

TotalsEstimate estimate_totals(const std::vector<Statistics>& runs) {
  TotalsEstimate estimate;
  estimate.runs = runs.size();
  estimate.requests =
      estimate_of(runs, [](const Statistics& run) { return static_cast<double>(run.requests.outcomes.all()); });
  for (std::size_t i = 0; i < outcome_count; ++i)
    estimate.outcomes[i] =
        estimate_of(runs, [i](const Statistics& run) { return static_cast<double>(run.requests.outcomes.count[i]); });
  estimate.throughput_per_s = estimate_of(runs, throughput_per_second);
  const auto quantile = [&](double share) {
    return estimate_of(runs,
                       [share](const Statistics& run) { return run.requests.latency.quantile(share).milliseconds(); });
  };
  estimate.mean_ms =
      estimate_of(runs, [](const Statistics& run) { return run.requests.latency.mean().milliseconds(); });
  estimate.p50_ms = quantile(0.50);
  estimate.p95_ms = quantile(0.95);
  estimate.p99_ms = quantile(0.99);
  estimate.max_ms = estimate_of(runs, [](const Statistics& run) { return run.requests.latency.max().milliseconds(); });
  return estimate;
}

/// "web-1.workers=4": names hold no points, but a value may.
std::optional<Diagnostic> apply_setting(Architecture& architecture, const std::string& assignment) {
  const auto equals = assignment.find('=');
  const auto point = assignment.substr(0, equals).find('.');
  if (equals == std::string::npos || point == std::string::npos)
    return error({}, "--set " + in_quotes(assignment) + " is not an assignment",
                 "write --set web-1.workers=8, for example");
  const std::string_view text = assignment;
  std::vector<Diagnostic> warnings;
  const auto read = [&warnings](const Setting& setting, std::string_view value) {
    return setting_value_from_text(setting, value, std::filesystem::path(), warnings);
  };
  const auto change = set_setting_from_text(architecture, text.substr(0, point),
                                            text.substr(point + 1, equals - point - 1), text.substr(equals + 1), read);
  for (const Diagnostic& each : warnings) report(each);
  if (!change) return error("--set " + in_quotes(assignment), change.diagnostic().what, change.diagnostic().remedy);
  apply(*change, architecture);
  return std::nullopt;
}

/// Reads --precision and --most-duration.
std::optional<Diagnostic> read_precision(const Arguments& arguments, Plan& plan) {
  const auto wanted = arguments.value("precision");
  if (!wanted) {
    if (!arguments.has("most-duration")) return std::nullopt;
    return error({}, "--most-duration is for --precision", "choose the length of a plain run by --duration");
  }
  const auto share = share_from_text(*wanted);
  if (!share) return error("--precision", share.diagnostic().what, share.diagnostic().remedy);
  if (share->ratio < 0.0001 || share->ratio > 0.5)
    return error({}, "--precision is out of range: " + *wanted, "choose 0.01% to 50%");
  if (arguments.has("replications"))
    return error({}, "--precision finds out how long to run", "leave --replications out, or --precision");
  const Duration hundredfold = nanoseconds(std::min(plan.duration.nanoseconds, longest_run.nanoseconds / 100) * 100);
  const auto longest = arguments.duration("most-duration", hundredfold, plan.duration, longest_run);
  if (!longest) return longest.diagnostic();
  plan.precision = share->ratio;
  plan.longest = *longest;
  return std::nullopt;
}

/// Reads what the options ask for; a diagnostic is about the command line.
std::optional<Diagnostic> read_options(const Arguments& arguments, Plan& plan) {
  const auto duration = arguments.duration("duration", seconds(60), milliseconds(1), longest_run);
  if (!duration) return duration.diagnostic();
  plan.finds_warm_up = arguments.value("warmup") == "auto";
  const auto warm_up = plan.finds_warm_up ? Result<Duration>(Duration{})
                                          : arguments.duration("warmup", Duration{}, Duration{}, longest_run);
  if (!warm_up) return warm_up.diagnostic();
  const auto interval = arguments.duration("interval", seconds(1), milliseconds(1), longest_run);
  if (!interval) return interval.diagnostic();
  const auto seed = arguments.count("seed", 1, 0, std::int64_t{1} << 53);
  if (!seed) return seed.diagnostic();
  const auto replications = arguments.count("replications", 1, 1, most_replications);
  if (!replications) return replications.diagnostic();
  if (*warm_up >= *duration)
    return error({}, "the warm-up lasts as long as the run", "choose a longer --duration or a shorter --warmup");
  plan.duration = *duration;
  plan.options.sampling_interval = *interval;
  plan.options.warm_up = *warm_up;
  plan.seed = {static_cast<std::uint64_t>(*seed)};
  plan.replications = static_cast<std::size_t>(*replications);
  if (const auto problem = read_precision(arguments, plan)) return problem;

  int to_standard_output = 0;
  for (const char* option : {"json", "csv", "trace"}) to_standard_output += arguments.value(option) == "-";
  if (to_standard_output > 1) return error({}, "only one of --json, --csv and --trace can go to standard output");
  return std::nullopt;
}

/// Changes the layout as --set says, and reads the steps of --at.
std::optional<Diagnostic> read_changes(const Arguments& arguments, Plan& plan) {
  for (const std::string& assignment : arguments.values("set"))
    if (const auto problem = apply_setting(plan.architecture, assignment)) return problem;
  for (const std::string& text : arguments.values("at")) {
    const auto step = scenario_step_from_text(plan.architecture, text);
    if (!step) return error("--at " + in_quotes(text), step.diagnostic().what, step.diagnostic().remedy);
    if (step->at > plan.end())
      report(warning("--at " + in_quotes(text), "this is after the end of the run", "choose a longer --duration"));
    plan.steps.push_back(*step);
  }
  return std::nullopt;
}

/// Whether the layout can run; reports why it cannot.
bool check(const Architecture& architecture) {
  const auto findings = validate(architecture);
  for (const Finding& finding : findings)
    if (finding.diagnostic.severity == Severity::error) report(finding.diagnostic);
  return can_run(findings);
}

int write_results(const Arguments& arguments, const RunResult& result) {
  bool printed = false;
  int status = status_done;
  const auto write = [&](const char* option, std::string (*content)(const RunResult&)) {
    const auto file = arguments.value(option);
    if (!file) return;
    printed = printed || *file == "-";
    const auto problem = write_output(*file, content(result));
    if (!problem) return;
    report(*problem);
    status = status_no;
  };
  write("json", run_to_json);
  write("csv", samples_to_csv);
  write("trace", run_to_trace);
  if (printed || status != status_done) return status;
  return print(summary_of(result));
}

int run_file(const Arguments& arguments) {
  Plan plan;
  if (const auto problem = read_options(arguments, plan)) return usage_error(arguments, *problem);
  auto layout = open_layout(arguments.operand());
  if (!layout) {
    report(layout.diagnostic());
    return status_no;
  }
  plan.architecture = (*std::move(layout)).architecture;
  if (const auto problem = read_changes(arguments, plan)) return usage_error(arguments, *problem);
  if (!check(plan.architecture)) return status_no;

  std::optional<FoundWarmUp> found_warm_up;
  if (plan.finds_warm_up) found_warm_up = find_warm_up_of(plan);
  RunResult result = run_observed(plan, arguments.has("trace"));
  result.found_warm_up = found_warm_up;
  if (plan.replications > 1) {
    std::vector<Statistics> runs = run_others(plan);
    runs.insert(runs.begin(), result.statistics);
    result.estimate = estimate_totals(runs);
  }
  return write_results(arguments, result);
}

}  // namespace

const Command& run_command() {
  static const Command command{
      .name = "run",
      .operand = "FILE",
      .summary = "Run a layout, and print what happened.",
      .details =
          "With --json, --csv or --trace to standard output (\"-\"), nothing else is printed there.\n"
          "Samples take at most 256 MiB: of longer runs, the oldest are merged, and \"recording\" in the JSON says\n"
          "since when they are not. Totals and statistics are exact however long the run.\n"
          "The same layout, seed and options give the same result, byte for byte.",
      .options = options,
      .run = run_file};
  return command;
}

}  // namespace loadframe::cli
