#include "architecture/settings.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace loadframe {

namespace {

constexpr std::string_view automatic_word = "auto";

/// The value in the unit of Range; none for types without a range.
std::optional<double> measure(const SettingValue& value) {
  switch (static_cast<SettingType>(value.index())) {
    case SettingType::count:
      return static_cast<double>(std::get<std::int64_t>(value));
    case SettingType::number:
      return std::get<double>(value);
    case SettingType::duration:
      return std::get<Duration>(value).seconds();
    case SettingType::rate:
      return std::get<Rate>(value).per_second;
    case SettingType::bytes:
      return static_cast<double>(std::get<Bytes>(value).count);
    case SettingType::share:
      return std::get<Share>(value).ratio;
    case SettingType::bandwidth:
      return std::get<Bandwidth>(value).bits_per_second;
    case SettingType::law:
      return std::get<Law>(value).mean.seconds();
    case SettingType::automatic_duration:
      if (const auto& given = std::get<AutomaticDuration>(value)) return given->seconds();
      return std::nullopt;
    case SettingType::flag:
    case SettingType::choice:
    case SettingType::profile:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string limit_text(SettingType type, double limit) {
  switch (type) {
    case SettingType::duration:
    case SettingType::law:
    case SettingType::automatic_duration:
      return to_text(duration_from_seconds(limit));
    case SettingType::rate:
      return to_text(Rate{limit});
    case SettingType::bytes:
      return to_text(Bytes{std::llround(limit)});
    case SettingType::share:
      return to_text(Share{limit});
    case SettingType::bandwidth:
      return to_text(Bandwidth{limit});
    default:
      return number_to_text(limit);
  }
}

template <class Value>
Result<SettingValue> as_setting(Result<Value> result) {
  if (!result) return result.diagnostic();
  return SettingValue{*std::move(result)};
}

std::string listed(const std::vector<ChoiceWord>& choices) {
  std::string text;
  for (const ChoiceWord& choice : choices) text += (text.empty() ? "\"" : ", \"") + std::string(choice.key) + "\"";
  return text;
}

Result<SettingValue> parsed(const Setting& setting, std::string_view text) {
  switch (setting.type) {
    case SettingType::flag:
      if (text == "true" || text == "yes" || text == "on") return SettingValue{true};
      if (text == "false" || text == "no" || text == "off") return SettingValue{false};
      return error({}, "\"" + std::string(text) + "\" is neither true nor false", "write true or false");
    case SettingType::count: {
      const auto number = number_from_text(text);
      if (!number) return number.diagnostic();
      if (*number != std::floor(*number) || std::abs(*number) > 9e15)
        return error({}, "\"" + std::string(text) + "\" is not a whole number", "write a number such as 4");
      return SettingValue{static_cast<std::int64_t>(*number)};
    }
    case SettingType::number:
      return as_setting(number_from_text(text));
    case SettingType::duration:
      return as_setting(duration_from_text(text));
    case SettingType::rate:
      return as_setting(rate_from_text(text));
    case SettingType::bytes:
      return as_setting(bytes_from_text(text));
    case SettingType::share:
      return as_setting(share_from_text(text));
    case SettingType::bandwidth:
      return as_setting(bandwidth_from_text(text));
    case SettingType::law:
      return as_setting(law_from_text(text));
    case SettingType::profile:
      return as_setting(profile_from_text(text));
    case SettingType::choice:
      for (std::size_t i = 0; i < setting.choices.size(); ++i)
        if (setting.choices[i].key == text) return SettingValue{Choice{static_cast<int>(i)}};
      return error({}, "\"" + std::string(text) + "\" is not a choice for \"" + std::string(setting.key) + "\"",
                   "choose one of " + listed(setting.choices));
    case SettingType::automatic_duration: {
      if (text == automatic_word) return SettingValue{AutomaticDuration{}};
      const auto duration = duration_from_text(text);
      if (!duration) return duration.diagnostic();
      return SettingValue{AutomaticDuration{*duration}};
    }
  }
  return error({}, "unknown type of setting");
}

}  // namespace

SettingValue::SettingValue() = default;
SettingValue::SettingValue(const SettingValue&) = default;
SettingValue::SettingValue(SettingValue&&) noexcept = default;
SettingValue& SettingValue::operator=(const SettingValue&) = default;
SettingValue& SettingValue::operator=(SettingValue&&) noexcept = default;
SettingValue::~SettingValue() = default;

bool operator==(const SettingValue& a, const SettingValue& b) {
  return static_cast<const AnySettingValue&>(a) == static_cast<const AnySettingValue&>(b);
}

std::string_view setting_type_key(SettingType type) {
  constexpr std::array<std::string_view, 12> keys{"flag", "count",   "number", "duration",
                                                  "rate", "bytes",   "share",  "bandwidth",
                                                  "law",  "profile", "choice", "automatic-duration"};
  return keys[static_cast<std::size_t>(type)];
}

const Setting* find_setting(const SettingsTable& table, std::string_view key) {
  for (const Setting& row : table)
    if (row.key == key) return &row;
  return nullptr;
}

SettingsTable common_settings(const std::vector<const SettingsTable*>& tables) {
  SettingsTable common;
  if (tables.empty()) return common;
  const auto same_choices = [](const Setting& a, const Setting& b) {
    return std::equal(a.choices.begin(), a.choices.end(), b.choices.begin(), b.choices.end(),
                      [](const ChoiceWord& x, const ChoiceWord& y) { return x.key == y.key; });
  };
  for (Setting row : *tables.front()) {
    bool is_common = true;
    for (const SettingsTable* table : tables) {
      const Setting* other = find_setting(*table, row.key);
      is_common = is_common && other && other->type == row.type && same_choices(*other, row);
      if (!is_common) break;
      row.range = {std::max(row.range.least, other->range.least), std::min(row.range.most, other->range.most)};
    }
    if (is_common && row.range.least <= row.range.most) common.push_back(std::move(row));
  }
  return common;
}

std::optional<RangeLimits> range_limits(const Setting& setting) {
  if (setting.type == SettingType::flag || setting.type == SettingType::choice || setting.type == SettingType::profile)
    return std::nullopt;
  return RangeLimits{limit_text(setting.type, setting.range.least), limit_text(setting.type, setting.range.most)};
}

std::string range_text(const Setting& setting) {
  const auto limits = range_limits(setting);
  return limits ? "from " + limits->least + " to " + limits->most : std::string();
}

std::optional<Diagnostic> out_of_range(const Setting& setting, const SettingValue& value) {
  if (const auto* choice = std::get_if<Choice>(&value)) {
    if (choice->index >= 0 && static_cast<std::size_t>(choice->index) < setting.choices.size()) return std::nullopt;
    return error({}, "\"" + std::string(setting.key) + "\" is none of its choices",
                 "choose one of " + listed(setting.choices));
  }
  if (const auto* law = std::get_if<Law>(&value); law && !has_valid_parameter(*law))
    return error({}, "\"" + std::string(setting.key) + "\" is no law of times: " + to_text(*law),
                 "choose one such as \"exponential 50 ms\" or \"lognormal 50 ms cv 0.8\"");
  if (const auto* profile = std::get_if<Profile>(&value)) {
    auto problem = objection_to(*profile);
    if (problem) problem->what = "\"" + std::string(setting.key) + "\" is out of range: " + problem->what;
    return problem;
  }
  const auto amount = measure(value);
  if (!amount) return std::nullopt;
  // Half a unit in the last place of slack: limits in text must be accepted when typed.
  const double slack = std::abs(*amount) * 1e-12;
  if (std::isfinite(*amount) && *amount >= setting.range.least - slack && *amount <= setting.range.most + slack)
    return std::nullopt;
  return error({}, "\"" + std::string(setting.key) + "\" is out of range: " + setting_value_to_text(setting, value),
               "choose a value " + range_text(setting));
}

Result<SettingValue> setting_value_from_text(const Setting& setting, std::string_view text) {
  auto value = parsed(setting, text);
  if (!value) return value;
  if (auto problem = out_of_range(setting, *value)) return *problem;
  return value;
}

std::string setting_value_to_text(const Setting& setting, const SettingValue& value) {
  switch (static_cast<SettingType>(value.index())) {
    case SettingType::flag:
      return std::get<bool>(value) ? "true" : "false";
    case SettingType::count:
      return std::to_string(std::get<std::int64_t>(value));
    case SettingType::number:
      return number_to_text(std::get<double>(value));
    case SettingType::duration:
      return to_text(std::get<Duration>(value));
    case SettingType::rate:
      return to_text(std::get<Rate>(value));
    case SettingType::bytes:
      return to_text(std::get<Bytes>(value));
    case SettingType::share:
      return to_text(std::get<Share>(value));
    case SettingType::bandwidth:
      return to_text(std::get<Bandwidth>(value));
    case SettingType::law:
      return to_text(std::get<Law>(value));
    case SettingType::profile:
      return to_text(std::get<Profile>(value));
    case SettingType::choice:
      return std::string(setting.choices[static_cast<std::size_t>(std::get<Choice>(value).index)].key);
    case SettingType::automatic_duration: {
      const auto& given = std::get<AutomaticDuration>(value);
      return given ? to_text(*given) : std::string(automatic_word);
    }
  }
  return {};
}

}  // namespace loadframe
