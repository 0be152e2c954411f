#include "cli/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace loadframe::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::string tier = R"({"format": "loadframe", "version": 1, "name": "Tier",
  "components": [{"name": "users", "kind": "users", "settings": {"rate": "50/s"}},
                 {"name": "lb-1", "kind": "load-balancer"},
                 {"name": "web-1", "kind": "server"}, {"name": "web-2", "kind": "server"}],
  "links": [{"from": "users", "to": "lb-1"}, {"from": "lb-1", "to": "web-1"}, {"from": "lb-1", "to": "web-2"}]})";

const std::string invalid = R"({"format": "loadframe", "version": 1,
  "components": [{"name": "db", "kind": "relational-database"}, {"name": "web", "kind": "server"}],
  "links": [{"from": "db", "to": "web"}]})";

std::string tier_file() { return scratch_file("tier.loadframe", tier); }

TEST(Cli, PrintsHelpAndVersion) {
  const Ended help = run_program({"--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* command : {"run", "validate", "export", "kinds", "schema"})
    EXPECT_THAT(help.out, HasSubstr(command));
  EXPECT_THAT(run_program({"--version"}).out, StartsWith("loadframe-cli "));
  for (const char* command : {"run", "validate", "export", "kinds", "schema"}) {
    const Ended ended = run_program({command, "--help"});
    EXPECT_EQ(ended.status, 0);
    EXPECT_THAT(ended.out, HasSubstr("Usage: loadframe-cli " + std::string(command)));
  }
}

TEST(Cli, RefusesWrongUsageWithAHint) {
  const std::string file = tier_file();
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
      {{}, "the command is missing"},
      {{"rnu"}, "did you mean \"run\"?"},
      {{"--versoin"}, "did you mean \"--version\"?"},
      {{"run"}, "the FILE is missing"},
      {{"run", file, "--durations", "3s"}, "did you mean \"--duration\"?"},
      {{"run", file, "--duration"}, "--duration needs a value"},
      {{"run", file, "--duration", "3"}, "--duration: "},
      {{"run", file, "--duration", "0s"}, "--duration is out of range"},
      {{"run", file, "--duration", "5s", "--duration", "6s"}, "given twice"},
      {{"run", file, "--duration", "5s", "--warmup", "5s"}, "the warm-up lasts as long as the run"},
      {{"run", file, "--seed", "1.5"}, "whole number"},
      {{"run", file, "--replications", "0"}, "out of range"},
      {{"run", file, "--set", "web-1"}, "is not an assignment"},
      {{"run", file, "--set", "web-1.worker=3"}, "did you mean \"workers\"?"},
      {{"run", file, "--set", "web-3.workers=3"}, "did you mean"},
      {{"run", file, "--set", "web-1.workers=0"}, "out of range"},
      {{"run", file, "--at", "5s kil web-1"}, "did you mean \"kill\"?"},
      {{"run", file, "--at", "5s kill web-9"}, "did you mean"},
      {{"run", file, "--json", "-", "--csv", "-"}, "only one of"},
      {{"run", file, "other"}, "unexpected argument \"other\""},
      {{"kinds", "servr"}, "did you mean \"server\"?"},
      {{"kinds", "--json=yes"}, "takes no value"},
      {{"export", file}, "the format is missing"},
      {{"export", file, "--to", "pgn"}, "did you mean \"png\"?"},
      {{"export", file, "--to", "png", "--theme", "drak"}, "did you mean \"dark\"?"},
      {{"export", file, "--to", "png", "--scale", "9"}, "out of range"},
      {{"schema", "runs"}, "did you mean \"run\"?"},
  };
  for (const auto& [arguments, hint] : cases) {
    const Ended ended = run_program(arguments);
    EXPECT_EQ(ended.status, 2) << hint;
    EXPECT_THAT(ended.err, HasSubstr(hint));
    EXPECT_THAT(ended.out, IsEmpty());
  }
}

TEST(Cli, SaysWhatIsWrongWithALayout) {
  const Ended ended = run_program({"validate", scratch_file("bad.loadframe", invalid)});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.out, HasSubstr("error: db -> web: "));

  EXPECT_EQ(run_program({"validate", tier_file()}).status, 0);
  EXPECT_EQ(run_program({"run", scratch_file("bad.loadframe", invalid)}).status, 1);

  const Ended broken = run_program({"validate", scratch_file("broken.loadframe", "{\"format\":\n \"loadframe\",,")});
  EXPECT_EQ(broken.status, 1);
  EXPECT_THAT(broken.err, HasSubstr("broken.loadframe:2:"));
  EXPECT_EQ(run_program({"validate", scratch_folder() + "/none"}).status, 1);
}

TEST(Cli, WarnsOfUnknownMembers) {
  std::string text = tier;
  text.insert(text.find("\"name\""), "\"nmae\": 1, ");
  const Ended ended = run_program({"validate", "-"}, text);
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.err, HasSubstr("warning: standard input:1: nmae: "));
}

TEST(Cli, PrintsASummary) {
  const Ended ended = run_program({"run", tier_file(), "--duration", "30s", "--at", "10s kill web-1"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.err, IsEmpty());
  for (const char* part :
       {"Tier: 30 s simulated, seed 1", "Requests", "Throughput", "Latency", "web-2", "What happened",
        "0:10.0  web-1 killed", "What the faults did", "lb-1 noticed that web-1 failed"})
    EXPECT_THAT(ended.out, HasSubstr(part));
}

TEST(Cli, WritesResults) {
  const std::string folder = scratch_folder();
  const Ended ended = run_program({"run", "-", "--duration=5s", "--seed=7", "--json", folder + "/r.json", "--csv",
                                   folder + "/r.csv", "--trace", folder + "/r.trace"},
                                  tier);
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, HasSubstr("seed 7"));
  const json run = json::parse(content_of(folder + "/r.json"));
  EXPECT_EQ(run.at("seed"), 7);
  EXPECT_EQ(run.at("samples").size(), 5u);
  const json schema = json::parse(run_program({"schema", "run"}).out);
  for (const auto& key : schema.at("required")) EXPECT_TRUE(run.contains(key.get<std::string>())) << key;
  EXPECT_THAT(content_of(folder + "/r.csv"), StartsWith("t_s,load,"));
  EXPECT_GT(json::parse(content_of(folder + "/r.trace")).at("traceEvents").size(), 500u);
}

TEST(Cli, PrintsNothingButTheResultToStandardOutput) {
  const Ended ended = run_program({"run", tier_file(), "--duration", "3s", "--json", "-"});
  EXPECT_EQ(json::parse(ended.out).at("duration_s"), 3);
  EXPECT_EQ(run_program({"run", tier_file(), "--duration", "3s", "--json", "-"}).out, ended.out);
  EXPECT_NE(run_program({"run", tier_file(), "--duration", "3s", "--json", "-", "--seed", "2"}).out, ended.out);
}

TEST(Cli, AppliesSettings) {
  const auto requests = [](const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"run", tier_file(), "--duration", "10s", "--json", "-"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return json::parse(run_program(arguments).out).at("totals").at("requests").get<double>();
  };
  EXPECT_NEAR(requests({}), 500, 100);
  EXPECT_NEAR(requests({"--set", "users.rate=200/s"}), 2000, 200);
  EXPECT_NEAR(requests({"--set", "users.rate=10.5/s", "--set", "users.spacing=regular"}), 105, 2);
}

TEST(Cli, GivesIntervalsOfReplications) {
  const Ended ended = run_program({"run", tier_file(), "--duration", "5s", "--replications", "4", "--json", "-"});
  const json totals = json::parse(ended.out).at("totals");
  EXPECT_EQ(totals.at("replications"), 4);
  const json ends = totals.at("interval_95").at("throughput_per_s");
  EXPECT_LT(ends[0].get<double>(), totals.at("throughput_per_s").get<double>());
  EXPECT_GT(ends[1].get<double>(), totals.at("throughput_per_s").get<double>());
  // The order in which threads end is no matter.
  EXPECT_EQ(run_program({"run", tier_file(), "--duration", "5s", "--replications", "4", "--json", "-"}).out, ended.out);
}

TEST(Cli, TellsThatOutputCannotBeWritten) {
  const Ended ended =
      run_program({"run", tier_file(), "--duration", "1s", "--json", scratch_folder() + "/none/r.json"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("check that the folder exists"));
  EXPECT_EQ(run_program({"run", tier_file(), "--duration", "1s", "--json", "/dev/full"}).status, 1);
}

TEST(Cli, DrawsPictures) {
  const std::string file = tier_file();
  const Ended png = run_program({"export", file, "--to", "png", "-o", "-"});
  EXPECT_EQ(png.status, 0);
  EXPECT_THAT(png.err, IsEmpty());
  EXPECT_THAT(png.out, StartsWith("\x89PNG"));
  EXPECT_THAT(run_program({"export", "-", "--to", "svg"}, tier).out, HasSubstr("<svg"));
  const std::string pdf = scratch_folder() + "/tier.pdf";
  EXPECT_EQ(run_program({"export", file, "-o", pdf, "--theme", "dark", "--transparent"}).status, 0);
  EXPECT_THAT(content_of(pdf), StartsWith("%PDF"));
  EXPECT_EQ(run_program({"export", scratch_folder() + "/none", "--to", "svg", "-o", "-"}).status, 1);
}

TEST(Cli, DescribesTheKinds) {
  EXPECT_THAT(run_program({"kinds", "server"}).out, HasSubstr("workers"));
  EXPECT_THAT(run_program({"kinds", "server"}).out, Not(HasSubstr("eviction")));
  const json catalogue = json::parse(run_program({"kinds", "--json"}).out);
  EXPECT_EQ(catalogue.at("components").size(), 19u);
  for (const json& kind : catalogue.at("components"))
    for (const json& setting : kind.at("settings")) EXPECT_TRUE(setting.contains("default")) << setting;
}

}  // namespace
}  // namespace loadframe::test
