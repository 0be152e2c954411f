#include "architecture/kinds.h"

#include "architecture/areas.h"
#include "architecture/faults.h"

#include <gtest/gtest.h>

#include <set>

namespace loadframe {
namespace {

TEST(Kinds, AreDescribedEachOnce) {
  std::set<std::string_view> keys;
  std::set<std::string_view> stems;
  ASSERT_EQ(kinds().size(), std::variant_size_v<AnyComponentSettings>);
  for (std::size_t i = 0; i < kinds().size(); ++i) {
    const auto kind = static_cast<Kind>(i);
    const KindDescription& about = description(kind);
    EXPECT_TRUE(keys.insert(about.key).second);
    EXPECT_TRUE(stems.insert(about.name_stem).second);
    EXPECT_FALSE(about.label.empty());
    EXPECT_FALSE(about.help.empty());
    EXPECT_EQ(kind_from_key(about.key), kind);
    EXPECT_EQ(kind_of(default_settings(kind)), kind);
    for (const auto callee : about.callees) EXPECT_TRUE(kind_from_key(callee)) << callee;
  }
  EXPECT_EQ(kind_from_key("mainframe"), std::nullopt);
}

TEST(Kinds, MayCallWhatTheFieldWiresThemTo) {
  EXPECT_TRUE(may_call(Kind::users, Kind::load_balancer));
  EXPECT_TRUE(may_call(Kind::load_balancer, Kind::server));
  EXPECT_TRUE(may_call(Kind::server, Kind::relational_database));
  EXPECT_TRUE(may_call(Kind::relational_database, Kind::relational_database));
  EXPECT_FALSE(may_call(Kind::relational_database, Kind::server));
  for (std::size_t i = 0; i < kinds().size(); ++i) {
    EXPECT_FALSE(may_call(static_cast<Kind>(i), Kind::users));
    EXPECT_FALSE(may_call(Kind::dns, static_cast<Kind>(i)));
  }
}

TEST(AreaKinds, AreDescribedEachOnce) {
  std::set<std::string_view> keys;
  ASSERT_EQ(area_kinds().size(), std::variant_size_v<AreaSettings>);
  for (std::size_t i = 0; i < area_kinds().size(); ++i) {
    const auto kind = static_cast<AreaKind>(i);
    const AreaKindDescription& about = description(kind);
    EXPECT_TRUE(keys.insert(about.key).second);
    EXPECT_FALSE(about.label.empty());
    EXPECT_FALSE(about.help.empty());
    EXPECT_FALSE(about.name_stem.empty());
    EXPECT_EQ(area_kind_from_key(about.key), kind);
    EXPECT_EQ(kind_of(default_settings(kind)), kind);
  }
  EXPECT_EQ(area_kind_from_key("rack"), std::nullopt);
}

TEST(AreaKinds, NestFromTheInsideOut) {
  using enum AreaKind;
  for (const auto outer : {zone, region, group}) EXPECT_TRUE(may_contain(outer, host));
  EXPECT_TRUE(may_contain(region, zone));
  EXPECT_FALSE(may_contain(zone, region));
  for (const auto same : {host, zone, region}) EXPECT_FALSE(may_contain(same, same));
  for (const auto outer : {host, zone, region, group}) EXPECT_TRUE(may_contain(outer, group));
  EXPECT_FALSE(may_contain(host, zone));
}

TEST(Actions, AreDescribedEachOnce) {
  std::set<std::string_view> keys;
  ASSERT_EQ(action_kinds().size(), static_cast<std::size_t>(ActionKind::rejoin) + 1);
  for (std::size_t i = 0; i < action_kinds().size(); ++i) {
    const auto kind = static_cast<ActionKind>(i);
    const ActionDescription& about = description(kind);
    SCOPED_TRACE(about.key);
    EXPECT_TRUE(keys.insert(about.key).second);
    EXPECT_FALSE(about.label.empty());
    EXPECT_TRUE(about.help.ends_with('.'));
    EXPECT_TRUE(about.on_components != about.on_links);
    EXPECT_EQ(action_kind_from_key(about.key), kind);
    if (!about.amount_label.empty()) {
      EXPECT_LT(about.amount_range.least, about.amount_range.most);
      EXPECT_GE(about.default_amount, about.amount_range.least);
      EXPECT_LE(about.default_amount, about.amount_range.most);
    }
    const Action made = action(kind, ComponentId{3});
    EXPECT_EQ(made.kind, kind);
    EXPECT_EQ(made.amount, about.default_amount);
    EXPECT_EQ(made.target, ElementId{ComponentId{3}});
  }
  EXPECT_EQ(action_kind_from_key("explode"), std::nullopt);
}

}  // namespace
}  // namespace loadframe
