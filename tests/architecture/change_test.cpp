#include "architecture/change.h"

#include <gtest/gtest.h>

#include <array>

#include "samples.h"

namespace loadframe {
namespace {

Architecture after(const Change& change, Architecture architecture) {
  apply(change, architecture);
  return architecture;
}

class Changes : public testing::Test {
protected:
  Change moved(std::string_view name, Point by) const {
    const std::array elements{find_by_name(shop_, name)};
    return move(shop_, elements, by);
  }

  Architecture shop_ = samples::shop();
};

TEST_F(Changes, MergeIntoOneWithTheEffectOfBoth) {
  const Change first = moved("web-1", {10, 0});
  const Architecture between = after(first, shop_);
  const std::array elements{find_by_name(shop_, "web-1")};
  const Change second = move(between, elements, {0, 5});
  const auto both = merged(first, second);
  ASSERT_TRUE(both);
  EXPECT_EQ(both->steps.size(), 1u);
  EXPECT_EQ(after(*both, shop_), after(second, between));
  EXPECT_EQ(after(reversed(*both), after(second, between)), shop_);
}

TEST_F(Changes, MergeOnlyIfTheyTouchTheSameElements) {
  EXPECT_FALSE(merged(moved("web-1", {1, 1}), moved("web-2", {1, 1})));
  EXPECT_FALSE(merged(moved("web-1", {1, 1}), moved("zone-1", {1, 1})));
  const Change added = add_component(shop_, Kind::server, {});
  EXPECT_FALSE(merged(added, added));
  const std::array gone{find_by_name(shop_, "db-2")};
  EXPECT_FALSE(merged(moved("db-2", {1, 1}), remove(shop_, gone)));
}

TEST_F(Changes, MergeOfPropertiesKeepsTheFirstAndTheLast) {
  Properties one = shop_.properties;
  one.name = "Sho";
  const Change first = set_properties(shop_, one);
  Properties other = one;
  other.name = "Sh";
  const Change second = set_properties(after(first, shop_), other);
  EXPECT_EQ(after(*merged(first, second), shop_).properties, other);
}

TEST_F(Changes, ReverseTwiceIsTheSameAgain) {
  const std::array gone{find_by_name(shop_, "web-1"), find_by_name(shop_, "zone-1")};
  const Change change = remove(shop_, gone);
  EXPECT_EQ(reversed(reversed(change)), change);
}

TEST_F(Changes, AreForTheEngineOnlyIfTheyTouchWhatItRuns) {
  EXPECT_FALSE(affects_simulation(moved("cache-1", {1, 0})));
  EXPECT_FALSE(affects_simulation(add_note(shop_, "hi", {})));
  EXPECT_FALSE(affects_simulation(Change{}));
  Properties renamed = shop_.properties;
  renamed.name = "Another name";
  EXPECT_FALSE(affects_simulation(set_properties(shop_, renamed)));
  EXPECT_TRUE(affects_simulation(set_scenario(shop_, {})));
  EXPECT_TRUE(affects_simulation(add_component(shop_, Kind::server, {})));
  EXPECT_TRUE(affects_simulation(moved("web-1", {0, 200}))) << "it has left its host";
  EXPECT_TRUE(affects_simulation(*set_setting_from_text(shop_, "web-1", "workers", "7")));
}

}  // namespace
}  // namespace loadframe
