#include "architecture/typed_text.h"

#include "architecture/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace loadframe {

namespace {

constexpr std::string_view digits = "0123456789";

/// A number inside a text.
struct NumberPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  double value = 0;
};

std::optional<NumberPlace> first_number(std::string_view text) {
  const std::size_t begin = text.find_first_of(digits);
  if (begin == std::string_view::npos) return std::nullopt;
  NumberPlace place{begin, begin, 0};
  const auto [end, problem] = std::from_chars(text.data() + begin, text.data() + text.size(), place.value);
  if (problem != std::errc()) return std::nullopt;
  place.end = static_cast<std::size_t>(end - text.data());
  return place;
}

/// Nothing but a number, perhaps with a sign and a multiplier: "20", "1e3", "2k".
bool is_bare_number(std::string_view text) { return number_from_text(text).ok(); }

/// "1,5 s" as "1.5 s": three digits after the comma may be thousands, and are left to be refused.
std::string with_decimal_point(std::string_view text) {
  std::string changed(text);
  const std::size_t comma = changed.find(',');
  if (comma == std::string::npos || changed.find(',', comma + 1) != std::string::npos) return changed;
  const std::size_t end = std::min(changed.find_first_not_of(digits, comma + 1), changed.size());
  const std::size_t count = end - comma - 1;
  if (comma > 0 && count > 0 && count != 3 && digits.find(changed[comma - 1]) != std::string_view::npos)
    changed[comma] = '.';
  return changed;
}

std::string without_spaces(std::string_view text) {
  std::string bare;
  for (const char letter : text)
    if (std::isspace(static_cast<unsigned char>(letter)) == 0) bare += letter;
  return bare;
}

/// Quantities, whose texts are a number and a unit.
bool has_number(SettingType type) {
  return type != SettingType::flag && type != SettingType::choice && type != SettingType::profile;
}

/// Whether one number stands for the value: not in a list of measured times.
bool is_one_number(const SettingValue& value) {
  const auto* law = std::get_if<Law>(&value);
  return has_number(static_cast<SettingType>(value.index())) && (!law || law->shape != LawShape::empirical);
}

/// What 0 becomes by a step up.
std::string_view least_step(SettingType type) {
  switch (type) {
    case SettingType::duration:
    case SettingType::law:
    case SettingType::automatic_duration:
      return "1 ms";
    case SettingType::rate:
      return "1/s";
    case SettingType::bytes:
      return "1 MiB";
    case SettingType::share:
      return "1 %";
    case SettingType::bandwidth:
      return "1 Mbit/s";
    default:
      return "1";
  }
}

std::string number_text(double number) {
  std::array<char, 40> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.10g", number);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

Result<SettingValue> setting_value_from_typing(const Setting& setting, std::string_view text,
                                               const std::optional<SettingValue>& present) {
  const std::string typed = with_decimal_point(trimmed(text));
  if (typed.empty()) return SettingValue{setting.default_value};
  auto value = setting_value_from_text(setting, typed);
  const SettingValue& like = present ? *present : setting.default_value;
  // Of bytes, a bare number can be read; but who types 8 over 4 GiB does not mean eight bytes.
  const bool is_read = value && setting.type != SettingType::bytes;
  if (is_read || !is_one_number(like) || !is_bare_number(typed)) return value;
  const std::string pattern = setting_value_to_text(setting, like);
  const auto place = first_number(pattern);
  if (!place) return value;
  const bool is_zero_time = setting.type != SettingType::share && place->value == 0;
  const std::string unit = is_zero_time ? std::string(least_step(setting.type)).substr(1) : pattern.substr(place->end);
  return setting_value_from_text(setting,
                                 pattern.substr(0, place->begin) + number_text(*number_from_text(typed)) + unit);
}

std::string reading_of(const Setting& setting, std::string_view text, const SettingValue& value) {
  if (!has_number(setting.type)) return {};
  std::string read = setting_value_to_text(setting, value);
  return without_spaces(read) == without_spaces(text) ? std::string() : read;
}

std::optional<SettingValue> stepped(const Setting& setting, const SettingValue& value, int steps) {
  if (!is_one_number(value) || steps == 0) return std::nullopt;
  const std::string text = setting_value_to_text(setting, value);
  const auto place = first_number(text);
  if (!place) return std::nullopt;
  std::string next;
  if (place->value == 0) {
    if (steps < 0) return std::nullopt;
    const std::string_view step = least_step(setting.type);
    next = text.substr(0, place->begin) + number_text(steps) + std::string(step.substr(1));
  } else {
    const bool is_whole = setting.type == SettingType::count;
    double number = place->value;
    for (int i = 0; i < std::abs(steps); ++i) {
      // Going down from 1 goes by tenths of what is below it, or it would be 0 at once.
      const double reference = steps < 0 ? number * (1 - 1e-9) : number * (1 + 1e-9);
      double step = std::pow(10, std::floor(std::log10(reference)) - 1);
      if (is_whole) step = std::max(step, 1.0);
      number = (std::round(number / step) + (steps > 0 ? 1 : -1)) * step;
      if (number <= 0) break;
    }
    number = std::max(number, 0.0);
    next = text.substr(0, place->begin) + number_text(number) + text.substr(place->end);
  }
  auto result = setting_value_from_text(setting, next);
  if (!result || *result == value) return std::nullopt;
  return *std::move(result);
}

}  // namespace loadframe
