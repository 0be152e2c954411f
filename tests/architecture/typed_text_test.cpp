#include "architecture/typed_text.h"

#include "architecture/architecture.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

const Setting& setting_of(const SettingsTable& table, std::string_view key) { return *find_setting(table, key); }
const Setting& of_balancer(std::string_view key) { return setting_of(description(Kind::load_balancer).settings, key); }
const Setting& of_server(std::string_view key) { return setting_of(description(Kind::server).settings, key); }
const Setting& of_gateway(std::string_view key) { return setting_of(description(Kind::gateway).settings, key); }
const Setting& of_link(std::string_view key) { return setting_of(link_settings(), key); }

/// What is typed over a value, as text again; "-" if it is refused.
std::string typed(const Setting& setting, std::string_view present, std::string_view text) {
  const auto value = setting_value_from_typing(setting, text, *setting_value_from_text(setting, present));
  return value ? setting_value_to_text(setting, *value) : "-";
}

std::string after(const Setting& setting, std::string_view text, int steps) {
  const auto value = stepped(setting, *setting_value_from_text(setting, text), steps);
  return value ? setting_value_to_text(setting, *value) : "-";
}

TEST(TypedText, ReadsQuantitiesInAnyUsualSpelling) {
  EXPECT_EQ(typed(of_balancer("timeout"), "5 s", "20ms"), "20 ms");
  EXPECT_EQ(typed(of_balancer("timeout"), "5 s", " 1.5s "), "1.5 s");
  EXPECT_EQ(typed(of_balancer("timeout"), "5 s", "1,5 s"), "1.5 s");
  EXPECT_EQ(typed(of_server("memory"), "4 GiB", "1.5GiB"), "1.5 GiB");
  EXPECT_EQ(typed(of_gateway("limit"), "500/s", "3k/s"), "3000/s");
  EXPECT_EQ(typed(of_gateway("limit"), "500/s", "1e3/s"), "1000/s");
  EXPECT_EQ(typed(of_link("share"), "100 %", "25%"), "25 %");
}

TEST(TypedText, KeepsTheUnitWhereOnlyANumberIsTyped) {
  EXPECT_EQ(typed(of_balancer("timeout"), "5 s", "7"), "7 s");
  EXPECT_EQ(typed(of_balancer("timeout"), "250 ms", "300"), "300 ms");
  EXPECT_EQ(typed(of_balancer("timeout"), "0 s", "300"), "300 ms");
  EXPECT_EQ(typed(of_server("memory"), "4 GiB", "8"), "8 GiB");
  EXPECT_EQ(typed(of_gateway("limit"), "500/s", "3k"), "3000/s");
  EXPECT_EQ(typed(of_link("share"), "100 %", "25"), "25 %");
  EXPECT_EQ(typed(of_server("cpu_time"), "exponential 10 ms", "20"), "exponential 20 ms");
  EXPECT_EQ(typed(of_server("cpu_time"), "exponential 10 ms", "20 ms"), "constant 20 ms");
}

TEST(TypedText, RefusesWhatItCannotReadForSure) {
  EXPECT_EQ(typed(of_balancer("timeout"), "5 s", "soon"), "-");
  EXPECT_EQ(typed(of_balancer("timeout"), "5 s", "-3"), "-");
  EXPECT_EQ(typed(of_gateway("limit"), "500/s", "1,000/s"), "-");
  EXPECT_EQ(typed(of_server("cpu_time"), "empirical 1, 2, 5 ms", "7"), "-");
}

TEST(TypedText, EmptyIsTheDefault) { EXPECT_EQ(typed(of_balancer("timeout"), "5 s", "  "), "30 s"); }

TEST(TypedText, TellsWhatItReadWhereAnotherMayHaveBeenMeant) {
  const auto reading = [](const Setting& setting, std::string_view text) {
    return reading_of(setting, text, *setting_value_from_typing(setting, text, std::nullopt));
  };
  EXPECT_EQ(reading(of_balancer("timeout"), "2m"), "2 min");
  EXPECT_EQ(reading(of_balancer("timeout"), "1500ms"), "1.5 s");
  EXPECT_EQ(reading(of_balancer("timeout"), "20ms"), "");
  EXPECT_EQ(reading(of_server("memory"), "2 GB"), "1953125 KiB");
  EXPECT_EQ(reading(of_link("share"), "1"), "100 %");
}

TEST(TypedText, StepsSuitTheSizeOfTheValue) {
  EXPECT_EQ(after(of_balancer("timeout"), "20 ms", 1), "21 ms");
  EXPECT_EQ(after(of_balancer("timeout"), "100 ms", 1), "110 ms");
  EXPECT_EQ(after(of_balancer("timeout"), "100 ms", -1), "99 ms");
  EXPECT_EQ(after(of_balancer("timeout"), "1 s", -1), "990 ms");
  EXPECT_EQ(after(of_balancer("timeout"), "0 s", 1), "1 ms");
  EXPECT_EQ(after(of_balancer("timeout"), "0 s", -1), "-");
  EXPECT_EQ(after(of_server("memory"), "4 GiB", 10), "5 GiB");
  EXPECT_EQ(after(of_gateway("limit"), "500/s", 1), "510/s");
  EXPECT_EQ(after(of_server("workers"), "1", -1), "-");
  EXPECT_EQ(after(of_link("share"), "100 %", 1), "-");
  EXPECT_EQ(after(of_link("share"), "100 %", -1), "99 %");
  EXPECT_EQ(after(of_server("cpu_time"), "lognormal 50 ms cv 0.8", 1), "lognormal 51 ms cv 0.8");
  EXPECT_EQ(after(of_balancer("sticky"), "true", 1), "-");
}

TEST(TypedText, AStepUpAndOneDownComeBack) {
  for (const char* text : {"20 ms", "350 us", "2 s", "1.5 s", "47 min"})
    EXPECT_EQ(after(of_balancer("timeout"), after(of_balancer("timeout"), text, 1), -1), text);
}

}  // namespace
}  // namespace loadframe
