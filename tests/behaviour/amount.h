#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loadframe::behaviour {

/// A number with its dimension: so many times the second and the byte are in it. 20 ms has seconds = 1, 120/s has
/// seconds = -1, a count or a share has neither.
struct Amount {
  double value = 0;
  int seconds = 0;
  int bytes = 0;
};

bool same_dimension(const Amount& one, const Amount& other);

/// "a time", "a rate": what the amount is, for messages.
std::string dimension_text(const Amount& amount);

/// "20 ms", "120/s", "0.5".
std::string to_text(const Amount& amount);

/// Reads what layout files call a number, time, share, rate or amount of data: "3", "20 ms", "5 %", "120/s", "64 MiB".
std::optional<Amount> amount_from_text(std::string_view text);

}  // namespace loadframe::behaviour
