#include "architecture/editing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace loadframe {
namespace {

using samples::id_of;
using testing::HasSubstr;

class ScenarioText : public testing::Test {
protected:
  ScenarioText() { apply(*rename(shop_, find_by_name(shop_, "web-2"), "shop front 2"), shop_); }

  ScenarioStep read(std::string_view text) const {
    const auto step = scenario_step_from_text(shop_, text);
    EXPECT_TRUE(step) << text << (step ? "" : ": " + to_text(step.diagnostic()));
    return step ? *step : ScenarioStep{};
  }

  std::string problem(std::string_view text) const {
    const auto step = scenario_step_from_text(shop_, text);
    return step ? "none" : to_text(step.diagnostic());
  }

  Architecture shop_ = samples::shop();
};

TEST_F(ScenarioText, NamesATimeAnActionAndItsTarget) {
  const ScenarioStep kill = read("20s kill web-1");
  EXPECT_EQ(kill.at, seconds(20));
  EXPECT_EQ(kill.action, action(ActionKind::kill, id_of(shop_, "web-1")));
  EXPECT_EQ(read("  1.5 min   kill   web-1 ").at, seconds(90));
  EXPECT_EQ(read("0 kill web-1").at, Duration{});
  EXPECT_EQ(read("0 s kill web-1").at, Duration{});
  EXPECT_EQ(read("20s kill zone-1").action.target, ElementId{find_area(shop_, "zone-1")->id});
}

TEST_F(ScenarioText, TakesAmountsAsNumbersAndPerCent) {
  EXPECT_EQ(read("30s slow web-1 0.5").action.amount, 0.5);
  EXPECT_EQ(read("30s slow web-1 50%").action.amount, 0.5);
  EXPECT_EQ(read("30s fail web-1 20 %").action.amount, 0.2);
  EXPECT_EQ(read("30s slow web-1").action.amount, description(ActionKind::slow).default_amount);
  EXPECT_EQ(read("30s slow web-1 50%").action.target, ElementId{id_of(shop_, "web-1")});
}

TEST_F(ScenarioText, ChangesTheLoadOfAllOrOfSome) {
  EXPECT_EQ(read("10s load 2").action, (Action{ActionKind::load, {}, 2}));
  EXPECT_EQ(read("10s load 150%").action.amount, 1.5);
  EXPECT_EQ(read("10s load").action, action(ActionKind::load, {}));
  EXPECT_EQ(read("10s load users-1 3").action, (Action{ActionKind::load, id_of(shop_, "users-1"), 3}));
}

TEST_F(ScenarioText, TakesNamesWithBlanksAndNumbers) {
  const ElementId front = find_by_name(shop_, "shop front 2");
  EXPECT_EQ(read("20s kill shop front 2").action.target, front);
  EXPECT_EQ(read("20s slow shop front 2").action, action(ActionKind::slow, front));
  EXPECT_EQ(read("20s slow shop front 2 0.1").action, (Action{ActionKind::slow, front, 0.1}));
}

TEST_F(ScenarioText, NamesLinksByTheirEnds) {
  const ElementId link = find_by_name(shop_, "lb-1 -> web-1");
  EXPECT_EQ(read("5s cut lb-1 -> web-1").action.target, link);
  EXPECT_EQ(read("5s cut lb-1->web-1").action.target, link);
  EXPECT_EQ(read("5s mend lb-1 -> shop front 2").action.target, find_by_name(shop_, "lb-1 -> shop front 2"));
}

TEST_F(ScenarioText, SaysWhatIsWrongAndWhatToDo) {
  EXPECT_THAT(problem(""), HasSubstr("is not a time"));
  EXPECT_THAT(problem("soon kill web-1"), HasSubstr("\"soon\" is not a time"));
  EXPECT_THAT(problem("20 kill web-1"), HasSubstr("\"20\" is not a time"));
  EXPECT_THAT(problem("20s"), HasSubstr("the action is missing"));
  EXPECT_THAT(problem("20s kil web-1"), HasSubstr("did you mean \"kill\"?"));
  EXPECT_THAT(problem("20s explode web-1"), HasSubstr("the actions are kill, hang"));
  EXPECT_THAT(problem("20s kill"), HasSubstr("needs a target"));
  EXPECT_THAT(problem("20s kill web-11"), HasSubstr("did you mean \"web-1\"?"));
  EXPECT_THAT(problem("20s kill web-1 0.5"), HasSubstr("nothing is called \"web-1 0.5\""));
  EXPECT_THAT(problem("20s cut web-1 -> lb-1"), HasSubstr("nothing is called"));
  EXPECT_THAT(problem("20s cut web-1"), HasSubstr("can only be done to a link"));
  EXPECT_THAT(problem("20s kill lb-1 -> web-1"), HasSubstr("cannot be done to a link"));
  EXPECT_THAT(problem("20s slow web-1 0"), HasSubstr("choose a value from 0.001 to 1"));
  EXPECT_THAT(problem("20s fail web-1 120%"), HasSubstr("out of range"));
  EXPECT_THAT(problem("20s flush web-1"), HasSubstr("name a cache"));
  EXPECT_THAT(problem("20s load web-1 2"), HasSubstr("name users"));
  EXPECT_THAT(problem("-5s kill web-1"), HasSubstr("counted from the start"));
  EXPECT_THAT(problem("20s load 2 apples"), HasSubstr("nothing is called"));
}

TEST_F(ScenarioText, SurvivesAnyText) {
  for (const char* text : {" ", "\t", "%", "0", "0 %", "0 load %", "0 load  %  ", "1e400s kill x", "0s load -> ",
                           "0 cut ->", "0s slow % %", "0s slow 5 5 5"})
    EXPECT_NE(problem(text), "none") << text;
}

}  // namespace
}  // namespace loadframe
