#include "behaviour/amount.h"

#include "architecture/quantities.h"

#include <cmath>
#include <cstdio>

namespace loadframe::behaviour {

bool same_dimension(const Amount& one, const Amount& other) {
  return one.seconds == other.seconds && one.bytes == other.bytes;
}

std::string dimension_text(const Amount& amount) {
  if (amount.seconds == 0 && amount.bytes == 0) return "a number";
  if (amount.seconds == 1 && amount.bytes == 0) return "a time";
  if (amount.seconds == -1 && amount.bytes == 0) return "a rate";
  if (amount.seconds == 0 && amount.bytes == 1) return "an amount of data";
  if (amount.seconds == -1 && amount.bytes == 1) return "a bandwidth";
  return "seconds^" + std::to_string(amount.seconds) + " bytes^" + std::to_string(amount.bytes);
}

std::string to_text(const Amount& amount) {
  double value = amount.value;
  std::string unit;
  if (amount.seconds == 1 && amount.bytes == 0) {
    const bool long_one = std::abs(value) >= 1;
    unit = long_one ? " s" : " ms";
    if (!long_one) value *= 1e3;
  } else if (amount.seconds == -1 && amount.bytes == 0) {
    unit = "/s";
  } else if (amount.seconds == 0 && amount.bytes == 1) {
    unit = " B";
  } else if (amount.seconds != 0 || amount.bytes != 0) {
    unit = " (" + dimension_text(amount) + ")";
  }
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text + unit;
}

std::optional<Amount> amount_from_text(std::string_view text) {
  if (const auto number = number_from_text(text)) return Amount{*number};
  if (const auto time = duration_from_text(text)) return Amount{time->seconds(), 1};
  if (const auto share = share_from_text(text)) return Amount{share->ratio};
  if (const auto rate = rate_from_text(text)) return Amount{rate->per_second, -1};
  if (const auto data = bytes_from_text(text)) return Amount{static_cast<double>(data->count), 0, 1};
  return std::nullopt;
}

}  // namespace loadframe::behaviour
