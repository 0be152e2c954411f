#include "architecture/settings.h"

#include "architecture/areas.h"
#include "architecture/kinds.h"
#include "architecture/links.h"
#include "architecture/request_classes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <regex>
#include <set>

namespace loadframe {
namespace {

struct NamedTable {
  std::string name;
  const SettingsTable* table;
};

std::vector<NamedTable> all_tables() {
  std::vector<NamedTable> all{{"link", &link_settings()}, {"class", &request_class_settings()}};
  for (const auto& kind : kinds()) all.push_back({std::string(kind.key), &kind.settings});
  for (const auto& kind : area_kinds()) all.push_back({std::string(kind.key), &kind.settings});
  return all;
}

const Setting& row(const SettingsTable& table, std::string_view key) { return *find_setting(table, key); }

TEST(SettingsTables, GiveEverySettingAKeyALabelAndHelp) {
  const std::regex snake_case("[a-z]+(_[a-z]+)*");
  for (const auto& [name, table] : all_tables()) {
    std::set<std::string_view> keys;
    for (const Setting& setting : *table) {
      SCOPED_TRACE(name + "." + std::string(setting.key));
      EXPECT_TRUE(std::regex_match(std::string(setting.key), snake_case));
      EXPECT_TRUE(keys.insert(setting.key).second) << "twice";
      EXPECT_FALSE(setting.label.empty());
      EXPECT_FALSE(setting.help.empty());
      EXPECT_TRUE(setting.help.ends_with('.'));
    }
  }
}

TEST(SettingsTables, GiveEverySettingARangeWithItsDefaultInside) {
  for (const auto& [name, table] : all_tables())
    for (const Setting& setting : *table) {
      SCOPED_TRACE(name + "." + std::string(setting.key));
      EXPECT_LT(setting.range.least, setting.range.most);
      EXPECT_EQ(static_cast<SettingType>(setting.default_value.index()), setting.type);
      EXPECT_EQ(out_of_range(setting, setting.default_value), std::nullopt);
      EXPECT_EQ(setting.type == SettingType::choice, !setting.choices.empty());
      const bool has_range = setting.type != SettingType::flag && setting.type != SettingType::choice &&
                             setting.type != SettingType::profile;
      EXPECT_EQ(has_range, !range_text(setting).empty());
    }
}

TEST(SettingsTables, WriteDefaultsAsTextThatReadsBack) {
  for (const auto& [name, table] : all_tables())
    for (const Setting& setting : *table) {
      SCOPED_TRACE(name + "." + std::string(setting.key));
      const auto read = setting_value_from_text(setting, setting_value_to_text(setting, setting.default_value));
      ASSERT_TRUE(read);
      EXPECT_EQ(*read, setting.default_value);
    }
}

TEST(SettingsTables, NameEveryChoiceOnce) {
  const std::regex kebab_case("[a-z]+(-[a-z]+)*");
  for (const auto& [name, table] : all_tables())
    for (const Setting& setting : *table) {
      SCOPED_TRACE(name + "." + std::string(setting.key));
      std::set<std::string_view> keys;
      for (const ChoiceWord& choice : setting.choices) {
        EXPECT_TRUE(std::regex_match(std::string(choice.key), kebab_case));
        EXPECT_TRUE(keys.insert(choice.key).second);
        EXPECT_FALSE(choice.label.empty());
        EXPECT_TRUE(setting_value_from_text(setting, choice.key));
      }
    }
}

TEST(SettingsTables, AcceptTheLimitsThatTheyState) {
  for (const auto& [name, table] : all_tables())
    for (const Setting& setting : *table) {
      const std::string text = range_text(setting);
      if (text.empty()) continue;
      SCOPED_TRACE(name + "." + std::string(setting.key) + " " + text);
      const auto to = text.find(" to ");
      ASSERT_TRUE(text.starts_with("from "));
      ASSERT_NE(to, std::string::npos);
      EXPECT_TRUE(setting_value_from_text(setting, text.substr(5, to - 5)));
      EXPECT_TRUE(setting_value_from_text(setting, text.substr(to + 4)));
    }
}

TEST(SettingsTables, ReadAndWriteTheStructs) {
  for (std::size_t i = 0; i < kinds().size(); ++i) {
    ComponentSettings settings = default_settings(static_cast<Kind>(i));
    for (const Setting& setting : kinds()[i].settings) {
      SCOPED_TRACE(std::string(kinds()[i].key) + "." + std::string(setting.key));
      EXPECT_EQ(setting.get(raw(settings)), setting.default_value);
      SettingValue other = setting.default_value;
      if (setting.type == SettingType::flag) other = !std::get<bool>(other);
      if (setting.type == SettingType::count) other = std::get<std::int64_t>(other) + 1;
      if (setting.type == SettingType::choice) other = Choice{1 - std::min(1, std::get<Choice>(other).index)};
      if (setting.type == SettingType::duration) other = std::get<Duration>(other) + seconds(1);
      setting.set(raw(settings), other);
      EXPECT_EQ(setting.get(raw(settings)), other);
    }
  }
}

TEST(SettingsTables, SayWhichSettingsHaveAnEffect) {
  const SettingsTable& users = description(Kind::users).settings;
  UsersSettings open;
  UsersSettings closed;
  closed.arrivals = Arrivals::closed;
  EXPECT_TRUE(row(users, "rate").applies_to(&open));
  EXPECT_FALSE(row(users, "rate").applies_to(&closed));
  EXPECT_TRUE(row(users, "think_time").applies_to(&closed));
  EXPECT_TRUE(row(users, "timeout").applies_to(&closed));
}

TEST(SettingValues, OutsideTheirRangeAreRefusedWithTheRange) {
  const Setting& workers = row(description(Kind::server).settings, "workers");
  const auto read = setting_value_from_text(workers, "0");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.diagnostic().what, "\"workers\" is out of range: 0");
  EXPECT_EQ(read.diagnostic().remedy, "choose a value from 1 to 10000000");
  EXPECT_FALSE(setting_value_from_text(workers, "1.5"));
  EXPECT_FALSE(setting_value_from_text(workers, "-1"));
  EXPECT_FALSE(setting_value_from_text(workers, "1e300"));
}

TEST(SettingValues, ThatAreNoNumbersAreOutOfRange) {
  const Setting& weight = row(link_settings(), "weight");
  EXPECT_TRUE(out_of_range(weight, std::numeric_limits<double>::quiet_NaN()));
  EXPECT_TRUE(out_of_range(weight, std::numeric_limits<double>::infinity()));
}

TEST(SettingValues, OfAnUnknownChoiceAreOutOfRange) {
  const Setting& policy = row(description(Kind::load_balancer).settings, "policy");
  EXPECT_TRUE(out_of_range(policy, Choice{99}));
  EXPECT_TRUE(out_of_range(policy, Choice{-1}));
  EXPECT_FALSE(out_of_range(policy, Choice{1}));
  const auto read = setting_value_from_text(policy, "fastest");
  ASSERT_FALSE(read);
  EXPECT_NE(read.diagnostic().remedy.find("\"round-robin\""), std::string::npos);
}

TEST(SettingValues, ThatAreLawsKeepToTheLimitsOfTheirShape) {
  const Setting& cpu_time = row(description(Kind::server).settings, "cpu_time");
  EXPECT_FALSE(out_of_range(cpu_time, Law{LawShape::erlang, milliseconds(5), 3}));
  EXPECT_TRUE(out_of_range(cpu_time, Law{LawShape::erlang, milliseconds(5), 0}));
  EXPECT_TRUE(out_of_range(cpu_time, Law{LawShape::hyperexponential, milliseconds(5), 0.5}));
  EXPECT_TRUE(out_of_range(cpu_time, Law{LawShape::uniform, milliseconds(5), 1.5}));
  EXPECT_TRUE(out_of_range(cpu_time, Law{LawShape::lognormal, milliseconds(5), std::nan("")}));
  EXPECT_TRUE(out_of_range(cpu_time, constant(milliseconds(-5))));
}

TEST(SettingValues, MayBeLeftToTheProgram) {
  const Setting& latency = row(link_settings(), "latency");
  EXPECT_EQ(*setting_value_from_text(latency, "auto"), SettingValue{AutomaticDuration{}});
  EXPECT_EQ(*setting_value_from_text(latency, "2 ms"), SettingValue{AutomaticDuration{milliseconds(2)}});
  EXPECT_EQ(setting_value_to_text(latency, AutomaticDuration{}), "auto");
  EXPECT_FALSE(setting_value_from_text(latency, "automatic"));
  EXPECT_FALSE(setting_value_from_text(latency, "-1 ms"));
}

TEST(SettingValues, ReadFlagsInSeveralWords) {
  const Setting& checks = row(description(Kind::load_balancer).settings, "checks");
  EXPECT_EQ(*setting_value_from_text(checks, "on"), SettingValue{true});
  EXPECT_EQ(*setting_value_from_text(checks, "false"), SettingValue{false});
  EXPECT_FALSE(setting_value_from_text(checks, "maybe"));
}

TEST(SettingTypes, HaveAWordEach) {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < std::variant_size_v<AnySettingValue>; ++i)
    EXPECT_TRUE(words.insert(setting_type_key(static_cast<SettingType>(i))).second);
}

}  // namespace
}  // namespace loadframe
