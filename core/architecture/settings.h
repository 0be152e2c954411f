#pragma once

#include "architecture/laws.h"
#include "architecture/profile.h"
#include "architecture/translation.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

/// Settings tables: one description of each setting, read by the inspector, validation, the file format, the
/// command line, the JSON Schema and the documentation alike.
namespace loadframe {

/// One of a setting's named values, by its place in the setting's list.
struct Choice {
  int index = 0;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// A time that the program works out unless one is given.
using AutomaticDuration = std::optional<Duration>;

using AnySettingValue = std::variant<bool, std::int64_t, double, Duration, Rate, Bytes, Share, Bandwidth, Law, Profile,
                                     Choice, AutomaticDuration>;

/// Copied, compared and destroyed in settings.cpp alone, for the same reason as ComponentSettings.
struct SettingValue : AnySettingValue {
  using AnySettingValue::AnySettingValue;
  SettingValue();
  SettingValue(const SettingValue&);
  SettingValue(SettingValue&&) noexcept;
  SettingValue& operator=(const SettingValue&);
  SettingValue& operator=(SettingValue&&) noexcept;
  ~SettingValue();
  friend bool operator==(const SettingValue& a, const SettingValue& b);
  friend bool operator<(const SettingValue&, const SettingValue&) = delete;  ///< the alternatives have no order
};

/// In the order of AnySettingValue's alternatives.
enum class SettingType {
  flag,
  count,
  number,
  duration,
  rate,
  bytes,
  share,
  bandwidth,
  law,
  profile,
  choice,
  automatic_duration
};

/// The type's word in `loadframe-cli kinds --json` and in the schema: "duration".
std::string_view setting_type_key(SettingType type);

/// What a number may be, in the type's base unit (seconds for times, bytes, requests or bits per second, 0 to 1 for
/// shares).
struct Range {
  double least = 0;
  double most = 0;
};

struct ChoiceWord {
  std::string_view key;    ///< in files: "round-robin"
  std::string_view label;  ///< for people: "Round robin"
};

/// One row of a settings table, over settings of a type that the table's owner knows.
struct Setting {
  std::string_view key;    ///< in files and on the command line: "check_interval"
  std::string_view label;  ///< for people: "Check interval"
  SettingType type = SettingType::number;
  Range range;
  std::string_view help;    ///< one or two sentences
  std::string_view source;  ///< where the default comes from; may be empty
  std::string_view group;   ///< heading in the inspector; empty for the first group
  std::vector<ChoiceWord> choices;
  SettingValue default_value;
  std::function<SettingValue(const void*)> get;
  std::function<void(void*, const SettingValue&)> set;
  std::function<bool(const void*)> applies;  ///< empty: always

  /// Whether the setting has any effect, given the others.
  bool applies_to(const void* settings) const { return !applies || applies(settings); }
};

using SettingsTable = std::vector<Setting>;

/// The row with that key, or none.
const Setting* find_setting(const SettingsTable& table, std::string_view key);

/// What all of these tables have in common: rows of the same key, type and choices, with the range that all allow.
/// Their accessors are those of the first table.
SettingsTable common_settings(const std::vector<const SettingsTable*>& tables);

/// Reads a setting's value as people type it and as files hold it, and checks its range.
Result<SettingValue> setting_value_from_text(const Setting& setting, std::string_view text);

/// Why a value is outside the setting's range; none when it is inside.
std::optional<Diagnostic> out_of_range(const Setting& setting, const SettingValue& value);

/// The value as text that reads back the same.
std::string setting_value_to_text(const Setting& setting, const SettingValue& value);

/// The least and the most that the setting may be, as people read them; none for types without a range.
struct RangeLimits {
  std::string least;  ///< "1 ms"
  std::string most;   ///< "1,000"
};
std::optional<RangeLimits> range_limits(const Setting& setting);

/// "from 1 to 1,000": the range as people read it; empty for types without one.
std::string range_text(const Setting& setting);

/// Rows are made from these: setting("workers", TR("Workers"), &ServerSettings::workers, from(1, 100'000), TR("…"))
template <class Settings>
class SettingsBuilder {
public:
  template <class Value>
  SettingsBuilder& add(std::string_view key, std::string_view label, Value Settings::*member, Range range,
                       std::string_view help, std::string_view source = {}) {
    Setting row{key, label, type_of<Value>(), range, help, source, group_, {}, {}, {}, {}, condition_};
    row.get = [member](const void* settings) -> SettingValue {
      return to_value(static_cast<const Settings*>(settings)->*member);
    };
    row.set = [member](void* settings, const SettingValue& value) {
      from_value(value, static_cast<Settings*>(settings)->*member);
    };
    const Settings defaults{};
    row.default_value = row.get(&defaults);
    rows_.push_back(std::move(row));
    return *this;
  }

  /// A setting whose value is one of an enumeration's; the words are in the enumeration's order.
  template <class Enumeration>
  SettingsBuilder& add(std::string_view key, std::string_view label, Enumeration Settings::*member,
                       std::vector<ChoiceWord> choices, std::string_view help, std::string_view source = {}) {
    add(key, label, member, Range{0, static_cast<double>(choices.size()) - 1}, help, source);
    rows_.back().choices = std::move(choices);
    return *this;
  }

  SettingsBuilder& add(std::string_view key, std::string_view label, bool Settings::*member, std::string_view help,
                       std::string_view source = {}) {
    return add(key, label, member, Range{0, 1}, help, source);
  }

  SettingsBuilder& add(std::string_view key, std::string_view label, Profile Settings::*member, std::string_view help,
                       std::string_view source = {}) {
    return add(key, label, member, Range{0, largest_factor}, help, source);
  }

  /// Rows added from here on stand under this heading.
  SettingsBuilder& group(std::string_view heading) {
    group_ = heading;
    return *this;
  }

  /// Rows added from here on only have an effect while this holds.
  SettingsBuilder& only_when(bool (*holds)(const Settings&)) {
    condition_ = [holds](const void* settings) { return holds(*static_cast<const Settings*>(settings)); };
    return *this;
  }

  /// Rows added from here on always have an effect.
  SettingsBuilder& always() {
    condition_ = nullptr;
    return *this;
  }

  SettingsTable build() { return std::move(rows_); }

private:
  template <class Value>
  static constexpr SettingType type_of() {
    if constexpr (std::is_same_v<Value, bool>) return SettingType::flag;
    else if constexpr (std::is_enum_v<Value>) return SettingType::choice;
    else if constexpr (std::is_integral_v<Value>) return SettingType::count;
    else if constexpr (std::is_same_v<Value, double>) return SettingType::number;
    else if constexpr (std::is_same_v<Value, Duration>) return SettingType::duration;
    else if constexpr (std::is_same_v<Value, Rate>) return SettingType::rate;
    else if constexpr (std::is_same_v<Value, Bytes>) return SettingType::bytes;
    else if constexpr (std::is_same_v<Value, Share>) return SettingType::share;
    else if constexpr (std::is_same_v<Value, Bandwidth>) return SettingType::bandwidth;
    else if constexpr (std::is_same_v<Value, Law>) return SettingType::law;
    else if constexpr (std::is_same_v<Value, Profile>) return SettingType::profile;
    else return SettingType::automatic_duration;
  }

  template <class Value>
  static SettingValue to_value(const Value& value) {
    if constexpr (std::is_same_v<Value, bool>) return value;
    else if constexpr (std::is_enum_v<Value>) return Choice{static_cast<int>(value)};
    else if constexpr (std::is_integral_v<Value>) return static_cast<std::int64_t>(value);
    else return value;
  }

  template <class Value>
  static void from_value(const SettingValue& from, Value& to) {
    if constexpr (std::is_same_v<Value, bool>) to = std::get<bool>(from);
    else if constexpr (std::is_enum_v<Value>) to = static_cast<Value>(std::get<Choice>(from).index);
    else if constexpr (std::is_integral_v<Value>) to = static_cast<Value>(std::get<std::int64_t>(from));
    else to = std::get<Value>(from);
  }

  SettingsTable rows_;
  std::string_view group_;
  std::function<bool(const void*)> condition_;
};

constexpr Range from(double least, double most) { return {least, most}; }
constexpr Range any_duration() { return {0, 86400.0 * 365}; }
constexpr Range positive_duration() { return {1e-6, 86400.0 * 365}; }
constexpr Range any_share() { return {0, 1}; }

}  // namespace loadframe
