#include "architecture/architecture.h"

#include <gtest/gtest.h>

#include "samples.h"

namespace loadframe {
namespace {

using samples::add;
using samples::wire;

TEST(Architecture, FindsElementsByTheNamesThatPeopleUse) {
  const Architecture shop = samples::shop();
  EXPECT_EQ(find_by_name(shop, "web-1"), ElementId{samples::id_of(shop, "web-1")});
  EXPECT_EQ(find_by_name(shop, "zone-1"), ElementId{find_area(shop, "zone-1")->id});
  const Link* link = find_link(shop, samples::id_of(shop, "lb-1"), samples::id_of(shop, "web-2"));
  ASSERT_NE(link, nullptr);
  EXPECT_EQ(find_by_name(shop, "lb-1 -> web-2"), ElementId{link->id});
  for (const char* name : {"", "web-9", "web-2 -> lb-1", " -> ", "Web-1"})
    EXPECT_EQ(find_by_name(shop, name), ElementId{}) << name;
}

TEST(Architecture, FindsEveryElementByItsOwnName) {
  const Architecture shop = samples::shop();
  for (const Component& component : shop.components)
    EXPECT_EQ(find_by_name(shop, name_of(shop, component.id)), ElementId{component.id});
  for (const Area& area : shop.areas) EXPECT_EQ(find_by_name(shop, name_of(shop, area.id)), ElementId{area.id});
  for (const Link& link : shop.links) EXPECT_EQ(find_by_name(shop, name_of(shop, link.id)), ElementId{link.id});
  EXPECT_EQ(name_of(shop, ComponentId{99}), "");
  EXPECT_EQ(name_of(shop, LinkId{99}), "");
  EXPECT_EQ(name_of(shop, NoteId{1}), "");
}

TEST(Architecture, KnowsWhatAnAreaHoldsAtAnyDepth) {
  const Architecture shop = samples::shop();
  const AreaId zone = find_area(shop, "zone-1")->id;
  const AreaId host = find_area(shop, "host-1")->id;
  EXPECT_TRUE(is_within(shop, host, zone));
  EXPECT_TRUE(is_within(shop, zone, zone));
  EXPECT_FALSE(is_within(shop, zone, host));
  EXPECT_FALSE(is_within(shop, {}, zone));
  EXPECT_EQ(components_within(shop, host), std::vector{samples::id_of(shop, "web-1")});
  EXPECT_EQ(components_within(shop, zone).size(), 5u);
  EXPECT_EQ(host_of(shop, *find_component(shop, "web-2")), find_area(shop, "host-2"));
  EXPECT_EQ(host_of(shop, *find_component(shop, "cache-1")), nullptr);
}

TEST(Architecture, SurvivesAreasThatLieInEachOther) {
  Architecture circle;
  circle.areas = {{{1}, "zone-1", {}, {2}, ZoneSettings{}, {}}, {{2}, "zone-2", {}, {1}, ZoneSettings{}, {}}};
  Component server;
  server.id = {1};
  server.area = {1};
  server.settings = ServerSettings{};
  circle.components = {server};
  EXPECT_EQ(host_of(circle, server), nullptr);
  EXPECT_FALSE(is_within(circle, {1}, {3}));
  EXPECT_EQ(components_within(circle, {2}).size(), 1u);
}

/// Two servers, each in the innermost of its areas, and a link from one to the other.
class Latency : public testing::Test {
protected:
  AreaId area(AreaSettings settings, AreaId parent = {}) {
    const auto number = static_cast<std::uint32_t>(system_.areas.size()) + 1;
    system_.areas.push_back({{number}, "area-" + std::to_string(number), {}, parent, settings, {}});
    return {number};
  }

  Duration between(AreaId caller, AreaId callee) {
    system_.components.clear();
    for (const AreaId inside : {caller, callee}) {
      Component server;
      server.id = {static_cast<std::uint32_t>(system_.components.size()) + 1};
      server.area = inside;
      server.settings = ServerSettings{};
      system_.components.push_back(server);
    }
    return latency_of(system_, {{1}, {1}, {2}, {}, {}});
  }

  Architecture system_;
};

TEST_F(Latency, FollowsTheAreasThatALinkCrosses) {
  const AreaId region = area(RegionSettings{microseconds(700), milliseconds(40)});
  const AreaId far_region = area(RegionSettings{microseconds(600), milliseconds(60)});
  const AreaId zone = area(ZoneSettings{microseconds(200)}, region);
  const AreaId other_zone = area(ZoneSettings{microseconds(300)}, region);
  const AreaId far_zone = area(ZoneSettings{}, far_region);
  const AreaId host = area(HostSettings{4, 1, CpuSharing::fifo, microseconds(10)}, zone);
  const AreaId other_host = area(HostSettings{}, zone);
  const AreaId group = area(GroupSettings{}, host);
  EXPECT_EQ(between(host, host), microseconds(10));
  EXPECT_EQ(between(group, host), microseconds(10)) << "a group changes nothing";
  EXPECT_EQ(between(host, other_host), microseconds(200));
  EXPECT_EQ(between(host, zone), microseconds(200));
  EXPECT_EQ(between(host, other_zone), microseconds(700));
  EXPECT_EQ(between(other_zone, far_zone), milliseconds(60)) << "the slower region counts";
  EXPECT_EQ(between(far_zone, host), milliseconds(60));
}

TEST_F(Latency, IsThatOfAZoneWhereNothingIsKnown) {
  EXPECT_EQ(between({}, {}), ZoneSettings{}.latency);
  const AreaId zone = area(ZoneSettings{});
  const AreaId other = area(ZoneSettings{});
  EXPECT_EQ(between(zone, {}), ZoneSettings{}.latency);
  EXPECT_EQ(between(zone, other), RegionSettings{}.zone_latency);
}

TEST_F(Latency, GivenOnALinkGoesFirst) {
  const AreaId host = area(HostSettings{});
  between(host, host);
  Link link{{1}, {1}, {2}, {}, {}};
  link.settings.latency = milliseconds(9);
  EXPECT_EQ(latency_of(system_, link), milliseconds(9));
  link.settings.latency = Duration{};
  EXPECT_EQ(latency_of(system_, link), Duration{}) << "0 is given too";
}

TEST_F(Latency, FromUsersIsTheirs) {
  const auto users = add(system_, Kind::users);
  const auto server = add(system_, Kind::server);
  samples::settings<UsersSettings>(system_, users).access_latency = milliseconds(33);
  wire(system_, users, server);
  EXPECT_EQ(latency_of(system_, system_.links.front()), milliseconds(33));
}

}  // namespace
}  // namespace loadframe
