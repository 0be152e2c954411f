#pragma once

#include "architecture/settings.h"

/// Values of settings as people type them into a field that holds one already.
namespace loadframe {

/// Reads as setting_value_from_text does, and also a bare number, which keeps the unit (and the law) of the present
/// value, and a comma for the point where it cannot separate thousands. Empty text is the default.
/// @param present none: the default
Result<SettingValue> setting_value_from_typing(const Setting& setting, std::string_view text,
                                               const std::optional<SettingValue>& present);

/// What the text is read as, where a person might have meant something else: "2 min" for "2m"; else empty.
std::string reading_of(const Setting& setting, std::string_view text, const SettingValue& value);

/// The next value up or down: the second digit changes by so many, so that steps suit values of any size. None where
/// there is no such value, or for types without an order.
std::optional<SettingValue> stepped(const Setting& setting, const SettingValue& value, int steps);

}  // namespace loadframe
