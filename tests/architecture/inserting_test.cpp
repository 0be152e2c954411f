#include "architecture/inserting.h"

#include "architecture/changing_kind.h"
#include "architecture/naming.h"
#include "architecture/replicating.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "samples.h"

namespace loadframe {
namespace {

using samples::add;
using samples::id_of;
using testing::ElementsAre;

/// Users beside a server, wired with settings of its own.
Architecture pair(double distance) {
  Architecture system;
  const auto users = add(system, Kind::users, {0, 0});
  const auto server = add(system, Kind::server, {distance, 0});
  samples::wire(system, users, server);
  system.links.front().settings.retries = 3;
  system.links.front().label = "browse";
  system.properties.scenario = {{seconds(5), action(ActionKind::cut, system.links.front().id), {}}};
  return system;
}

const Link* link(const Architecture& system, const char* caller, const char* callee) {
  return find_link(system, id_of(system, caller), id_of(system, callee));
}

bool any_overlap(const Architecture& system) {
  for (const Component& one : system.components)
    for (const Component& other : system.components)
      if (one.id < other.id && std::abs(one.at.x - other.at.x) < component_width &&
          std::abs(one.at.y - other.at.y) < component_height)
        return true;
  return false;
}

TEST(NextName, CountsUpTheNumberAtTheEnd) {
  Architecture empty;
  EXPECT_EQ(next_name(empty, "web-3"), "web-4");
  EXPECT_EQ(next_name(empty, "db-r1"), "db-r2");
  EXPECT_EQ(next_name(empty, "api"), "api-2");
  EXPECT_EQ(next_name(empty, "2024"), "2024-1");
}

TEST(InsertingOnALink, WiresBothHopsAndKeepsTheCallersSettings) {
  Architecture system = pair(800);
  const Architecture before = system;
  const Pasted inserted = insert(system, system.links.front().id, Kind::load_balancer, {400, 0});
  apply(inserted.change, system);
  EXPECT_EQ(link(system, "users-1", "web-1"), nullptr);
  ASSERT_NE(link(system, "users-1", "lb-1"), nullptr);
  ASSERT_NE(link(system, "lb-1", "web-1"), nullptr);
  EXPECT_EQ(link(system, "users-1", "lb-1")->settings.retries, 3);
  EXPECT_EQ(link(system, "users-1", "lb-1")->label, "browse");
  EXPECT_EQ(link(system, "lb-1", "web-1")->settings, LinkSettings());
  EXPECT_EQ(find_component(system, "lb-1")->at, (Point{400, 0})) << "there is room";
  EXPECT_EQ(system.properties.scenario.front().action.target, ElementId{link(system, "users-1", "lb-1")->id});
  EXPECT_EQ(inserted.elements, std::vector<ElementId>{id_of(system, "lb-1")});
  EXPECT_NE(link(system, "users-1", "lb-1")->id, before.links.front().id)
      << "the running engine would take it for the same wire";
  apply(reversed(inserted.change), system);
  EXPECT_EQ(system, before);
}

TEST(InsertingOnALink, MakesRoomWhereItIsTooTight) {
  Architecture system = pair(220);
  add(system, Kind::cache, {440, 0});
  apply(insert(system, system.links.front().id, Kind::load_balancer, {100, 0}).change, system);
  EXPECT_FALSE(any_overlap(system));
  EXPECT_EQ(find_component(system, "users-1")->at.x, 0);
  EXPECT_GT(find_component(system, "web-1")->at.x, 220);
  EXPECT_EQ(find_component(system, "cache-1")->at.x - find_component(system, "web-1")->at.x, 220)
      << "what lies behind moves along";
}

TEST(InsertingOnALink, TakesAComponentThatIsThereAndLoose) {
  Architecture system = pair(300);
  const auto balancer = add(system, Kind::load_balancer, {100, 300});
  ASSERT_FALSE(objection_to_insert(system, system.links.front().id, balancer));
  apply(insert(system, system.links.front().id, balancer, {30, -300}), system);
  EXPECT_NE(link(system, "users-1", "lb-1"), nullptr);
  EXPECT_NE(link(system, "lb-1", "web-1"), nullptr);
  EXPECT_EQ(link(system, "users-1", "web-1"), nullptr);
  EXPECT_FALSE(any_overlap(system));
}

TEST(InsertingOnALink, RefusesWhatMayNotStandThere) {
  const Architecture system = pair(800);
  const LinkId id = system.links.front().id;
  EXPECT_TRUE(objection_to_insert(system, id, Kind::users));
  EXPECT_TRUE(objection_to_insert(system, id, Kind::relational_database));
  EXPECT_TRUE(insert(system, id, Kind::users, {400, 0}).change.empty());
  EXPECT_TRUE(objection_to_insert(system, LinkId{99}, Kind::server));
}

TEST(AddingWired, PutsSeveralBelowEachOtherAndWiresEach) {
  Architecture system;
  const auto balancer = add(system, Kind::load_balancer, {0, 0});
  Addition addition;
  addition.count = 3;
  addition.at = place_beside(system, std::vector{balancer}, Beside::right, 3);
  addition.name_stem = "api";
  addition.callers = {balancer};
  apply(loadframe::add(system, addition).change, system);
  for (const char* name : {"api-1", "api-2", "api-3"}) EXPECT_NE(link(system, "lb-1", name), nullptr) << name;
  EXPECT_FALSE(any_overlap(system));
  EXPECT_GT(find_component(system, "api-1")->at.x, component_width);
}

TEST(AddingWired, LeavesOutWhatMayNotBeWired) {
  Architecture system;
  const auto database = add(system, Kind::relational_database, {0, 0});
  Addition addition;
  addition.kind = Kind::users;
  addition.callers = {database};
  apply(loadframe::add(system, addition).change, system);
  EXPECT_EQ(system.components.size(), 2u);
  EXPECT_TRUE(system.links.empty());
}

TEST(AddingWired, GrowsTheAreaThatReceivesIt) {
  Architecture system;
  add(system, AreaKind::zone, {0, 0, 300, 200});
  Addition addition;
  addition.at = {100, 90};
  addition.count = 3;
  apply(loadframe::add(system, addition).change, system);
  const Area& zone = system.areas.front();
  for (const Component& component : system.components) {
    EXPECT_EQ(component.area, zone.id);
    EXPECT_TRUE(contains(zone.at, box_of(component)));
  }
}

TEST(AddingWired, KnowsAtOnceWhatACallerCanBeWiredTo) {
  Architecture shop = samples::shop();
  add(shop, Kind::cache);
  add(shop, Kind::relational_database);
  add(shop, Kind::server);
  for (const Component& caller : shop.components) {
    std::vector<ComponentId> expected;
    for (const Component& callee : shop.components)
      if (!objection_to_connect(shop, caller.id, callee.id)) expected.push_back(callee.id);
    EXPECT_EQ(possible_callees(shop, caller.id), expected) << caller.name;
  }
}

TEST(Replicating, NamesAndWiresCopiesLikeTheOriginal) {
  Architecture shop = samples::shop();
  const Architecture before = shop;
  samples::settings<ServerSettings>(shop, id_of(shop, "web-1")).workers = 77;
  const std::vector<ElementId> web{id_of(shop, "web-1")};
  const Replicated replicated = replicate(shop, web, 4, ReplicaPlacing::column);
  apply(replicated.change, shop);
  EXPECT_EQ(shop.components.size(), before.components.size() + 3);
  EXPECT_EQ(replicated.elements.size(), 4u);
  EXPECT_EQ(replicated.links_left_out, 0);
  for (const char* name : {"web-3", "web-4", "web-5"}) {
    ASSERT_NE(find_component(shop, name), nullptr) << name;
    EXPECT_EQ(std::get<ServerSettings>(find_component(shop, name)->settings).workers, 77);
    EXPECT_EQ(find_component(shop, name)->area, find_component(shop, "web-1")->area) << name;
    for (const char* callee : {"cache-1", "db-1", "db-2"}) EXPECT_NE(link(shop, name, callee), nullptr) << callee;
    EXPECT_NE(link(shop, "lb-1", name), nullptr);
  }
  EXPECT_FALSE(any_overlap(shop));
  for (const Component& component : shop.components) {
    const Area* area = find(shop, component.area);
    EXPECT_TRUE(!area || contains(area->at, box_of(component))) << component.name;
  }
  EXPECT_EQ(find_component(shop, "web-2")->area, find_area(shop, "host-2")->id) << "room was made for the first host";
}

TEST(Replicating, CopiesAHostWithAllThatStandsOnIt) {
  Architecture shop = samples::shop();
  const std::vector<ElementId> host{find_area(shop, "host-1")->id};
  apply(replicate(shop, host, 3, ReplicaPlacing::column).change, shop);
  EXPECT_EQ(shop.areas.size(), 5u);
  EXPECT_NE(link(shop, "lb-1", "web-4"), nullptr);
  EXPECT_EQ(find_component(shop, "web-4")->area, find_area(shop, "host-4")->id);
  EXPECT_EQ(find_area(shop, "host-4")->parent, find_area(shop, "zone-1")->id);
  EXPECT_FALSE(any_overlap(shop));
}

TEST(Replicating, CountsUpFromTheNumberThatThereIs) {
  Architecture system;
  const auto server = add(system, Kind::server);
  apply(*rename(system, server, "api"), system);
  const std::vector<ElementId> one{server};
  apply(replicate(system, one, 3, ReplicaPlacing::row).change, system);
  EXPECT_NE(find_component(system, "api-2"), nullptr);
  EXPECT_NE(find_component(system, "api-3"), nullptr);
  EXPECT_EQ(find_component(system, "api-2")->at.y, find_component(system, "api")->at.y);
}

TEST(Replicating, LeavesOutALinkThatACopyMayNotHave) {
  Architecture shop = samples::shop();
  const std::vector<ElementId> primary{id_of(shop, "db-1")};
  const Replicated replicated = replicate(shop, primary, 2, ReplicaPlacing::column);
  EXPECT_EQ(replicated.links_left_out, 1) << "db-2 has a primary already";
}

TEST(ChangingTheKind, KeepsLinksAndSettingsThatTheNewKindHas) {
  Architecture shop = samples::shop();
  const Architecture before = shop;
  const auto web = id_of(shop, "web-1");
  samples::settings<ServerSettings>(shop, web).workers = 9;
  const std::vector<ElementId> one{web};
  const ChangedKind changed = change_kind(shop, one, Kind::load_balancer);
  std::set<std::string> lost;
  for (const LinkId id : changed.lost) lost.insert(name_of(shop, id));
  apply(changed.change, shop);
  const Component* now = find(shop, web);
  EXPECT_EQ(kind_of(now->settings), Kind::load_balancer);
  EXPECT_EQ(now->name, "lb-2") << "its name told the old kind";
  EXPECT_EQ(now->at, find_component(before, "web-1")->at);
  for (const Link& each : shop.links)
    EXPECT_TRUE(may_call(kind_of(find(shop, each.caller)->settings), kind_of(find(shop, each.callee)->settings)));
  EXPECT_FALSE(lost.empty());
}

TEST(ChangingTheKind, TakesOverSettingsOfTheSameNameAndType) {
  Architecture system;
  const auto server = add(system, Kind::server);
  apply(*rename(system, server, "jobs"), system);
  samples::settings<ServerSettings>(system, server).cpu_time = Law{LawShape::exponential, milliseconds(7)};
  const std::vector<ElementId> one{server};
  apply(change_kind(system, one, Kind::worker).change, system);
  EXPECT_EQ(find(system, server)->name, "jobs");
  EXPECT_EQ(std::get<WorkerSettings>(find(system, server)->settings).cpu_time,
            (Law{LawShape::exponential, milliseconds(7)}));
}

}  // namespace
}  // namespace loadframe
