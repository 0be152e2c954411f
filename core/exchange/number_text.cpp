#include "exchange/number_text.h"

#include <cmath>
#include <cstdint>

namespace loadframe {

namespace {

nlohmann::ordered_json number(double value) {
  constexpr double exact_integers = 9e15;
  if (value == std::floor(value) && std::abs(value) < exact_integers) return static_cast<std::int64_t>(value);
  return value;
}

}  // namespace

nlohmann::ordered_json measured(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (value == 0) return 0;
  constexpr int digits = 6;
  const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
  if (exponent >= digits - 1) return number(std::round(value));
  const double scale = std::pow(10.0, digits - 1 - exponent);
  return number(std::round(value * scale) / scale);
}

nlohmann::ordered_json exact_seconds(Duration time) { return number(static_cast<double>(time.nanoseconds) / 1e9); }

}  // namespace loadframe
