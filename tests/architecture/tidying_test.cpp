#include "architecture/tidying.h"

#include "architecture/drawing.h"
#include "architecture/editing.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

bool overlap(const Rectangle& a, const Rectangle& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/// Users, a balancer, servers in a zone, a database with a replica in a group; all at one place.
struct Shop : Drawing {
  ComponentId users = add("users", UsersSettings{});
  ComponentId database = add("db", RelationalDatabaseSettings{});
  ComponentId replica = add("db-r1", RelationalDatabaseSettings{});
  ComponentId balancer = add("lb", LoadBalancerSettings{});
  std::vector<ComponentId> servers;
  AreaId zone;
  AreaId data;

  explicit Shop(int number = 3) {
    for (int i = 1; i <= number; ++i) servers.push_back(add("web-" + std::to_string(i), ServerSettings{}));
    zone = area("zone", ZoneSettings{}, {});
    for (Component& component : architecture.components)
      if (std::holds_alternative<ServerSettings>(component.settings)) component.area = zone;
    data = area("data", GroupSettings{}, {database, replica});
    wire(users, balancer);
    for (const ComponentId server : servers) {
      wire(balancer, server);
      wire(server, database);
    }
    wire(database, replica);
  }

  const Component& at(ComponentId id) const { return *find(architecture, id); }
  void tidy_up() { apply(tidy(architecture), architecture); }
};

TEST(TidyingUp, PutsCallersToTheLeftOfThoseTheyCall) {
  Shop shop;
  shop.tidy_up();
  for (const Link& link : shop.architecture.links)
    EXPECT_LT(shop.at(link.caller).at.x + component_width, shop.at(link.callee).at.x);
}

TEST(TidyingUp, PutsReplicasIntoOneColumnInTheirOrder) {
  Shop shop(5);
  shop.tidy_up();
  for (std::size_t i = 1; i < shop.servers.size(); ++i) {
    EXPECT_EQ(shop.at(shop.servers[i]).at.x, shop.at(shop.servers[0]).at.x);
    EXPECT_GT(shop.at(shop.servers[i]).at.y, shop.at(shop.servers[i - 1]).at.y + component_height);
  }
}

TEST(TidyingUp, BreaksLongColumns) {
  Shop shop(40);
  shop.tidy_up();
  const Area& zone = shop.architecture.areas[0];
  EXPECT_LT(zone.at.height, 20 * component_height);
}

TEST(TidyingUp, KeepsWhatAreasHoldInsideAndOtherThingsOut) {
  Shop shop;
  shop.tidy_up();
  for (const Area& area : shop.architecture.areas)
    for (const Component& component : shop.architecture.components) {
      if (component.area == area.id) EXPECT_TRUE(contains(area.at, box_of(component))) << component.name;
      else EXPECT_FALSE(overlap(area.at, box_of(component))) << component.name;
    }
  EXPECT_FALSE(overlap(shop.architecture.areas[0].at, shop.architecture.areas[1].at));
}

TEST(TidyingUp, LetsNothingOverlapInCirclesAndWithoutLinks) {
  Drawing drawing;
  std::vector<ComponentId> all;
  for (int i = 0; i < 30; ++i) all.push_back(drawing.add("s" + std::to_string(i), ServerSettings{}));
  for (std::size_t i = 0; i < 20; ++i) drawing.wire(all[i], all[(i * 7 + 3) % 20]);
  drawing.wire(all[0], all[0]);
  apply(tidy(drawing.architecture), drawing.architecture);
  const auto& components = drawing.architecture.components;
  for (std::size_t i = 0; i < components.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(box_of(components[i]), box_of(components[j])));
}

TEST(TidyingUp, TwiceIsAsOnce) {
  Shop shop;
  shop.tidy_up();
  EXPECT_TRUE(tidy(shop.architecture).empty());
}

TEST(TidyingUp, OfSomeLeavesTheOthers) {
  Shop shop;
  shop.tidy_up();
  const Architecture before = shop.architecture;
  for (const ComponentId server : shop.servers)
    shop.architecture.components[server.value - 1].at = {shop.architecture.areas[0].at.x + 40, 90};
  std::vector<ElementId> chosen(shop.servers.begin(), shop.servers.end());
  apply(tidy(shop.architecture, chosen), shop.architecture);
  for (const ComponentId other : {shop.users, shop.balancer, shop.database, shop.replica})
    EXPECT_EQ(shop.at(other).at, find(before, other)->at);
  for (std::size_t i = 1; i < shop.servers.size(); ++i)
    EXPECT_GT(shop.at(shop.servers[i]).at.y, shop.at(shop.servers[i - 1]).at.y + component_height);
  for (const ComponentId server : shop.servers)
    EXPECT_TRUE(contains(shop.architecture.areas[0].at, box_of(shop.at(server))));
}

TEST(TidyingUp, LeavesWhatIsLockedAndLaysOutTheRestBesideIt) {
  Shop shop;
  shop.tidy_up();
  shop.architecture.components[shop.balancer.value - 1].locked = true;
  shop.architecture.components[shop.replica.value - 1].locked = true;
  const Architecture before = shop.architecture;
  for (const ComponentId moved : {shop.users, shop.database}) shop.architecture.components[moved.value - 1].at = {7, 9};
  shop.tidy_up();
  for (const ComponentId locked : {shop.balancer, shop.replica})
    EXPECT_EQ(shop.at(locked).at, find(before, locked)->at);
  EXPECT_TRUE(contains(find(shop.architecture, shop.data)->at, box_of(shop.at(shop.replica))));
  EXPECT_TRUE(contains(find(shop.architecture, shop.data)->at, box_of(shop.at(shop.database))));
  // The area does not stretch to where its free component had strayed.
  EXPECT_EQ(find(shop.architecture, shop.data)->at.x, find(before, shop.data)->at.x);
  EXPECT_EQ(find(shop.architecture, shop.data)->at.y, find(before, shop.data)->at.y);
  const auto& components = shop.architecture.components;
  for (std::size_t i = 0; i < components.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(box_of(components[i]), box_of(components[j])));
}

TEST(TidyingUp, LeavesALockedAreaAsItIs) {
  Shop shop;
  shop.tidy_up();
  shop.architecture.areas[0].locked = true;
  const Architecture before = shop.architecture;
  shop.architecture.components[shop.users.value - 1].at = {4000, 4000};
  shop.tidy_up();
  EXPECT_EQ(shop.architecture.areas[0], before.areas[0]);
  EXPECT_LT(shop.at(shop.users).at.x, shop.at(shop.balancer).at.x);  // the rest is tidied
  for (const ComponentId server : shop.servers) EXPECT_EQ(shop.at(server).at, find(before, server)->at);
}

TEST(TidyingUp, MovesNotesFromUnderWhatItLaysOut) {
  Shop shop;
  shop.architecture.notes.push_back(Note{{1}, "about it", {100, 10, 160, 80}, {}});
  shop.tidy_up();
  for (const Area& area : shop.architecture.areas) EXPECT_FALSE(overlap(area.at, shop.architecture.notes[0].at));
}

TEST(TidyingUp, OfAThousandComponentsLetsNoneLieOnAnother) {
  Drawing drawing;
  for (int i = 0; i < 1000; ++i) drawing.add("s" + std::to_string(i), ServerSettings{});
  for (std::uint32_t i = 0; i < 3000; ++i) drawing.wire({i % 1000 + 1}, {(i * 37 + 11) % 1000 + 1});
  apply(tidy(drawing.architecture), drawing.architecture);
  const auto& components = drawing.architecture.components;
  for (std::size_t i = 0; i < components.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      ASSERT_FALSE(overlap(box_of(components[i]), box_of(components[j]))) << i << " and " << j;
}

}  // namespace
}  // namespace loadframe
