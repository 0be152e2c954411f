#include "architecture/validation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "samples.h"

namespace loadframe {
namespace {

using samples::add;
using samples::id_of;
using samples::settings;
using samples::shop;
using samples::wire;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> texts(const Architecture& architecture) {
  std::vector<std::string> all;
  for (const Finding& finding : validate(architecture))
    all.push_back((finding.diagnostic.severity == Severity::error ? "error: " : "warning: ") +
                  to_text(finding.diagnostic));
  return all;
}

/// Exactly one finding holds that text, and it has a remedy.
testing::AssertionResult has_once(const Architecture& architecture, std::string_view text) {
  std::size_t count = 0;
  for (const std::string& finding : texts(architecture)) count += finding.find(text) != std::string::npos ? 1u : 0u;
  if (count != 1) {
    auto result = testing::AssertionFailure() << "\"" << text << "\" is found " << count << " times among:";
    for (const std::string& finding : texts(architecture)) result << "\n  " << finding;
    return result;
  }
  for (const Finding& finding : validate(architecture))
    if (finding.diagnostic.remedy.empty())
      return testing::AssertionFailure() << "no remedy: " << to_text(finding.diagnostic);
  return testing::AssertionSuccess();
}

Component& component(Architecture& architecture, std::string_view name) {
  const auto found = std::find_if(architecture.components.begin(), architecture.components.end(),
                                  [&](const Component& c) { return c.name == name; });
  return found == architecture.components.end() ? architecture.components.at(0) : *found;
}

Area& area(Architecture& architecture, std::string_view name) {
  const auto found =
      std::find_if(architecture.areas.begin(), architecture.areas.end(), [&](const Area& a) { return a.name == name; });
  return found == architecture.areas.end() ? architecture.areas.at(0) : *found;
}

Link& link(Architecture& architecture, std::string_view name) {
  const ElementId id = find_by_name(architecture, name);
  const auto found = std::find_if(architecture.links.begin(), architecture.links.end(),
                                  [&](const Link& l) { return ElementId{l.id} == id; });
  return found == architecture.links.end() ? architecture.links.at(0) : *found;
}

TEST(Validation, FindsNothingInASoundArchitecture) {
  EXPECT_THAT(texts(shop()), IsEmpty());
  EXPECT_TRUE(can_run(validate(shop())));
}

TEST(Validation, FindsNothingInTheSmallestSystem) {
  Architecture system;
  const auto users = add(system, Kind::users);
  wire(system, users, add(system, Kind::server));
  EXPECT_THAT(texts(system), IsEmpty());
}

TEST(Validation, OfNothingSaysThatNothingSendsRequests) {
  EXPECT_TRUE(has_once({}, "warning: nothing sends requests"));
  EXPECT_TRUE(can_run(validate({})));
}

TEST(Validation, PutsErrorsFirstThenTheOrderOfTheDocument) {
  Architecture system = shop();
  add(system, Kind::server, {-400, 900});  // warning: unreachable
  settings<ServerSettings>(system, id_of(system, "web-2")).workers = 0;
  settings<ServerSettings>(system, id_of(system, "web-1")).workers = 0;
  const auto findings = validate(system);
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].diagnostic.where, "web-1");
  EXPECT_EQ(findings[0].element, ElementId{id_of(system, "web-1")});
  EXPECT_EQ(findings[1].diagnostic.where, "web-2");
  EXPECT_EQ(findings[2].diagnostic.severity, Severity::warning);
  EXPECT_FALSE(can_run(findings));
}

TEST(Validation, FindsNamesThatAreTakenOrNone) {
  Architecture system = shop();
  component(system, "web-2").name = "web-1";
  EXPECT_TRUE(has_once(system, "error: web-1: another component or area has this name"));
  system = shop();
  component(system, "web-2").name = "host-1";
  EXPECT_TRUE(has_once(system, "error: host-1: another component or area has this name"));
  system = shop();
  system.classes[1].name = "class-1";
  EXPECT_TRUE(has_once(system, "error: class-1: another request class has this name"));
  system = shop();
  component(system, "web-2").name = "web.2";
  EXPECT_TRUE(has_once(system, "error: web.2: a name may not hold \".\""));
  system = shop();
  area(system, "zone-1").name = "";
  EXPECT_TRUE(has_once(system, "a name may not be empty"));
}

TEST(Validation, FindsLinksThatCannotBe) {
  Architecture system = shop();
  wire(system, id_of(system, "dns-1"), id_of(system, "lb-1"));
  EXPECT_TRUE(has_once(system, "error: dns-1 -> lb-1: DNS cannot call Load balancer"));
  system = shop();
  wire(system, id_of(system, "web-1"), id_of(system, "web-1"));
  EXPECT_TRUE(has_once(system, "error: web-1 -> web-1: a component cannot call itself"));
  system = shop();
  wire(system, id_of(system, "lb-1"), id_of(system, "web-1"));
  EXPECT_TRUE(has_once(system, "error: lb-1 -> web-1: these components are wired twice"));
  system = shop();
  wire(system, id_of(system, "lb-1"), {77});
  EXPECT_TRUE(has_once(system, "error: a link leads from or to a component that does not exist"));
  EXPECT_FALSE(can_run(validate(system)));
}

TEST(Validation, NamesLoopsOfCalls) {
  Architecture system = shop();
  wire(system, id_of(system, "web-1"), id_of(system, "web-2"));
  EXPECT_THAT(texts(system), IsEmpty());
  wire(system, id_of(system, "web-2"), id_of(system, "web-1"));
  EXPECT_TRUE(has_once(system, "error: web-2 -> web-1: calls go round in a loop: web-1 -> web-2 -> web-1"));
}

TEST(Validation, NamesOnlySomeOfVeryManyLoops) {
  Architecture system;
  std::vector<ComponentId> servers;
  for (int i = 0; i < 40; ++i) servers.push_back(add(system, Kind::server));
  for (const auto caller : servers)
    for (const auto callee : servers)
      if (caller != callee) wire(system, caller, callee);
  EXPECT_FALSE(can_run(validate(system)));
  EXPECT_LT(validate(system).size(), 60u);
  for (const std::string& text : texts(system)) EXPECT_LT(text.size(), 300u);
}

TEST(Validation, FindsReplicasThatCannotBe) {
  Architecture system = shop();
  const auto third = add(system, Kind::relational_database, {750, 900});
  wire(system, id_of(system, "db-2"), third);
  EXPECT_TRUE(has_once(system, "error: db-2 -> db-3: db-2 is a replica itself"));
  EXPECT_TRUE(has_once(system, "wire db-1 to db-3 instead"));
  system = shop();
  wire(system, id_of(system, "web-1"), add(system, Kind::relational_database, {750, 900}));
  wire(system, id_of(system, "db-3"), id_of(system, "db-2"));
  EXPECT_TRUE(has_once(system, "error: db-2: it is a replica of db-1 and of db-3"));
}

TEST(Validation, WarnsOfWritesToReplicas) {
  Architecture system = shop();
  std::erase_if(system.links, [&](const Link& l) { return name_of(system, l.id) == "web-1 -> db-1"; });
  EXPECT_TRUE(has_once(system, "warning: web-1 -> db-2: db-2 is a read replica, and writes sent to it fail"));
  EXPECT_TRUE(has_once(system, "wire web-1 to db-1 too"));
  link(system, "web-1 -> db-2").settings.operations = Operations::reads;
  EXPECT_THAT(texts(system), IsEmpty());
  system = shop();
  link(system, "web-1 -> db-2").settings.operations = Operations::all;
  EXPECT_TRUE(has_once(system, "writes sent to it fail"));
  system.classes[1].settings.operation = Operation::read;
  EXPECT_THAT(texts(system), IsEmpty()) << "nobody writes";
}

TEST(Validation, WarnsOfUsersWithoutAnEntry) {
  Architecture system;
  const auto users = add(system, Kind::users);
  EXPECT_TRUE(has_once(system, "warning: users-1: they are wired to nothing"));
  wire(system, users, add(system, Kind::dns));
  EXPECT_TRUE(has_once(system, "warning: users-1: they can look up a name, but are wired to nothing that serves them"));
  wire(system, users, add(system, Kind::server));
  EXPECT_THAT(texts(system), IsEmpty());
  wire(system, users, add(system, Kind::dns));
  EXPECT_TRUE(has_once(system, "warning: users-1: they are wired to several DNS"));
}

TEST(Validation, WarnsOfUsersWhoSendNothing) {
  Architecture system = shop();
  UsersSettings& users = settings<UsersSettings>(system, id_of(system, "users-1"));
  users.rate = {0};
  EXPECT_TRUE(has_once(system, "warning: users-1: they send nothing (give them a rate above 0)"));
  users.arrivals = Arrivals::closed;
  EXPECT_THAT(texts(system), IsEmpty());
  users.population = 0;
  EXPECT_TRUE(has_once(system, "warning: users-1: they send nothing (give them a population above 0)"));
}

TEST(Validation, RefusesPopulationsThatWouldStopTheClock) {
  Architecture system = shop();
  UsersSettings& users = settings<UsersSettings>(system, id_of(system, "users-1"));
  users.arrivals = Arrivals::closed;
  users.think_time = constant({});
  EXPECT_THAT(texts(system), IsEmpty()) << "there is the access latency";
  users.access_latency = {};
  EXPECT_TRUE(has_once(system, "error: users-1: their requests could follow each other without any time passing"));
  users.think_time = constant(milliseconds(1));
  EXPECT_THAT(texts(system), IsEmpty());
  users.population = 2'000'000;
  EXPECT_TRUE(has_once(system, "error: users-1: more than 1,000,000 users need an exponential think time"));
  users.think_time = exponential(seconds(10));
  EXPECT_THAT(texts(system), IsEmpty());
  users.think_time = exponential(microseconds(1));
  EXPECT_TRUE(has_once(system, "error: users-1: so many users who think so briefly"));

  Architecture alone;
  settings<UsersSettings>(alone, add(alone, Kind::users)) = users;
  settings<UsersSettings>(alone, alone.components[0].id).think_time = constant({});
  EXPECT_FALSE(can_run(validate(alone))) << "requests without an entry fail at once";
}

TEST(Validation, WarnsOfBalancersWithoutTargets) {
  Architecture system;
  const auto users = add(system, Kind::users);
  wire(system, users, add(system, Kind::load_balancer));
  EXPECT_TRUE(has_once(system, "warning: lb-1: it has no targets"));
}

TEST(Validation, WarnsOfWeightsThatAreAllZero) {
  Architecture system = shop();
  link(system, "lb-1 -> web-1").settings.weight = 0;
  EXPECT_THAT(texts(system), IsEmpty());
  link(system, "lb-1 -> web-2").settings.weight = 0;
  EXPECT_TRUE(has_once(system, "warning: lb-1: the weights of its links are all 0"));
}

TEST(Validation, WarnsOfWhatNoRequestReaches) {
  Architecture system = shop();
  add(system, Kind::relational_database, {750, 900});
  EXPECT_TRUE(has_once(system, "warning: db-3: no request ever reaches it"));
}

TEST(Validation, WarnsOfCachesThatNothingFills) {
  Architecture system;
  const auto users = add(system, Kind::users);
  const auto server = add(system, Kind::server);
  const auto cache = add(system, Kind::cache);
  wire(system, users, server);
  wire(system, server, cache);
  EXPECT_TRUE(has_once(system, "warning: web-1 -> cache-1: nothing fills cache-1"));
  Architecture through = system;
  wire(through, cache, add(through, Kind::relational_database));
  EXPECT_THAT(texts(through), IsEmpty());
  Architecture aside = system;
  wire(aside, server, add(aside, Kind::relational_database));
  EXPECT_THAT(texts(aside), IsEmpty());
}

TEST(Validation, FindsAreasThatCannotBe) {
  Architecture system = shop();
  area(system, "host-1").parent = area(system, "host-2").id;
  EXPECT_TRUE(has_once(system, "error: host-1: Host cannot stand in Host (host-2)"));
  system = shop();
  area(system, "zone-1").parent = area(system, "host-2").id;
  EXPECT_TRUE(has_once(system, "error: zone-1: it lies within itself"));
  system = shop();
  area(system, "zone-1").parent = {77};
  EXPECT_TRUE(has_once(system, "error: zone-1: the area that it lies in does not exist"));
  system = shop();
  component(system, "web-1").area = {77};
  EXPECT_TRUE(has_once(system, "error: web-1: the area that it lies in does not exist"));
}

TEST(Validation, FindsAreasNestedTooDeeply) {
  Architecture system = shop();
  for (std::uint32_t i = 0; i < 16; ++i) {
    const AreaId around = i == 0 ? AreaId{} : AreaId{99 + i};
    system.areas.push_back({{100 + i}, "group-" + std::to_string(i), {0, 0, 10, 10}, around, GroupSettings{}, {}});
  }
  EXPECT_THAT(texts(system), IsEmpty());
  system.areas.push_back({{116}, "group-16", {0, 0, 10, 10}, {115}, GroupSettings{}, {}});
  EXPECT_TRUE(has_once(system, "error: group-16: it lies within more than 15 others"));
}

TEST(Validation, WarnsOfClientsThatNoRequestClassSuits) {
  Architecture system = shop();
  for (RequestClass& each : system.classes) each.settings.response = ResponseKind::json;
  if (system.classes.empty()) system.classes.push_back({{1}, "call", {.response = ResponseKind::json}, {}});
  for (Component& each : system.components)
    if (auto* users = std::get_if<UsersSettings>(&each.settings)) users->client = Client::web;
  EXPECT_TRUE(has_once(system, "no request class suits their client"));
  system.classes.front().settings.response = ResponseKind::asset;
  EXPECT_FALSE(has_once(system, "no request class suits their client"));
}

TEST(Validation, WarnsOfBurstsThatHoldMoreThanAllRequests) {
  Architecture system = shop();
  for (Component& each : system.components)
    if (auto* users = std::get_if<UsersSettings>(&each.settings)) {
      users->spacing = Spacing::bursty;
      users->burst_share = {0.5};
    }
  EXPECT_TRUE(has_once(system, "their bursts hold more than all requests"));
}

TEST(Validation, FindsEverySettingThatIsOutOfRange) {
  const auto spoil = [](const SettingsTable& table, void* settings) {
    std::size_t spoilt = 0;
    for (const Setting& row : table) {
      const double beyond = row.range.most * 2 + 1;
      switch (row.type) {
        case SettingType::count:
          row.set(settings, static_cast<std::int64_t>(beyond));
          break;
        case SettingType::number:
          row.set(settings, std::numeric_limits<double>::quiet_NaN());
          break;
        case SettingType::duration:
          row.set(settings, Duration{-1});
          break;
        case SettingType::rate:
          row.set(settings, Rate{beyond});
          break;
        case SettingType::bytes:
          row.set(settings, Bytes{-1});
          break;
        case SettingType::share:
          row.set(settings, Share{1.5});
          break;
        case SettingType::law:
          row.set(settings, constant({-1}));
          break;
        case SettingType::profile:
          row.set(settings, diurnal(2, seconds(1)));
          break;
        case SettingType::choice:
          row.set(settings, Choice{99});
          break;
        case SettingType::automatic_duration:
          row.set(settings, AutomaticDuration{Duration{-1}});
          break;
        case SettingType::flag:
          continue;
      }
      ++spoilt;
    }
    return spoilt;
  };
  Architecture system = shop();
  std::size_t spoilt = 0;
  for (Component& each : system.components)
    spoilt += spoil(description(kind_of(each.settings)).settings, raw(each.settings));
  for (Area& each : system.areas) spoilt += spoil(description(kind_of(each.settings)).settings, raw(each.settings));
  for (Link& each : system.links) spoilt += spoil(link_settings(), &each.settings);
  for (RequestClass& each : system.classes) spoilt += spoil(request_class_settings(), &each.settings);
  const auto findings = validate(system);
  const auto found = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
    const std::string& what = finding.diagnostic.what;
    return finding.diagnostic.severity == Severity::error &&
           (what.find("is out of range") != std::string::npos || what.find("none of its choices") != std::string::npos);
  });
  EXPECT_EQ(static_cast<std::size_t>(found), spoilt);
}

TEST(Validation, RefusesAMixOfNothing) {
  Architecture system = shop();
  for (RequestClass& request_class : system.classes) request_class.settings.weight = 0;
  EXPECT_TRUE(has_once(system, "error: class-1: all request classes have weight 0"));
}

TEST(Validation, FindsScenarioStepsThatCannotBeDone) {
  const auto with = [](std::vector<ScenarioStep> steps) {
    Architecture system = shop();
    system.properties.scenario = std::move(steps);
    return system;
  };
  const Architecture base = shop();
  const ElementId web = find_by_name(base, "web-1");
  EXPECT_TRUE(has_once(with({{seconds(1), action(ActionKind::flush, web), {}}}),
                       "error: scenario step 1: \"flush\" has no effect on web-1"));
  EXPECT_TRUE(has_once(with({{seconds(1), action(ActionKind::kill, ComponentId{99}), {}}}),
                       "error: scenario step 1: the target of \"kill\" does not exist"));
  EXPECT_TRUE(has_once(with({{seconds(1), action(ActionKind::kill, {}), {}}}),
                       "error: scenario step 1: \"kill\" needs a target"));
  EXPECT_TRUE(has_once(with({{seconds(1), {ActionKind::slow, web, 0}, {}}}),
                       "error: scenario step 1: \"slow\" is out of range: 0"));
  EXPECT_TRUE(has_once(with({{seconds(-1), action(ActionKind::kill, web), {}}}),
                       "error: scenario step 1: its time is out of range"));
  EXPECT_TRUE(has_once(
      with({{seconds(9), action(ActionKind::kill, web), {}}, {seconds(5), action(ActionKind::restart, web), {}}}),
      "warning: scenario step 2: it comes before the step above it"));
  EXPECT_TRUE(has_once(with({{seconds(1), action(ActionKind::flush, find_by_name(base, "host-1")), {}}}),
                       "warning: scenario step 1: \"flush\" has no effect"));
}

TEST(Validation, WarnsOfPlacesThatNobodyFinds) {
  Architecture system = shop();
  component(system, "web-1").at = {1e300, 0};
  area(system, "zone-1").at.width = -5;
  const auto found = texts(system);
  EXPECT_EQ(found.size(), 2u);
  EXPECT_TRUE(can_run(validate(system)));
}

TEST(Validation, RefusesWhatIsTooLargeToRun) {
  Architecture system = shop();
  const Component server = component(system, "web-1");
  system.components.assign(most_components + 1, server);
  EXPECT_TRUE(has_once(system, "error: there are 5001 components, but at most 5000 can be run"));
  system = shop();
  system.links.resize(most_links + 1);
  EXPECT_TRUE(has_once(system, "error: there are 20001 links"));
}

TEST(Validation, RefusesElementsOfOneIdentity) {
  Architecture system = shop();
  component(system, "web-2").id = component(system, "web-1").id;
  EXPECT_FALSE(can_run(validate(system)));
  EXPECT_TRUE(has_once(system, "two elements have the same identity"));
}

TEST(Actions, AreRefusedWhereTheyHaveNoEffect) {
  const Architecture base = shop();
  const auto objects = [&](ActionKind kind, std::string_view name) {
    return objection_to(base, action(kind, find_by_name(base, name))).has_value();
  };
  for (const auto kind :
       {ActionKind::kill, ActionKind::hang, ActionKind::slow, ActionKind::fail, ActionKind::restart}) {
    EXPECT_FALSE(objects(kind, "web-1"));
    EXPECT_FALSE(objects(kind, "zone-1"));
    EXPECT_TRUE(objects(kind, "users-1"));
    EXPECT_TRUE(objects(kind, "lb-1 -> web-1"));
  }
  EXPECT_FALSE(objects(ActionKind::cut, "lb-1 -> web-1"));
  EXPECT_TRUE(objects(ActionKind::cut, "web-1"));
  EXPECT_FALSE(objects(ActionKind::flush, "cache-1"));
  EXPECT_FALSE(objects(ActionKind::flush, "zone-1"));
  EXPECT_TRUE(objects(ActionKind::flush, "host-1"));
  EXPECT_FALSE(objects(ActionKind::load, "users-1"));
  EXPECT_FALSE(objection_to(base, action(ActionKind::load, {})));
  EXPECT_TRUE(objects(ActionKind::load, "web-1"));
  EXPECT_TRUE(objection_to(base, action(ActionKind::kill, base.notes.front().id)));
  EXPECT_TRUE(objection_to(base, {ActionKind::load, {}, std::numeric_limits<double>::quiet_NaN()}));
}

}  // namespace
}  // namespace loadframe
