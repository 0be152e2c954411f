#include "exchange/run_result.h"

#include "exchange/layout_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace loadframe {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view layout = R"({"format": "loadframe", "version": 1, "name": "Tier",
  "areas": [{"name": "host-1", "kind": "host"}],
  "components": [{"name": "users, all", "kind": "users", "settings": {"rate": "50/s"}},
                 {"name": "lb-1", "kind": "load-balancer"},
                 {"name": "web-1", "kind": "server", "in": "host-1"}, {"name": "web-2", "kind": "server"},
                 {"name": "cache-1", "kind": "cache"}],
  "links": [{"from": "users, all", "to": "lb-1"}, {"from": "lb-1", "to": "web-1"}, {"from": "lb-1", "to": "web-2"},
            {"from": "web-1", "to": "cache-1"}],
  "scenario": [{"at": "3 s", "do": "kill", "target": "web-1"}]})";

RunResult result(std::uint64_t seed = 1) {
  const auto read = layout_from_text(layout, "test");
  EXPECT_TRUE(read.ok());
  const RunOptions options{seconds(1), seconds(2)};
  Simulation simulation(read->architecture, Seed{seed}, options);
  simulation.observe_every(1);
  simulation.run_until(seconds(12));
  RunResult made = result_of(simulation, options);
  made.hops = simulation.take_hops();
  return made;
}

std::vector<std::string> keys(const json& object) {
  std::vector<std::string> names;
  for (const auto& [key, value] : object.items()) names.push_back(key);
  return names;
}

TEST(RunResult, HasTheDocumentedMembers) {
  const json run = json::parse(run_to_json(result()));
  EXPECT_EQ(run.at("format"), "loadframe-run");
  EXPECT_EQ(run.at("version"), 1);
  EXPECT_EQ(run.at("seed"), 1);
  EXPECT_EQ(run.at("duration_s"), 12);
  EXPECT_EQ(run.at("warmup_s"), 2);
  const json& totals = run.at("totals");
  EXPECT_GT(totals.at("requests").get<int>(), 400);
  EXPECT_GT(totals.at("outcomes").at("ok").get<int>(), 400);
  EXPECT_NEAR(totals.at("throughput_per_s").get<double>(), totals.at("outcomes").at("ok").get<double>() / 10, 1e-9);
  EXPECT_THAT(keys(totals.at("latency_ms")), ElementsAre("max", "mean", "p50", "p95", "p99"));
  EXPECT_TRUE(run.at("classes").contains("default"));
  EXPECT_EQ(run.at("components").at("web-1").at("kind"), "server");
  EXPECT_GT(run.at("components").at("cache-1").at("hits").get<int>(), 0);
  EXPECT_GT(run.at("links").at("lb-1 -> web-2").at("calls").get<int>(), 0);
  EXPECT_TRUE(run.at("hosts").at("host-1").contains("utilisation"));
  ASSERT_EQ(run.at("samples").size(), 12u);
  EXPECT_EQ(run.at("samples")[11].at("t_s"), 12);
  EXPECT_EQ(run.at("samples")[11].at("components").at("web-1").at("state"), "dead");
  const json& kill = run.at("events")[0];
  EXPECT_EQ(kill.at("what"), "action");
  EXPECT_EQ(kill.at("do"), "kill");
  EXPECT_EQ(kill.at("target"), "web-1");
  EXPECT_EQ(kill.at("t_s"), 3);
  EXPECT_THAT(run.at("events").dump(), HasSubstr(R"("cause":"3 failed checks")"));
}

TEST(RunResult, HasEveryMemberThatTheSchemaRequires) {
  const json run = json::parse(run_to_json(result()));
  for (const char* key : {"name", "interval_s"}) EXPECT_TRUE(run.contains(key));
  for (const auto& [name, component] : run.at("components").items())
    for (const char* key :
         {"arrivals", "utilisation", "worker_utilisation", "cpu_utilisation", "queue_mean", "concurrency_mean",
          "residence_ms", "waiting_ms", "service_ms", "downstream_ms", "wasted", "latency_ms", "outcomes"})
      EXPECT_TRUE(component.contains(key)) << name << "." << key;
}

TEST(RunResult, SaysWhereSamplesWereMerged) {
  const auto read = layout_from_text(layout, "test");
  ASSERT_TRUE(read.ok());
  RunOptions options;
  options.recording_budget = kibibytes(20);
  Simulation simulation(read->architecture, Seed{1}, options);
  simulation.run_until(seconds(500));
  const json run = json::parse(run_to_json(result_of(simulation, options)));
  const double fine_from = run.at("recording").at("fine_from_s").get<double>();
  EXPECT_GT(fine_from, 0);
  EXPECT_EQ(run.at("recording").at("events_dropped"), 0);
  double ok = 0;
  for (const json& sample : run.at("samples")) {
    EXPECT_EQ(sample.contains("length_s"), sample.at("t_s").get<double>() <= fine_from);
    ok += sample.at("ok_per_s").get<double>() * sample.value("length_s", 1.0);
  }
  EXPECT_NEAR(ok, run.at("totals").at("outcomes").at("ok").get<double>(), 1);
  EXPECT_EQ(json::parse(run_to_json(result())).at("recording").at("fine_from_s"), 0);
}

TEST(RunResult, IsTheSameTextForTheSameRun) {
  const RunResult one = result();
  const RunResult other = result();
  EXPECT_EQ(run_to_json(one), run_to_json(other));
  EXPECT_EQ(samples_to_csv(one), samples_to_csv(other));
  EXPECT_EQ(run_to_trace(one), run_to_trace(other));
  EXPECT_NE(run_to_json(one), run_to_json(result(2)));
}

TEST(RunResult, IsTheSameTextWhenCheckpointedAndRestoredMidway) {
  const auto read = layout_from_text(layout, "test");
  ASSERT_TRUE(read.ok());
  const RunOptions options{seconds(1), seconds(2)};
  Simulation whole(read->architecture, Seed{1}, options);
  whole.run_until(seconds(12));
  Simulation begun(read->architecture, Seed{1}, options);
  begun.run_until(milliseconds(4321));
  Simulation checkpoint = begun;
  begun.act({ActionKind::load, {}, 5});  // what happens to the original must not reach the copy
  begun.run_until(seconds(9));
  checkpoint.run_until(seconds(12));
  EXPECT_EQ(run_to_json(result_of(checkpoint, options)), run_to_json(result_of(whole, options)));
}

TEST(RunResult, HoldsMeansAndIntervalsOfReplications) {
  RunResult made = result();
  TotalsEstimate estimate;
  estimate.runs = 5;
  estimate.requests = {100, 90, 110};
  estimate.outcomes[0] = {95, 80, 110};
  estimate.p99_ms = {12.3456789, 12, 13};
  made.estimate = estimate;
  const json totals = json::parse(run_to_json(made)).at("totals");
  EXPECT_EQ(totals.at("replications"), 5);
  EXPECT_EQ(totals.at("requests"), 100);
  EXPECT_EQ(totals.at("interval_95").at("requests"), json::parse("[90, 110]"));
  EXPECT_EQ(totals.at("outcomes"), json::parse(R"({"ok": 95})"));
  EXPECT_EQ(totals.at("latency_ms").at("p99"), 12.3457);
  EXPECT_EQ(totals.at("interval_95").at("latency_ms").at("p99"), json::parse("[12, 13]"));
}

TEST(SamplesCsv, HasARowPerSampleAndColumnsPerComponent) {
  std::istringstream text(samples_to_csv(result()));
  std::string line;
  ASSERT_TRUE(std::getline(text, line));
  EXPECT_THAT(line,
              HasSubstr("t_s,load,in_flight,ok_per_s,failed_per_s,p50_ms,p95_ms,p99_ms,\"users, all.ok_per_s\","));
  const auto columns = std::count(line.begin(), line.end(), ',') - 6;  // one comma stands inside each users' column
  EXPECT_EQ(columns + 1, 8 + 5 * 6 + 1);
  int rows = 0;
  while (std::getline(text, line)) {
    ++rows;
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), columns);
    EXPECT_EQ(line.back(), '\r');
  }
  EXPECT_EQ(rows, 12);
}

TEST(Trace, OpensAndClosesEachCallOnItsRequestsTrack) {
  const json trace = json::parse(run_to_trace(result()));
  std::map<std::pair<std::uint32_t, std::string>, std::vector<double>> open;
  std::map<std::string, int> phases;
  for (const json& entry : trace.at("traceEvents")) {
    const std::string phase = entry.at("ph");
    ++phases[phase];
    if (phase != "b" && phase != "e") continue;
    auto& starts = open[{entry.at("id").get<std::uint32_t>(), entry.at("name").get<std::string>()}];
    if (phase == "b") {
      starts.push_back(entry.at("ts"));
      continue;
    }
    ASSERT_FALSE(starts.empty());
    EXPECT_GE(entry.at("ts").get<double>(), starts.back());
    starts.pop_back();
  }
  for (const auto& [call, starts] : open) EXPECT_TRUE(starts.empty());
  EXPECT_GT(phases["b"], 500);
  EXPECT_EQ(phases["b"], phases["e"]);
  EXPECT_GT(phases["C"], 0);
  EXPECT_GT(phases["i"], 0);
}

}  // namespace
}  // namespace loadframe
