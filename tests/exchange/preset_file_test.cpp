#include "exchange/preset_file.h"

#include "architecture/editing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace loadframe {
namespace {

using testing::HasSubstr;

std::string file_of(std::string_view preset) {
  return R"({"format": "loadframe-presets", "version": 1, "presets": [)" + std::string(preset) + "]}";
}

std::string objection_to(std::string_view text) {
  const auto read = presets_from_text(text, "mine.json");
  return read ? std::string() : to_text(read.diagnostic());
}

const Preset& program_preset(std::string_view name, std::string_view kind) {
  for (const Preset& preset : program_presets())
    if (preset.name == name && preset.kind == kind) return preset;
  ADD_FAILURE() << "there is no " << name;
  return program_presets().front();
}

TEST(ProgramPresets, AreReadAndEachSaysWhereItsValuesComeFrom) {
  ASSERT_GE(program_presets().size(), 20U);
  std::set<std::pair<std::string, std::string>> names;
  for (const Preset& preset : program_presets()) {
    SCOPED_TRACE(preset.name);
    EXPECT_FALSE(preset.source.empty());
    EXPECT_FALSE(preset.help.empty());
    EXPECT_FALSE(preset.values.empty());
    EXPECT_TRUE(names.insert({preset.kind, preset.name}).second) << "twice";
  }
}

TEST(ProgramPresets, HoldOnlySettingsThatHaveAnEffectTogether) {
  for (const Preset& preset : program_presets()) {
    SCOPED_TRACE(preset.name);
    Architecture layout;
    ElementId element;
    if (const auto kind = kind_from_key(preset.kind)) {
      apply(add_component(layout, *kind, {}), layout);
      element = layout.components.front().id;
    } else if (const auto area = area_kind_from_key(preset.kind)) {
      apply(add_area(layout, *area, {0, 0, 100, 100}), layout);
      element = layout.areas.front().id;
    } else {
      apply(add_component(layout, Kind::users, {}), layout);
      apply(add_component(layout, Kind::server, {300, 0}), layout);
      apply(connect(layout, layout.components[0].id, layout.components[1].id), layout);
      element = layout.links.front().id;
    }
    apply(set_settings(layout, std::span(&element, 1), preset.values), layout);
    EXPECT_TRUE(differences(preset, settings_of(layout, element)).empty());
    EXPECT_EQ(preset_kind_of(layout, element), preset.kind);
  }
}

TEST(ProgramPresets, KnowWhatTheirSystemsDocument) {
  const auto value = [](const Preset& preset, std::string_view key) {
    for (const Assignment& one : preset.values)
      if (one.key == key) return setting_value_to_text(*find_setting(*settings_table_of(preset.kind), key), one.value);
    return std::string("none");
  };
  EXPECT_EQ(value(program_preset("PostgreSQL default", "relational-database"), "connections"), "100");
  EXPECT_EQ(value(program_preset("nginx default", "load-balancer"), "max_fails"), "1");
  EXPECT_EQ(value(program_preset("nginx default", "load-balancer"), "checks"), "false");
  EXPECT_EQ(value(program_preset("HAProxy default", "load-balancer"), "fall"), "3");
  EXPECT_EQ(value(program_preset("Amazon SQS", "queue"), "visibility_timeout"), "30 s");
  EXPECT_EQ(value(program_preset("t3.medium-like", "server"), "memory"), "4 GiB");
}

TEST(Presets, ChangeWhatTheyNameInOneStepAndAreRecognised) {
  Architecture layout;
  apply(add_component(layout, Kind::server, {}), layout);
  apply(add_component(layout, Kind::server, {200, 0}), layout);
  const std::vector<ElementId> both{layout.components[0].id, layout.components[1].id};
  const Preset& tomcat = program_preset("Tomcat default", "server");
  const auto& before = std::get<ServerSettings>(layout.components[0].settings);
  const std::int64_t cores = before.cores;
  const Preset& machine = program_preset("t3.medium-like", "server");  // a server's defaults are its
  EXPECT_THAT(presets_of(program_presets(), "server", &before), testing::ElementsAre(&machine));
  EXPECT_EQ(differences(tomcat, &before).size(), 2U);  // threads are the default

  const Change change = set_settings(layout, both, tomcat.values);
  EXPECT_EQ(change.steps.size(), 2U);
  const Architecture untouched = layout;
  apply(change, layout);
  for (const Component& component : layout.components) {
    const auto& server = std::get<ServerSettings>(component.settings);
    EXPECT_EQ(server.workers, 200);
    EXPECT_EQ(server.backlog, 100);
    EXPECT_EQ(server.cores, cores);
    EXPECT_THAT(presets_of(program_presets(), "server", &server), testing::UnorderedElementsAre(&machine, &tomcat));
  }
  apply(reversed(change), layout);
  EXPECT_EQ(layout, untouched);
}

TEST(PresetFile, ReadsBackWhatItWrites) {
  const auto read = presets_from_text(presets_to_text(program_presets()), "again");
  ASSERT_TRUE(read) << to_text(read.diagnostic());
  EXPECT_EQ(*read, program_presets());
}

TEST(PresetFile, TellsWhereAPresetIsWrong) {
  EXPECT_EQ(objection_to(file_of(R"({"name": "a", "kind": "server", "settings": {"workers": 4}})")), "");
  EXPECT_THAT(objection_to("[]"), HasSubstr("mine.json"));
  EXPECT_THAT(objection_to(R"({"format": "loadframe-presets", "version": 2})"), HasSubstr("newer"));
  EXPECT_THAT(objection_to(file_of(R"({"name": "a", "kind": "mainframe", "settings": {}})")), HasSubstr("mainframe"));
  EXPECT_THAT(objection_to(file_of(R"({"name": "a", "kind": "server", "settings": {"worker": 4}})")),
              HasSubstr("workers"));
  EXPECT_THAT(objection_to(file_of(R"({"name": "a", "kind": "server", "settings": {"workers": -4}})")),
              HasSubstr("from 1"));
  EXPECT_THAT(objection_to(file_of(R"({"name": "a", "kind": "server", "settings": {"boot_time": "soon"}})")),
              HasSubstr("mine.json:1"));
}

TEST(CopiedSettings, ComeBackFromTheirText) {
  Architecture layout;
  apply(add_component(layout, Kind::cache, {}), layout);
  const ElementId cache = layout.components[0].id;
  apply(set_setting(layout, std::span(&cache, 1), "threads", SettingValue{std::int64_t{7}}), layout);
  const auto copied = settings_from_text(settings_to_text(layout, cache));
  ASSERT_TRUE(copied);
  EXPECT_EQ(copied->kind, "cache");
  Architecture other;
  apply(add_component(other, Kind::cache, {}), other);
  const ElementId fresh = other.components[0].id;
  apply(set_settings(other, std::span(&fresh, 1), copied->values), other);
  EXPECT_EQ(other.components[0].settings, layout.components[0].settings);
  EXPECT_FALSE(settings_from_text("hello"));
}

}  // namespace
}  // namespace loadframe
