#include "behaviour/checking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

/// The runner itself: it must say what is wrong with a case, and where, and it must not let a false expectation pass.
namespace loadframe::behaviour {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view head = R"({"about": "test", "layout": {
"components": [{"name": "users", "kind": "users", "settings": {"rate": "50/s"}},
  {"name": "web-1", "kind": "server", "settings": {"cpu_time": "constant 1 ms"}}],
"links": [{"from": "users", "to": "web-1"}]},
"cases": [
)";

/// One case with these members besides its name and reason; its first line is the sixth of the file.
std::string file_with(std::string_view members) {
  return std::string(head) + "{\"name\": \"A case\", \"because\": \"of a test\",\n" + std::string(members) + "}]}";
}

std::string problem_in_file(const std::string& text) {
  const auto cases = cases_from_text(text, "file.json");
  if (!cases) return to_text(cases.diagnostic());
  for (const ReadCase& each : *cases)
    if (!each.content) return to_text(each.content.diagnostic());
  return {};
}

std::string problem(std::string_view members) { return problem_in_file(file_with(members)); }

std::string problem_with_expectation(std::string_view expectation) {
  return problem("\"expect\": [" + std::string(expectation) + "]");
}

std::vector<std::string> failures(std::string_view members) {
  const auto cases = cases_from_text(file_with(members), "file.json");
  if (!cases) return {to_text(cases.diagnostic())};
  const Result<Case>& content = cases->front().content;
  if (!content) return {to_text(content.diagnostic())};
  return failures_of(*content);
}

std::vector<std::string> failures_with_seeds(std::string_view seeds, std::string_view expectation) {
  return failures("\"seeds\": " + std::string(seeds) + ", \"expect\": [" + std::string(expectation) + "]");
}

std::vector<std::string> failures_of_expectation(std::string_view expectation) {
  return failures_with_seeds("1", expectation);
}

}  // namespace

// ── malformed cases ──

TEST(BehaviourCase, SaysWhichLineIsNotJson) {
  EXPECT_THAT(problem_in_file("{\"cases\": [\n{\"name\" 3}]}"), HasSubstr("file.json:2"));
}

TEST(BehaviourCase, AsksForCasesInAFileWithoutAny) {
  EXPECT_THAT(problem_in_file("{}"), HasSubstr("the file has no cases"));
  EXPECT_THAT(problem_in_file("[]"), HasSubstr("the file has no cases"));
  EXPECT_THAT(problem_in_file("{\"cases\": 3}"), HasSubstr("the file has no cases"));
  EXPECT_THAT(problem_in_file("{\"cases\": [3]}"), HasSubstr("must be an object"));
}

TEST(BehaviourCase, KnowsMistypedMembersAndSuggestsTheRightOne) {
  EXPECT_THAT(problem("\"expcet\": []"), HasSubstr("file.json:7: \"expcet\" is not a member of a case (did you mean "
                                                   "\"expect\"?)"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests", "at_laest": 1})"),
              HasSubstr("did you mean \"at_least\"?"));
  EXPECT_THAT(problem_with_expectation(R"({"event": "up", "tagret": "web-1"})"), HasSubstr("did you mean \"target\"?"));
  EXPECT_THAT(problem_in_file("{\"cases\": [], \"abuot\": \"\"}"), HasSubstr("did you mean \"about\"?"));
}

TEST(BehaviourCase, NeedsNameReasonAndExpectation) {
  EXPECT_THAT(problem_in_file(std::string(head) + R"({"because": "x", "expect": []}]})"),
              HasSubstr("\"name\" is missing"));
  EXPECT_THAT(problem_in_file(std::string(head) + R"({"name": "x", "expect": []}]})"),
              HasSubstr("\"because\" is missing"));
  EXPECT_THAT(problem("\"expect\": []"), HasSubstr("nothing is expected"));
  EXPECT_THAT(problem("\"seeds\": 1"), HasSubstr("nothing is expected"));
  EXPECT_THAT(problem_with_expectation("3"), HasSubstr("must be an object"));
}

TEST(BehaviourCase, NeedsNamesThatDiffer) {
  const std::string one = R"({"name": "same", "because": "x", "expect": [{"event": "up", "times": 0}]})";
  EXPECT_THAT(problem_in_file(std::string(head) + one + "," + one + "]}"), HasSubstr("the name \"same\" is taken"));
}

TEST(BehaviourCase, TellsOfMistakesInLayoutsByTheirLineInTheFile) {
  EXPECT_THAT(problem_in_file("{\"cases\": [\n{\"name\": \"x\", \"because\": \"y\", \"layout\": {\n\"components\": "
                              "[\n{\"name\": \"web-1\", \"kind\": \"sever\"}]},\n\"expect\": []}]}"),
              AllOf(HasSubstr("file.json:4"), HasSubstr("\"server\"")));
  EXPECT_THAT(problem_in_file("{\"cases\": [{\"name\": \"x\", \"because\": \"y\", \"expect\": []}]}"),
              HasSubstr("there is no layout"));
}

TEST(BehaviourCase, TakesNoSettingThatDoesNotExist) {
  EXPECT_THAT(problem_in_file("{\"cases\": [{\"name\": \"x\", \"because\": \"y\", \"layout\": {\"components\": "
                              "[{\"name\": \"web-1\", \"kind\": \"server\",\n\"settings\": {\"worker\": 3}}]}}]}"),
              AllOf(HasSubstr("file.json:2"), HasSubstr("did you mean \"workers\"?")));
  EXPECT_THAT(problem("\"set\": {\"web-1.worker\": 3}"), HasSubstr("did you mean \"workers\"?"));
  EXPECT_THAT(problem("\"set\": {\"web-2.workers\": 3}"), HasSubstr("did you mean \"web-1\"?"));
  EXPECT_THAT(problem("\"set\": {\"workers\": 3}"), HasSubstr("names no setting"));
  EXPECT_THAT(problem("\"set\": {\"web-1.workers\": -3}"), HasSubstr("file.json:7"));
  EXPECT_THAT(problem("\"set\": []"), HasSubstr("\"set\" must be an object"));
}

TEST(BehaviourCase, TakesNoLayoutThatCannotRun) {
  EXPECT_THAT(problem_in_file("{\"cases\": [{\"name\": \"x\", \"because\": \"y\", \"layout\": {\"components\": "
                              "[{\"name\": \"a\", \"kind\": \"server\"}, {\"name\": \"b\", \"kind\": \"users\"}], "
                              "\"links\": [{\"from\": \"a\", \"to\": \"b\"}]}, \"expect\": []}]}"),
              HasSubstr("file.json:1"));
}

TEST(BehaviourCase, KnowsWhatCanBeDone) {
  EXPECT_THAT(problem("\"do\": [\"5 s kil web-1\"]"), HasSubstr("did you mean \"kill\"?"));
  EXPECT_THAT(problem("\"do\": [\"5 s kill web-2\"]"), HasSubstr("did you mean \"web-1\"?"));
  EXPECT_THAT(problem("\"do\": [\"50 s kill web-1\"]"), HasSubstr("after the end of the run"));
  EXPECT_THAT(problem("\"do\": \"5 s kill web-1\""), HasSubstr("\"do\" must be a list"));
}

TEST(BehaviourCase, KnowsTimesAndNumbers) {
  EXPECT_THAT(problem("\"duration\": \"long\""), HasSubstr("\"long\" is not a time (write a time such as \"20 s\")"));
  EXPECT_THAT(problem("\"duration\": 20"), HasSubstr("\"duration\" must be text, not a number"));
  EXPECT_THAT(problem("\"duration\": \"2000 h\""), HasSubstr("is out of range"));
  EXPECT_THAT(problem("\"warmup\": \"30 s\""), HasSubstr("is out of range"));
  EXPECT_THAT(problem("\"seeds\": 0"), HasSubstr("1 to 100 seeds"));
  EXPECT_THAT(problem("\"seeds\": 1.5"), HasSubstr("whole numbers"));
  EXPECT_THAT(problem("\"seeds\": \"ten\""), HasSubstr("whole numbers"));
}

TEST(BehaviourCase, KnowsVariants) {
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests with slow", "is": 0})"),
              HasSubstr("there is no variant \"slow\""));
  EXPECT_THAT(problem_with_expectation(R"({"event": "up", "with": "slow"})"), HasSubstr("there is no variant"));
  EXPECT_THAT(problem(R"("variants": {"slow": {}}, "expect": [
                {"measure": "web-1.requests / totals.requests with slow", "is": 1}])"),
              HasSubstr("it is not clear whether \"with slow\" speaks of all measures"));
  EXPECT_THAT(problem(R"("variants": {"slow": {"sets": {}}})"), HasSubstr("did you mean \"set\"?"));
  EXPECT_THAT(problem(R"("variants": [])"), HasSubstr("must be an object"));
}

TEST(BehaviourCase, KnowsWhatCanBeSaidOfMeasures) {
  EXPECT_THAT(problem_with_expectation(R"({"is": 3})"), HasSubstr("it is not said what is measured"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests"})"), HasSubstr("nothing is said about"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "requests", "is": 0})"),
              HasSubstr("\"requests\" is neither a measure nor an amount"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests + ", "is": 0})"),
              HasSubstr("an operand is missing"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "", "is": 0})"), HasSubstr("an operand is missing"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests", "about": 3})"),
              HasSubstr("needs a confidence interval over seeds, or \"within\""));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests", "about": 3, "within": "much"})"),
              HasSubstr("\"much\" is not a tolerance"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests", "is": 3, "between": ["9 s", "8 s"]})"),
              HasSubstr("ends before it begins"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests", "is": 3, "between": ["9 s", "9 s"]})"),
              HasSubstr("a length of time"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests", "is": 3, "between": ["9 s"]})"),
              HasSubstr("takes two times"));
  EXPECT_THAT(problem_with_expectation(R"({"measure": "web-1.requests", "is": 3, "between": ["9 s", "31 s"]})"),
              HasSubstr("out of range"));
}

// ── false expectations ──

TEST(BehaviourCase, PassesWhatHolds) {
  EXPECT_THAT(failures_of_expectation(R"({"measure": "totals.outcomes.ok", "is": "totals.requests"})"), IsEmpty());
  EXPECT_THAT(failures_of_expectation(R"({"measure": "totals.outcomes.refused", "is": 0})"), IsEmpty());
}

TEST(BehaviourCase, FailsWhatDoesNotHoldWithPlaceFigureAndSeed) {
  EXPECT_THAT(failures_with_seeds("[7]", R"({"what": "nobody comes", "measure": "web-1.requests", "is": 0})"),
              ElementsAre(AllOf(HasSubstr("file.json:7: nobody comes: web-1.requests should be 0, but is 1"),
                                HasSubstr("(seed 7)"))));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.requests", "at_most": 3})"),
              ElementsAre(HasSubstr("should be at most 3")));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.requests", "at_least": 1e6})"),
              ElementsAre(HasSubstr("should be at least")));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.requests", "more_than": "web-1.requests"})"),
              ElementsAre(HasSubstr("should be more than")));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.requests", "less_than": "web-1.requests"})"),
              ElementsAre(HasSubstr("should be less than")));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.requests", "about": 30, "within": "5 %"})"),
              ElementsAre(HasSubstr("not within 5 %")));
}

TEST(BehaviourCase, HoldsEveryBoundOfAnExpectation) {
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.requests", "at_least": 1e6, "at_most": 3})"),
              ElementsAre(HasSubstr("at least"), HasSubstr("at most")));
}

TEST(BehaviourCase, LooksAtTheTimeBetweenAlone) {
  const std::string members = R"("do": ["10 s load 0"], "expect": [
    {"measure": "web-1.requests", "between": ["11 s", "30 s"], "is": 0},
    {"measure": "web-1.requests", "between": ["9 s", "30 s"], "is": 0}])";
  EXPECT_THAT(failures(members), ElementsAre(HasSubstr("between 9 s and 30 s should be 0, but is")));
}

TEST(BehaviourCase, ComparesMeansWithTheirConfidenceInterval) {
  EXPECT_THAT(failures_with_seeds("10", R"({"measure": "users.arrivals / 30 s", "about": "50/s"})"), IsEmpty());
  EXPECT_THAT(failures_with_seeds("10", R"({"measure": "users.arrivals / 30 s", "about": "60/s"})"),
              ElementsAre(HasSubstr("its 99.9 % interval reaches only")));
  EXPECT_THAT(
      failures_with_seeds("10", R"({"measure": "users.arrivals / 30 s", "about": "50/s", "resolution": "0.1 %"})"),
      ElementsAre(HasSubstr("too few observations to tell")));
}

TEST(BehaviourCase, ComparesVariants) {
  const std::string members = R"("variants": {"busier": {"set": {"users.rate": "100/s"}}}, "expect": [
    {"measure": "web-1.requests with busier", "more_than": "1.5 * web-1.requests"},
    {"with": "busier", "measure": "web-1.requests / 30 s", "at_least": "90/s", "at_most": "110/s"},
    {"measure": "web-1.requests with busier", "is": "web-1.requests"},
    {"with": "busier", "measure": "web-1.requests", "is": 0}])";
  EXPECT_THAT(failures(members), ElementsAre(HasSubstr("should be"), HasSubstr("with busier should be 0")));
}

TEST(BehaviourCase, LooksAtSamples) {
  const std::string members = R"("do": ["10 s kill web-1"], "expect": [
    {"every_sample": "web-1.state", "between": ["10 s", "30 s"], "is": "dead"},
    {"every_sample": "web-1.state", "is": "dead"},
    {"some_sample": "web-1.ok", "between": ["15 s", "30 s"], "more_than": "1/s"},
    {"every_sample": "web-1.ok", "between": ["10.2 s", "10.4 s"], "is": 0}])";
  EXPECT_THAT(failures(members), ElementsAre(HasSubstr("should be dead, but is up in the sample that ends at 1 s"),
                                             HasSubstr("in no sample"), HasSubstr("no sample ends in that time")));
}

TEST(BehaviourCase, CountsEvents) {
  const std::string members = R"("do": ["10 s kill web-1", "15 s restart web-1"], "expect": [
    {"event": "up", "component": "web-1", "between": ["20 s", "20 s"]},
    {"event": "action", "action": "kill", "target": "web-1", "times": 1},
    {"event": "up", "component": "web-1", "between": ["0 s", "19 s"]},
    {"event": "up", "component": "web-1", "times": 0},
    {"event": "up", "component": "web-1", "at_least": 2},
    {"event": "action", "at_most": 1}])";
  EXPECT_THAT(failures(members), ElementsAre(HasSubstr("should happen 1 or more times, but happened 0 times"),
                                             HasSubstr("should happen 0 times, but happened 1 times"),
                                             HasSubstr("should happen 2 or more times"),
                                             HasSubstr("should happen 0 to 1 times, but happened 2")));
}

TEST(BehaviourCase, SaysWhatTheResultDoesNotHave) {
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-2.requests", "is": 0})"),
              ElementsAre(HasSubstr("there is no component, link, class or host \"web-2\" in the result (did you mean "
                                    "\"web-1\"?)")));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.request", "is": 0})"),
              ElementsAre(HasSubstr("did you mean \"requests\"?")));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.outcomes.refuse", "is": 0})"),
              ElementsAre(HasSubstr("there is no measure \"refuse\"")));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "web-1.latency", "is": 0})"),
              ElementsAre(HasSubstr("go on to a number in it")));
}

TEST(BehaviourCase, HasNoLatencyWhereNothingEndedOk) {
  EXPECT_THAT(failures(R"("do": ["0 s fail web-1 100%"], "expect": [{"measure": "totals.latency.p99", "is": 0}])"),
              ElementsAre(HasSubstr("nothing ended ok")));
}

TEST(BehaviourCase, ComparesLikeWithLike) {
  EXPECT_THAT(failures_of_expectation(R"({"measure": "totals.latency.p99", "at_least": 3})"),
              ElementsAre(AllOf(HasSubstr("a time ("), HasSubstr("cannot be compared with a number (3)"))));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "totals.latency.p99 + totals.requests", "at_least": 3})"),
              ElementsAre(HasSubstr("a time and a number do not add up")));
  EXPECT_THAT(failures_of_expectation(R"({"measure": "totals.requests / totals.outcomes.refused", "at_least": 3})"),
              ElementsAre(HasSubstr("divided by 0")));
}

// ── expressions ──

TEST(BehaviourExpression, TakesOperatorsInTheirOrder) {
  const auto value = [](std::string_view text) {
    const auto expression = expression_from_text(text);
    EXPECT_TRUE(expression.ok()) << text;
    static const Json none;
    return evaluate(*expression, [](std::string_view) -> const Json& { return none; })->value;
  };
  EXPECT_DOUBLE_EQ(value("2 + 3 * 4"), 14);
  EXPECT_DOUBLE_EQ(value("(2 + 3) * 4"), 20);
  EXPECT_DOUBLE_EQ(value("10 - 3 - 2"), 5);
  EXPECT_DOUBLE_EQ(value("24 / 4 / 2"), 3);
  EXPECT_DOUBLE_EQ(value("1 / (1 - 50 %)"), 2);
}

TEST(BehaviourExpression, ReckonsWithUnits) {
  const auto amount = [](std::string_view text) {
    static const Json none;
    return *evaluate(*expression_from_text(text), [](std::string_view) -> const Json& { return none; });
  };
  EXPECT_DOUBLE_EQ(amount("20/s * 500 ms").value, 10);
  EXPECT_EQ(dimension_text(amount("20/s * 500 ms")), "a number");
  EXPECT_EQ(dimension_text(amount("3 / 2 s")), "a rate");
  EXPECT_EQ(dimension_text(amount("2 MiB / 1 s")), "a bandwidth");
  EXPECT_DOUBLE_EQ(amount("20 ms + 1 s").value, 1.02);
}

// ── schema ──

TEST(BehaviourSchema, ListsTheMembersThatTheRunnerKnows) {
  std::ostringstream text;
  text << std::ifstream(LOADFRAME_SOURCE_DIR "/tests/behaviour/case.schema.json").rdbuf();
  const auto schema = json_from_text(text.str(), "case.schema.json");
  ASSERT_TRUE(schema.ok()) << to_text(schema.diagnostic());
  const auto members_of = [](const Json* object) {
    std::vector<std::string_view> keys;
    if (const Json* properties = object ? object->member("properties") : nullptr)
      keys.assign(properties->keys.begin(), properties->keys.end());
    return keys;
  };
  const Json* definitions = schema->member("$defs");
  ASSERT_TRUE(definitions);
  const KnownMembers& known = known_members();
  EXPECT_THAT(members_of(&*schema), testing::UnorderedElementsAreArray(known.file));
  EXPECT_THAT(members_of(definitions->member("case")), testing::UnorderedElementsAreArray(known.one_case));
  EXPECT_THAT(members_of(definitions->member("variant")), testing::UnorderedElementsAreArray(known.variant));
  EXPECT_THAT(members_of(definitions->member("measure")), testing::UnorderedElementsAreArray(known.measure));
  EXPECT_THAT(members_of(definitions->member("event")), testing::UnorderedElementsAreArray(known.event));
}

}  // namespace loadframe::behaviour
