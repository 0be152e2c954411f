#include "architecture/editing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <set>

#include "samples.h"

namespace loadframe {
namespace {

using samples::add;
using samples::id_of;
using testing::ElementsAre;
using testing::HasSubstr;

Architecture after(const Change& change, Architecture architecture) {
  apply(change, architecture);
  return architecture;
}

std::vector<std::string> names_of(const Architecture& architecture) {
  std::vector<std::string> names;
  for (const Component& component : architecture.components) names.push_back(component.name);
  return names;
}

std::string area_name(const Architecture& architecture, std::string_view component) {
  return name_of(architecture, find_component(architecture, component)->area);
}

std::string parent_name(const Architecture& architecture, std::string_view area) {
  return name_of(architecture, find_area(architecture, area)->parent);
}

std::vector<ElementId> named(const Architecture& architecture, std::initializer_list<std::string_view> names) {
  std::vector<ElementId> ids;
  for (const auto name : names) ids.push_back(find_by_name(architecture, name));
  return ids;
}

TEST(Adding, GivesTheSmallestFreeNumber) {
  Architecture system;
  for (int i = 0; i < 3; ++i) add(system, Kind::server);
  EXPECT_THAT(names_of(system), ElementsAre("web-1", "web-2", "web-3"));
  apply(remove(system, named(system, {"web-2"})), system);
  add(system, Kind::server);
  EXPECT_THAT(names_of(system), ElementsAre("web-1", "web-3", "web-2"));
}

TEST(Adding, NeverGivesTheNameOfAnArea) {
  Architecture system;
  const AreaId zone = add(system, AreaKind::zone, {0, 0, 500, 500});
  apply(*rename(system, zone, "web-1"), system);
  add(system, Kind::server);
  EXPECT_EQ(system.components.front().name, "web-2");
}

TEST(Adding, PutsAComponentIntoTheInnermostAreaAroundItsMiddle) {
  Architecture system;
  add(system, AreaKind::zone, {0, 0, 1000, 1000});
  add(system, AreaKind::host, {100, 100, 400, 300});
  add(system, Kind::server, {150, 150});
  add(system, Kind::server, {500 - component_width / 2 + 1, 150});
  add(system, Kind::server, {1200, 150});
  EXPECT_EQ(area_name(system, "web-1"), "host-1");
  EXPECT_EQ(area_name(system, "web-2"), "zone-1") << "its middle is outside of the host";
  EXPECT_EQ(area_name(system, "web-3"), "");
}

TEST(Adding, AnAreaTakesInWhatItIsDrawnAround) {
  Architecture system;
  add(system, Kind::server, {150, 150});
  add(system, Kind::server, {900, 150});
  add(system, AreaKind::host, {100, 100, 400, 300});
  add(system, AreaKind::zone, {0, 0, 700, 700});
  EXPECT_EQ(area_name(system, "web-1"), "host-1");
  EXPECT_EQ(area_name(system, "web-2"), "");
  EXPECT_EQ(parent_name(system, "host-1"), "zone-1");
}

TEST(Adding, AnAreaStandsOnlyWhereItMay) {
  Architecture system;
  add(system, AreaKind::zone, {0, 0, 1000, 1000});
  add(system, AreaKind::host, {100, 100, 800, 800});
  add(system, AreaKind::host, {200, 200, 100, 100});
  EXPECT_EQ(parent_name(system, "host-2"), "zone-1") << "a host cannot stand in a host";
  add(system, AreaKind::group, {400, 400, 300, 300});
  EXPECT_EQ(parent_name(system, "group-1"), "host-1");
  add(system, AreaKind::host, {450, 450, 100, 100});
  EXPECT_EQ(parent_name(system, "host-3"), "zone-1") << "nor in a group that stands in a host";
  add(system, AreaKind::zone, {900, 900, 300, 300});
  EXPECT_EQ(parent_name(system, "zone-2"), "") << "it lies partly outside";
}

TEST(Adding, AreasOfOneSizeNeverLieInEachOther) {
  Architecture system;
  for (int i = 0; i < 4; ++i) add(system, AreaKind::group, {0, 0, 300, 300});
  std::size_t outermost = 0;
  for (const Area& area : system.areas) {
    outermost += area.parent ? 0u : 1u;
    EXPECT_FALSE(area.parent && is_within(system, area.parent, area.id));
  }
  EXPECT_EQ(outermost, 1u);
  EXPECT_TRUE(can_run(validate(system)));
}

TEST(Moving, CarriesWhatAnAreaContains) {
  const Architecture shop = samples::shop();
  const Architecture moved = after(move(shop, named(shop, {"zone-1"}), {1000, 50}), shop);
  for (const char* name : {"web-1", "web-2", "cache-1", "db-1", "db-2"}) {
    EXPECT_EQ(find_component(moved, name)->at.x, find_component(shop, name)->at.x + 1000) << name;
    EXPECT_EQ(area_name(moved, name), area_name(shop, name)) << name;
  }
  EXPECT_EQ(find_component(moved, "lb-1")->at, find_component(shop, "lb-1")->at);
  EXPECT_EQ(find_area(moved, "host-1")->at.y, find_area(shop, "host-1")->at.y + 50);
}

TEST(Moving, MovesWhatIsChosenTwiceOnce) {
  const Architecture shop = samples::shop();
  const auto chosen = named(shop, {"zone-1", "host-1", "web-1", "web-1"});
  const Architecture moved = after(move(shop, chosen, {7, 0}), shop);
  EXPECT_EQ(find_component(moved, "web-1")->at.x, find_component(shop, "web-1")->at.x + 7);
}

TEST(Moving, PutsAComponentWhereItNowLies) {
  const Architecture shop = samples::shop();
  Architecture moved = after(move(shop, named(shop, {"web-1"}), {0, 200}), shop);
  EXPECT_EQ(area_name(moved, "web-1"), "host-2");
  apply(move(moved, named(moved, {"web-1"}), {-2000, 0}), moved);
  EXPECT_EQ(area_name(moved, "web-1"), "");
}

TEST(Moving, AnAreaLeavesWhatItIsMovedOverOutside) {
  Architecture system;
  add(system, Kind::server, {500, 0});
  add(system, AreaKind::zone, {0, 0, 300, 300});
  apply(move(system, named(system, {"zone-1"}), {400, -100}), system);
  EXPECT_EQ(area_name(system, "web-1"), "");
}

TEST(Moving, InManySmallStepsIsTheSameAsInOne) {
  const Architecture shop = samples::shop();
  for (const char* name : {"web-1", "host-1", "zone-1", "users-1", "cache-1"}) {
    Architecture step_by_step = shop;
    Change whole;
    for (int i = 0; i < 60; ++i) {
      const Change step = move(step_by_step, named(shop, {name}), {13, 7});
      whole = i == 0 ? step : *merged(whole, step);
      apply(step, step_by_step);
    }
    EXPECT_EQ(step_by_step, after(move(shop, named(shop, {name}), {60 * 13, 60 * 7}), shop)) << name;
    EXPECT_EQ(step_by_step, after(whole, shop)) << name;
    EXPECT_EQ(after(reversed(whole), step_by_step), shop) << name;
  }
}

TEST(Moving, NowhereIsNoChange) {
  const Architecture shop = samples::shop();
  EXPECT_TRUE(move(shop, named(shop, {"zone-1"}), {}).empty());
  EXPECT_TRUE(move(shop, {}, {5, 5}).empty());
}

TEST(Resizing, AnAreaTakesInAndLetsGo) {
  Architecture shop = samples::shop();
  apply(resize(shop, find_area(shop, "host-1")->id, {350, -50, 300, 450}), shop);
  EXPECT_EQ(area_name(shop, "web-1"), "host-1");
  EXPECT_EQ(area_name(shop, "web-2"), "host-2") << "the smaller host is the innermost";
  apply(resize(shop, find_area(shop, "host-2")->id, {350, 150, 20, 20}), shop);
  EXPECT_EQ(area_name(shop, "web-2"), "host-1");
  apply(resize(shop, find_area(shop, "zone-1")->id, {300, -100, 100, 100}), shop);
  EXPECT_EQ(area_name(shop, "cache-1"), "");
  EXPECT_EQ(parent_name(shop, "host-1"), "");
  EXPECT_EQ(area_name(shop, "web-1"), "host-1") << "what lies in the host stays in it";
}

TEST(Resizing, ToTheSameBoxIsNoChange) {
  const Architecture shop = samples::shop();
  const Area& zone = *find_area(shop, "zone-1");
  EXPECT_TRUE(resize(shop, zone.id, zone.at).empty());
  EXPECT_TRUE(resize(shop, AreaId{99}, {}).empty());
}

TEST(Removing, TakesLinksAndScenarioStepsAlong) {
  Architecture shop = samples::shop();
  const LinkId link = std::get<LinkId>(find_by_name(shop, "lb-1 -> web-1"));
  shop.properties.scenario = {{seconds(1), action(ActionKind::kill, id_of(shop, "web-1")), {}},
                              {seconds(2), action(ActionKind::cut, link), {}},
                              {seconds(3), action(ActionKind::load, {}), {}},
                              {seconds(4), action(ActionKind::kill, id_of(shop, "web-2")), {}}};
  const Architecture left = after(remove(shop, named(shop, {"web-1"})), shop);
  EXPECT_EQ(find_component(left, "web-1"), nullptr);
  EXPECT_EQ(left.links.size(), shop.links.size() - 4);
  ASSERT_EQ(left.properties.scenario.size(), 2u);
  EXPECT_EQ(left.properties.scenario[0].at, seconds(3));
  EXPECT_EQ(left.properties.scenario[1].at, seconds(4));
  EXPECT_TRUE(can_run(validate(left)));
}

TEST(Removing, AnAreaLeavesItsContentsToTheAreaAround) {
  const Architecture shop = samples::shop();
  const Architecture without_host = after(remove(shop, named(shop, {"host-1"})), shop);
  EXPECT_EQ(area_name(without_host, "web-1"), "zone-1");
  const Architecture without_both = after(remove(shop, named(shop, {"host-1", "zone-1"})), shop);
  EXPECT_EQ(area_name(without_both, "web-1"), "");
  EXPECT_EQ(area_name(without_both, "web-2"), "host-2");
  EXPECT_EQ(parent_name(without_both, "host-2"), "");
}

TEST(Removing, WhatIsNotThereIsNoChange) {
  const Architecture shop = samples::shop();
  const std::vector<ElementId> none{ComponentId{99}, AreaId{99}, LinkId{99}, NoteId{99}, ElementId{}};
  EXPECT_TRUE(remove(shop, none).empty());
  EXPECT_TRUE(remove_request_class(shop, {99}).empty());
}

TEST(Removing, ARequestClassIsTakenOut) {
  const Architecture shop = samples::shop();
  const Architecture left = after(remove_request_class(shop, shop.classes.front().id), shop);
  ASSERT_EQ(left.classes.size(), 1u);
  EXPECT_EQ(left.classes.front(), shop.classes.back());
}

TEST(Connecting, WiresWhatMayBeWired) {
  Architecture system;
  const auto users = add(system, Kind::users);
  const auto server = add(system, Kind::server);
  EXPECT_FALSE(objection_to_connect(system, users, server));
  apply(connect(system, users, server), system);
  ASSERT_EQ(system.links.size(), 1u);
  EXPECT_EQ(name_of(system, system.links.front().id), "users-1 -> web-1");
}

TEST(Connecting, ObjectsWithAReason) {
  const Architecture shop = samples::shop();
  const auto objection = [&](const char* caller, const char* callee) {
    EXPECT_TRUE(connect(shop, id_of(shop, caller), id_of(shop, callee)).empty());
    const auto reason = objection_to_connect(shop, id_of(shop, caller), id_of(shop, callee));
    return reason ? to_text(*reason) : std::string("none");
  };
  EXPECT_THAT(objection("web-1", "web-1"), HasSubstr("cannot call itself"));
  EXPECT_THAT(objection("users-1", "db-1"), HasSubstr("Users cannot call Relational database"));
  EXPECT_THAT(objection("users-1", "db-1"),
              HasSubstr("Users may call: DNS, CDN, Firewall, API gateway, Load balancer, Server, Function"));
  EXPECT_THAT(objection("dns-1", "lb-1"), HasSubstr("calls nothing"));
  EXPECT_THAT(objection("lb-1", "web-1"), HasSubstr("wired already"));
  EXPECT_THAT(objection("web-1", "lb-1"), HasSubstr("lb-1 -> web-1 -> lb-1"));
  EXPECT_THAT(objection("web-9", "lb-1"), HasSubstr("needs a caller and a callee"));
}

TEST(Connecting, AReplicaHasOnePrimaryAndNoReplicas) {
  Architecture system;
  const auto primary = add(system, Kind::relational_database);
  const auto replica = add(system, Kind::relational_database);
  const auto third = add(system, Kind::relational_database);
  const auto fourth = add(system, Kind::relational_database);
  apply(connect(system, primary, replica), system);
  EXPECT_THAT(to_text(*objection_to_connect(system, third, replica)), HasSubstr("replica of db-1 already"));
  EXPECT_THAT(to_text(*objection_to_connect(system, replica, third)), HasSubstr("wire db-1 to db-3 instead"));
  EXPECT_THAT(to_text(*objection_to_connect(system, third, primary)), HasSubstr("has replicas"));
  EXPECT_FALSE(objection_to_connect(system, primary, fourth));
}

TEST(Renaming, RefusesWhatNamesMayNotBe) {
  const Architecture shop = samples::shop();
  const ElementId web = find_by_name(shop, "web-1");
  for (const std::string name :
       {"", " web", "web ", "a -> b", "web.1", "web\n1", "web\x7F", "a\u0085b", "\xFF", "\u00A0web"})
    EXPECT_FALSE(rename(shop, web, name)) << name;
  EXPECT_FALSE(rename(shop, web, std::string(61, 'x')));
  std::string longest;
  for (int i = 0; i < 60; ++i) longest += "ü";
  EXPECT_TRUE(rename(shop, web, longest)) << "characters count, not bytes";
  EXPECT_FALSE(rename(shop, ElementId{}, "x"));
  EXPECT_FALSE(rename(shop, shop.links.front().id, "x"));
  EXPECT_FALSE(rename(shop, ComponentId{99}, "x"));
}

TEST(Renaming, RefusesTakenNamesAndOffersAFreeOne) {
  const Architecture shop = samples::shop();
  const auto taken = rename(shop, find_by_name(shop, "web-1"), "host-1");
  ASSERT_FALSE(taken);
  EXPECT_THAT(taken.diagnostic().remedy, HasSubstr("host-3"));
  EXPECT_FALSE(rename(shop, shop.classes.front().id, "class-2"));
}

TEST(Renaming, KeepsTheRest) {
  const Architecture shop = samples::shop();
  const Architecture renamed = after(*rename(shop, find_by_name(shop, "web-1"), "shop front 1"), shop);
  EXPECT_EQ(find_component(renamed, "shop front 1")->id, id_of(shop, "web-1"));
  EXPECT_NE(find_by_name(renamed, "lb-1 -> shop front 1"), ElementId{});
  EXPECT_EQ(renamed.properties, shop.properties);
  EXPECT_TRUE(rename(shop, find_by_name(shop, "web-1"), "web-1")->empty());
  const Architecture other = after(*rename(shop, shop.classes.front().id, "checkout"), shop);
  EXPECT_EQ(other.classes.front().name, "checkout");
}

TEST(Settings, AreSetOnAllThatHaveThem) {
  const Architecture shop = samples::shop();
  const auto elements = named(shop, {"web-1", "web-2", "lb-1", "users-1", "lb-1 -> web-1"});
  const Architecture set = after(set_setting(shop, elements, "boot_time", seconds(9)), shop);
  EXPECT_EQ(std::get<ServerSettings>(find_component(set, "web-2")->settings).boot_time, seconds(9));
  EXPECT_EQ(std::get<LoadBalancerSettings>(find_component(set, "lb-1")->settings).boot_time, seconds(9));
  EXPECT_EQ(find_component(set, "users-1")->settings, find_component(shop, "users-1")->settings);
}

TEST(Settings, OfOneNameMayBeOfSeveralTypes) {
  const Architecture shop = samples::shop();
  const auto elements = named(shop, {"users-1", "lb-1 -> web-1"});
  const Architecture set = after(set_setting(shop, elements, "timeout", seconds(3)), shop);
  EXPECT_EQ(std::get<UsersSettings>(find_component(set, "users-1")->settings).timeout, seconds(3));
  EXPECT_EQ(find(set, std::get<LinkId>(elements[1]))->settings.timeout, AutomaticDuration{seconds(3)});
  const Architecture automatic = after(set_setting(set, elements, "timeout", AutomaticDuration{}), set);
  EXPECT_EQ(std::get<UsersSettings>(find_component(automatic, "users-1")->settings).timeout, seconds(3));
  EXPECT_EQ(find(automatic, std::get<LinkId>(elements[1]))->settings.timeout, AutomaticDuration{});
  EXPECT_TRUE(set_setting(shop, elements, "timeout", true).empty());
}

TEST(Settings, OutOfAnElementsRangeLeaveItAsItIs) {
  const Architecture shop = samples::shop();
  const auto elements = named(shop, {"web-1", "db-1"});
  const Architecture set = after(set_setting(shop, elements, "backlog", std::int64_t{5'000'000}), shop);
  EXPECT_EQ(std::get<ServerSettings>(find_component(set, "web-1")->settings).backlog, 5'000'000);
  EXPECT_EQ(find_component(set, "db-1")->settings, find_component(shop, "db-1")->settings);
}

TEST(Settings, AreReadFromText) {
  const Architecture shop = samples::shop();
  Architecture set = after(*set_setting_from_text(shop, "web-1", "cpu_time", "lognormal 20 ms cv 2"), shop);
  apply(*set_setting_from_text(set, "lb-1 -> web-1", "weight", "3"), set);
  apply(*set_setting_from_text(set, "host-1", "cores", "16"), set);
  apply(*set_setting_from_text(set, "class-1", "cost", "2.5"), set);
  EXPECT_EQ(std::get<ServerSettings>(find_component(set, "web-1")->settings).cpu_time,
            (Law{LawShape::lognormal, milliseconds(20), 2}));
  EXPECT_EQ(find(set, std::get<LinkId>(find_by_name(set, "lb-1 -> web-1")))->settings.weight, 3);
  EXPECT_EQ(std::get<HostSettings>(find_area(set, "host-1")->settings).cores, 16);
  EXPECT_EQ(set.classes.front().settings.cost, 2.5);
}

TEST(Settings, FromTextSayWhatIsWrong) {
  const Architecture shop = samples::shop();
  const auto problem = [&](const char* element, const char* key, const char* value) {
    const auto change = set_setting_from_text(shop, element, key, value);
    return change ? std::string("none") : to_text(change.diagnostic());
  };
  EXPECT_THAT(problem("web-11", "workers", "4"), HasSubstr("did you mean \"web-1\"?"));
  EXPECT_THAT(problem("web-1", "worker", "4"), HasSubstr("did you mean \"workers\"?"));
  EXPECT_THAT(problem("web-1", "zzzzzz", "4"), HasSubstr("its settings are concurrency, workers, backlog"));
  EXPECT_THAT(problem("web-1", "workers", "0"), HasSubstr("web-1.workers: \"workers\" is out of range"));
  EXPECT_THAT(problem("web-1", "workers", "many"), HasSubstr("not a number"));
}

TEST(Settings, OfAnElementAreFoundByItsId) {
  const Architecture shop = samples::shop();
  const ElementId web = find_by_name(shop, "web-1");
  EXPECT_EQ(&settings_table(shop, web), &description(Kind::server).settings);
  EXPECT_EQ(settings_of(shop, web), raw(find_component(shop, "web-1")->settings));
  EXPECT_EQ(&settings_table(shop, shop.links.front().id), &link_settings());
  EXPECT_EQ(settings_of(shop, shop.links.front().id), &shop.links.front().settings);
  for (const ElementId& without : {ElementId{}, ElementId{shop.notes.front().id}, ElementId{ComponentId{99}}}) {
    EXPECT_TRUE(settings_table(shop, without).empty());
    EXPECT_EQ(settings_of(shop, without), nullptr);
  }
}

TEST(Scenario, IsKeptInOrderOfTime) {
  const Architecture shop = samples::shop();
  const ScenarioStep late{seconds(9), action(ActionKind::load, {}), {}};
  const ScenarioStep early{seconds(3), action(ActionKind::load, {}), {}};
  const Architecture set = after(set_scenario(shop, {late, early}), shop);
  EXPECT_THAT(set.properties.scenario, ElementsAre(early, late));
}

TEST(Notes, CanBeWrittenAndResized) {
  Architecture shop = samples::shop();
  const NoteId note = shop.notes.front().id;
  apply(set_text(shop, note, "Sale"), shop);
  apply(resize(shop, note, {1, 2, 3, 4}), shop);
  apply(move(shop, std::vector<ElementId>{note}, {10, 10}), shop);
  EXPECT_EQ(shop.notes.front().text, "Sale");
  EXPECT_EQ(shop.notes.front().at, (Rectangle{11, 12, 3, 4}));
}

TEST(Bounds, SurroundAllThatIsChosen) {
  const Architecture shop = samples::shop();
  EXPECT_EQ(bounds(shop, named(shop, {"lb-1"})), (Rectangle{0, 0, component_width, component_height}));
  EXPECT_EQ(bounds(shop, {}), Rectangle{});
  EXPECT_EQ(bounds(Architecture{}), Rectangle{});
  EXPECT_EQ(bounds(shop), (Rectangle{-400, -200, 1400, 800}));
  EXPECT_EQ(bounds(shop, named(shop, {"lb-1 -> web-1"})), (Rectangle{0, 0, 400 + component_width, component_height}));
}

/// Does random edits, good and bad ones.
class RandomEditor {
public:
  explicit RandomEditor(std::uint32_t seed) : random_(seed) {}

  Change next(const Architecture& now) {
    switch (below(16)) {
      case 0:
        return add_component(now, static_cast<Kind>(below(kinds().size())), {coordinate(), coordinate()});
      case 1:
        return add_area(now, static_cast<AreaKind>(below(area_kinds().size())), box());
      case 2:
        return add_note(now, "note", box());
      case 3:
        return add_request_class(now);
      case 4:
      case 5:
      case 12:
      case 13:
      case 14:
        return connect(now, component(now), component(now));
      case 6:
        return remove(now, elements(now, 2));
      case 7:
        return move(now, elements(now, 3), {coordinate() / 3, coordinate() / 3});
      case 8:
        return now.areas.empty() ? Change{} : resize(now, now.areas[below(now.areas.size())].id, box());
      case 9: {
        const auto renamed = rename(now, element(now), "name " + std::to_string(below(30)));
        return renamed ? *renamed : Change{};
      }
      case 10:
        return set_setting(now, elements(now, 4), "cores", static_cast<std::int64_t>(1 + below(8)));
      case 11:
        return paste(now, extract(now, elements(now, 4)), {coordinate() / 5, coordinate() / 5}).change;
      default: {
        auto steps = now.properties.scenario;
        steps.push_back({seconds(static_cast<std::int64_t>(below(60))), action(ActionKind::kill, component(now)), {}});
        return set_scenario(now, steps);
      }
    }
  }

private:
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_()) % count; }
  double coordinate() { return static_cast<double>(below(2000)) - 500; }
  Rectangle box() {
    return {coordinate(), coordinate(), 50 + static_cast<double>(below(900)), 50 + static_cast<double>(below(900))};
  }
  ComponentId component(const Architecture& now) {
    return now.components.empty() ? ComponentId{} : now.components[below(now.components.size())].id;
  }
  ElementId element(const Architecture& now) {
    switch (below(4)) {
      case 0:
        return now.areas.empty() ? ElementId{} : now.areas[below(now.areas.size())].id;
      case 1:
        return now.links.empty() ? ElementId{} : now.links[below(now.links.size())].id;
      case 2:
        return now.notes.empty() ? ElementId{} : now.notes[below(now.notes.size())].id;
      default:
        return component(now);
    }
  }
  std::vector<ElementId> elements(const Architecture& now, std::size_t most) {
    std::vector<ElementId> chosen(below(most + 1));
    for (ElementId& id : chosen) id = element(now);
    return chosen;
  }

  std::mt19937 random_;
};

void expect_names_are_unique(const Architecture& now) {
  std::set<std::string> names;
  for (const Component& component : now.components) ASSERT_TRUE(names.insert(component.name).second) << component.name;
  for (const Area& area : now.areas) ASSERT_TRUE(names.insert(area.name).second) << area.name;
}

void expect_references_are_whole(const Architecture& now) {
  for (const Component& component : now.components) ASSERT_TRUE(!component.area || find(now, component.area));
  for (const Area& area : now.areas) {
    ASSERT_TRUE(!area.parent || find(now, area.parent));
    ASSERT_FALSE(area.parent && is_within(now, area.parent, area.id));
  }
  for (const Link& link : now.links) ASSERT_TRUE(find(now, link.caller) && find(now, link.callee));
}

/// Elements that are there before and after keep their ids: each that the change did not touch is as it was.
void expect_untouched_elements_stay(const Change& change, const Architecture& before, const Architecture& now) {
  std::set<ComponentId> touched;
  for (const ChangeStep& step : change.steps)
    if (const auto* inside = std::get_if<ElementChange<Component>>(&step))
      touched.insert(inside->before ? inside->before->id : inside->after->id);
  for (const Component& component : before.components) {
    if (touched.contains(component.id)) continue;
    const Component* found = find(now, component.id);
    ASSERT_NE(found, nullptr);
    ASSERT_EQ(*found, component);
  }
}

TEST(RandomEdits, ReverseExactlyAndKeepTheDocumentSound) {
  for (std::uint32_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomEditor editor(seed);
    Architecture now = seed % 2 == 0 ? Architecture{} : samples::shop();
    std::vector<Change> done;
    std::vector<Architecture> states;
    for (int i = 0; i < 60; ++i) {
      const Change change = editor.next(now);
      states.push_back(now);
      done.push_back(change);
      apply(change, now);
      ASSERT_EQ(change.empty(), now == states.back());
      ASSERT_NO_FATAL_FAILURE(expect_names_are_unique(now));
      ASSERT_NO_FATAL_FAILURE(expect_references_are_whole(now));
      ASSERT_NO_FATAL_FAILURE(expect_untouched_elements_stay(change, states.back(), now));
    }
    for (const Finding& finding : validate(now)) {
      const bool about_scenario = finding.diagnostic.where.starts_with("scenario step");
      ASSERT_TRUE(finding.diagnostic.severity != Severity::error || about_scenario) << to_text(finding.diagnostic);
    }
    while (!done.empty()) {
      apply(reversed(done.back()), now);
      ASSERT_EQ(now, states.back());
      done.pop_back();
      states.pop_back();
    }
  }
}

TEST(RandomEdits, MoveElementsIntoTheAreasWhereTheyLie) {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    RandomEditor editor(seed);
    Architecture now = samples::shop();
    for (int i = 0; i < 40; ++i) apply(editor.next(now), now);
    for (const Component& component : Architecture(now).components) {
      apply(move(now, std::vector<ElementId>{component.id}, {31, -17}), now);
      const Component& moved = *find(now, component.id);
      ASSERT_EQ(moved.area, area_around(now, moved));
    }
  }
}

}  // namespace
}  // namespace loadframe
