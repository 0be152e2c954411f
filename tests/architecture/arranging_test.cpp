#include "architecture/arranging.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace loadframe {
namespace {

using samples::add;
using samples::id_of;
using testing::ElementsAre;

std::vector<ElementId> named(const Architecture& architecture, std::initializer_list<std::string_view> names) {
  std::vector<ElementId> ids;
  for (const auto name : names) ids.push_back(find_by_name(architecture, name));
  return ids;
}

Point at(const Architecture& architecture, std::string_view name) { return find_component(architecture, name)->at; }

TEST(Aligning, PutsEverythingOnTheEdgeOfTheBoxAround) {
  Architecture system;
  add(system, Kind::server, {0, 0});
  add(system, Kind::server, {40, 200});
  add(system, Kind::server, {-16, 400});
  const auto all = named(system, {"web-1", "web-2", "web-3"});
  Architecture left = system;
  apply(align(left, all, Alignment::left), left);
  for (const char* name : {"web-1", "web-2", "web-3"}) EXPECT_EQ(at(left, name).x, -16) << name;
  EXPECT_EQ(at(left, "web-2").y, 200);
  Architecture middle = system;
  apply(align(middle, all, Alignment::middle), middle);
  for (const char* name : {"web-1", "web-2", "web-3"}) EXPECT_EQ(at(middle, name).y, 200) << name;
}

TEST(Aligning, MovesAnAreaWithWhatItHoldsAsOne) {
  Architecture system;
  add(system, AreaKind::host, {100, 0, 300, 200});
  add(system, Kind::server, {150, 60});
  add(system, Kind::server, {0, 300});
  apply(align(system, named(system, {"host-1", "web-1", "web-2"}), Alignment::left), system);
  EXPECT_EQ(find_area(system, "host-1")->at.x, 0);
  EXPECT_EQ(at(system, "web-1").x, 50);
  EXPECT_EQ(at(system, "web-2").x, 0);
}

TEST(Aligning, OfOneElementIsNoChange) {
  Architecture system;
  add(system, Kind::server, {5, 5});
  EXPECT_TRUE(align(system, named(system, {"web-1"}), Alignment::left).empty());
}

TEST(Distributing, MakesTheGapsEqualAndKeepsTheEnds) {
  Architecture system;
  add(system, Kind::server, {0, 0});
  add(system, Kind::server, {0, 100});
  add(system, Kind::server, {0, 400});
  apply(distribute(system, named(system, {"web-3", "web-1", "web-2"}), Spreading::down), system);
  EXPECT_EQ(at(system, "web-1").y, 0);
  EXPECT_EQ(at(system, "web-2").y, 200);
  EXPECT_EQ(at(system, "web-3").y, 400);
}

TEST(Wrapping, DrawsAnAreaAroundTheElementsAlone) {
  Architecture system;
  add(system, Kind::server, {0, 0});
  add(system, Kind::server, {0, 200});
  add(system, Kind::server, {600, 0});
  apply(wrap(system, named(system, {"web-1", "web-2"}), AreaKind::host), system);
  const Area* host = find_area(system, "host-1");
  ASSERT_NE(host, nullptr);
  EXPECT_EQ(find_component(system, "web-1")->area, host->id);
  EXPECT_EQ(find_component(system, "web-2")->area, host->id);
  EXPECT_EQ(find_component(system, "web-3")->area, AreaId());
}

TEST(Wrapping, GrowsTheAreaAroundAndMovesAsideWhatIsBeyondIt) {
  Architecture system;
  add(system, AreaKind::zone, {0, 0, 200, 110});
  add(system, Kind::server, {16, 20});
  add(system, AreaKind::zone, {210, 0, 200, 110});
  add(system, Kind::server, {226, 20});
  apply(wrap(system, named(system, {"web-1"}), AreaKind::host), system);
  const Area* host = find_area(system, "host-1");
  const Area* first = find_area(system, "zone-1");
  const Area* second = find_area(system, "zone-2");
  EXPECT_EQ(host->parent, first->id);
  EXPECT_TRUE(contains(first->at, host->at));
  EXPECT_GE(second->at.x, first->at.x + first->at.width) << "the areas do not overlap";
  EXPECT_EQ(find_component(system, "web-2")->area, second->id);
}

TEST(Wrapping, RefusesWhatAnAreaMayNotContainAndSaysWhy) {
  Architecture system;
  add(system, AreaKind::zone, {0, 0, 400, 300});
  add(system, Kind::server, {50, 50});
  const auto zone = named(system, {"zone-1"});
  ASSERT_TRUE(objection_to_wrap(system, zone, AreaKind::host));
  EXPECT_FALSE(objection_to_wrap(system, zone, AreaKind::host)->remedy.empty());
  EXPECT_TRUE(wrap(system, zone, AreaKind::host).empty());
  EXPECT_TRUE(objection_to_wrap(system, named(system, {"web-1"}), AreaKind::region)) << "inside of a zone";
  EXPECT_FALSE(objection_to_wrap(system, zone, AreaKind::region));
  EXPECT_TRUE(objection_to_wrap(system, {}, AreaKind::group));
}

TEST(Locking, IsUndoneAndDoesNotConcernTheEngine) {
  Architecture system = samples::shop();
  const Architecture before = system;
  const auto some = named(system, {"web-1", "zone-1"});
  const Change change = set_lock(system, some, Lock::on);
  EXPECT_FALSE(affects_simulation(change));
  apply(change, system);
  EXPECT_TRUE(is_locked(system, some.front()));
  EXPECT_THAT(unlocked(system, named(system, {"web-1", "web-2", "zone-1"})),
              ElementsAre(find_by_name(system, "web-2")));
  apply(reversed(change), system);
  EXPECT_EQ(system, before);
}

TEST(Flow, GoesFromUsersToWhatTheyReachLast) {
  const Architecture shop = samples::shop();
  std::vector<std::string> names;
  for (const ComponentId id : in_order_of_flow(shop)) names.push_back(find(shop, id)->name);
  EXPECT_THAT(names, ElementsAre("users-1", "lb-1", "dns-1", "web-1", "web-2", "cache-1", "db-1", "db-2"));
}

TEST(Flow, HoldsEveryComponentOfACircleOnce) {
  Architecture system;
  for (int i = 0; i < 4; ++i) add(system, Kind::server, {0, 100.0 * i});
  const auto id = [&](const char* name) { return id_of(system, name); };
  samples::wire(system, id("web-1"), id("web-2"));
  samples::wire(system, id("web-2"), id("web-3"));
  samples::wire(system, id("web-3"), id("web-2"));
  EXPECT_EQ(in_order_of_flow(system).size(), 4u);
  EXPECT_TRUE(in_order_of_flow(Architecture()).empty());
}

TEST(Flow, LeadsToTheNeighbourThatIsLinked) {
  const Architecture shop = samples::shop();
  const auto to = [&](const char* name, Direction direction) {
    return name_of(shop, neighbour(shop, id_of(shop, name), direction));
  };
  EXPECT_EQ(to("users-1", Direction::right), "lb-1");
  EXPECT_EQ(to("lb-1", Direction::right), "web-1");
  EXPECT_EQ(to("web-1", Direction::down), "web-2");
  EXPECT_EQ(to("web-1", Direction::left), "lb-1");
  EXPECT_EQ(to("users-1", Direction::left), "");
}

}  // namespace
}  // namespace loadframe
