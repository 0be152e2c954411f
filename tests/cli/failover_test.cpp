#include "cli/program.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace loadframe::test {
namespace {

using nlohmann::json;

/// The failover that the load-balanced example is there to show. Its balancer has the default checks: every 2 s, 3 to
/// fall, 2 to rise; its servers boot in 5 s.
class LoadBalancedExample : public testing::Test {
protected:
  static json run(const std::string& seed = "1") {
    const Ended ended =
        run_program({"run", LOADFRAME_SOURCE_DIR "/resources/examples/load-balanced.loadframe", "--duration", "60s",
                     "--seed", seed, "--at", "20s kill web-2", "--at", "40s restart web-2", "--json", "-"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    return json::parse(ended.out);
  }

  static double time_of(const json& result, const std::string& what) {
    for (const json& event : result["events"])
      if (event["what"] == what) return event["t_s"];
    ADD_FAILURE() << "no " << what;
    return 0;
  }
};

TEST_F(LoadBalancedExample, FailsFromTheKillUntilTheMarkDownAndNotAfter) {
  for (const char* seed : {"1", "2", "3"}) {
    const json result = run(seed);
    const double down = time_of(result, "target-down");
    EXPECT_GE(down, 20 + 2 * 2);
    EXPECT_LE(down, 20 + 3 * 2 + 0.01);
    for (const json& sample : result["samples"]) {
      const double end = sample["t_s"];
      const double failed = sample["failed_per_s"];
      const bool is_well = end <= 20 || end - 1 > down + 0.1;
      const bool is_failing = end > 20 && end < down;
      if (is_well) {
        EXPECT_EQ(failed, 0) << end;
      } else if (is_failing) {
        EXPECT_GT(failed, 20) << end;  // a third of 120/s
      }
    }
  }
}

TEST_F(LoadBalancedExample, LoadsTheSurvivorsByHalfAsMuchAgain) {
  // Three times 40/s of 20 ms on two cores are 0.4 each; two times 60/s are 0.6. Over 18 and 14 s, of some 800
  // exponential times each, a mean has a standard error of 5 %: 0.02 and 0.03.
  double before = 0;
  double after = 0;
  int counted_before = 0;
  int counted_after = 0;
  for (const char* seed : {"1", "2", "3", "4"}) {
    const json result = run(seed);
    for (const json& sample : result["samples"]) {
      const double end = sample["t_s"];
      for (const char* survivor : {"web-1", "web-3"}) {
        const double utilisation = sample["components"][survivor]["utilisation"];
        if (end > 2 && end <= 20) {
          before += utilisation;
          ++counted_before;
        } else if (end > 27 && end <= 40) {
          after += utilisation;
          ++counted_after;
        }
      }
    }
  }
  before /= counted_before;
  after /= counted_after;
  EXPECT_NEAR(before, 0.4, 2.6 * 0.02 / std::sqrt(8));
  EXPECT_NEAR(after, 0.6, 2.6 * 0.03 / std::sqrt(8));
}

TEST_F(LoadBalancedExample, TakesTheServerBackAfterBootAndRise) {
  const json result = run();
  EXPECT_EQ(time_of(result, "up"), 45);
  const double up = time_of(result, "target-up");
  EXPECT_GE(up, 45 + 2);
  EXPECT_LE(up, 45 + 2 * 2 + 0.01);
  const json& last = result["samples"].back();
  EXPECT_GT(last["components"]["web-2"]["ok_per_s"], 20);
}

TEST_F(LoadBalancedExample, GivesTheSameBytesTwice) { EXPECT_EQ(run().dump(), run().dump()); }

}  // namespace
}  // namespace loadframe::test
