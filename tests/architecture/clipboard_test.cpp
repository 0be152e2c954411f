#include "architecture/editing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace loadframe {
namespace {

using samples::id_of;
using testing::UnorderedElementsAre;

std::vector<std::string> names_of(const Architecture& architecture, const std::vector<ElementId>& elements) {
  std::vector<std::string> names;
  for (const ElementId& id : elements) names.push_back(name_of(architecture, id));
  return names;
}

TEST(Extracting, TakesTheLinksAmongWhatIsChosen) {
  const Architecture shop = samples::shop();
  const std::vector<ElementId> chosen{id_of(shop, "web-1"), id_of(shop, "cache-1"), id_of(shop, "users-1")};
  const Architecture extracted = extract(shop, chosen);
  EXPECT_EQ(extracted.components.size(), 3u);
  ASSERT_EQ(extracted.links.size(), 1u);
  EXPECT_EQ(name_of(extracted, extracted.links.front().id), "web-1 -> cache-1");
  EXPECT_TRUE(extracted.areas.empty());
  for (const Component& component : extracted.components) EXPECT_FALSE(component.area);
  EXPECT_TRUE(extracted.properties.scenario.empty());
}

TEST(Extracting, TakesAnAreaWithAllThatItContains) {
  const Architecture shop = samples::shop();
  const Architecture extracted = extract(shop, std::vector<ElementId>{find_area(shop, "zone-1")->id});
  EXPECT_EQ(extracted.areas.size(), 3u);
  EXPECT_EQ(extracted.components.size(), 5u);
  EXPECT_EQ(extracted.links.size(), 7u);
}

TEST(Pasting, GivesCopiesFreshNamesAndTellsWhichTheyAre) {
  const Architecture shop = samples::shop();
  const Architecture extracted = extract(shop, std::vector<ElementId>{find_area(shop, "host-1")->id});
  const Pasted pasted = paste(shop, extracted, {0, 400});
  Architecture now = shop;
  apply(pasted.change, now);
  EXPECT_THAT(names_of(now, pasted.elements), UnorderedElementsAre("host-3", "web-3"));
  EXPECT_EQ(name_of(now, find_component(now, "web-3")->area), "host-3");
  EXPECT_EQ(name_of(now, find_area(now, "host-3")->parent), "zone-1");
  EXPECT_EQ(find_component(now, "web-3")->at, (Point{400, 400}));
  EXPECT_EQ(find_component(now, "web-3")->settings, find_component(now, "web-1")->settings);
}

TEST(Pasting, WiresCopiesAmongThemselves) {
  const Architecture shop = samples::shop();
  const std::vector<ElementId> chosen{id_of(shop, "web-1"), id_of(shop, "lb-1")};
  Architecture now = shop;
  apply(paste(shop, extract(shop, chosen), {20, 20}).change, now);
  EXPECT_EQ(now.links.size(), shop.links.size() + 1);
  EXPECT_NE(find_by_name(now, "lb-2 -> web-3"), ElementId{});
}

TEST(Pasting, KeepsNamesThatAreFree) {
  const Architecture shop = samples::shop();
  const Architecture extracted = extract(shop, std::vector<ElementId>{id_of(shop, "web-2")});
  Architecture now;
  apply(paste(now, extracted, {}).change, now);
  EXPECT_EQ(now.components.front().name, "web-2");
}

TEST(Pasting, ShortensLongNamesThatAreTaken) {
  Architecture now;
  const auto server = samples::add(now, Kind::server);
  apply(*rename(now, server, std::string(60, 'x')), now);
  const Architecture extracted = now;
  for (int i = 0; i < 12; ++i) apply(paste(now, extracted, {}).change, now);
  for (const Finding& finding : validate(now)) EXPECT_NE(finding.diagnostic.severity, Severity::error);
  EXPECT_EQ(now.components.size(), 13u);
}

TEST(Pasting, TakesNothingUnsoundOver) {
  Architecture hostile;
  hostile.areas = {{{1}, "", {0, 0, 10, 10}, {2}, HostSettings{}, {}},
                   {{2}, "a.b", {0, 0, 10, 10}, {1}, HostSettings{}, {}}};
  const auto server = samples::add(hostile, Kind::server);
  const auto users = samples::add(hostile, Kind::users);
  samples::wire(hostile, server, server);
  samples::wire(hostile, server, users);
  samples::wire(hostile, server, {77});
  hostile.components.front().area = {55};
  Architecture now;
  apply(paste(now, hostile, {}).change, now);
  EXPECT_TRUE(now.links.empty());
  EXPECT_TRUE(can_run(validate(now)));
}

TEST(Pasting, NothingIsNoChange) {
  const Architecture shop = samples::shop();
  EXPECT_TRUE(paste(shop, {}, {5, 5}).change.empty());
  EXPECT_TRUE(paste(shop, extract(shop, {}), {5, 5}).elements.empty());
}

}  // namespace
}  // namespace loadframe
