#pragma once

#include "architecture/result.h"

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace loadframe {

/// A span of time, or a point in simulated time counted from the start of a run. Whole nanoseconds.
struct Duration {
  std::int64_t nanoseconds = 0;

  constexpr double seconds() const { return static_cast<double>(nanoseconds) * 1e-9; }
  constexpr double milliseconds() const { return static_cast<double>(nanoseconds) * 1e-6; }

  static constexpr Duration longest() { return {std::numeric_limits<std::int64_t>::max()}; }

  friend constexpr auto operator<=>(const Duration&, const Duration&) = default;
  friend constexpr Duration operator+(Duration a, Duration b) { return {a.nanoseconds + b.nanoseconds}; }
  friend constexpr Duration operator-(Duration a, Duration b) { return {a.nanoseconds - b.nanoseconds}; }
  friend constexpr Duration operator*(Duration a, std::int64_t times) { return {a.nanoseconds * times}; }
  friend constexpr double operator/(Duration a, Duration b) {
    return static_cast<double>(a.nanoseconds) / static_cast<double>(b.nanoseconds);
  }
};

constexpr Duration nanoseconds(std::int64_t count) { return {count}; }
constexpr Duration microseconds(std::int64_t count) { return {count * 1'000}; }
constexpr Duration milliseconds(std::int64_t count) { return {count * 1'000'000}; }
constexpr Duration seconds(std::int64_t count) { return {count * 1'000'000'000}; }
constexpr Duration minutes(std::int64_t count) { return seconds(60 * count); }
constexpr Duration hours(std::int64_t count) { return minutes(60 * count); }

/// The longest time that a setting can have: a year.
inline constexpr Duration longest_time = hours(24 * 365);

/// The nearest whole nanosecond; saturates at the longest duration.
Duration duration_from_seconds(double seconds);

namespace literals {
constexpr Duration operator""_s(unsigned long long count) { return seconds(static_cast<std::int64_t>(count)); }
constexpr Duration operator""_ms(unsigned long long count) { return milliseconds(static_cast<std::int64_t>(count)); }
constexpr Duration operator""_us(unsigned long long count) { return microseconds(static_cast<std::int64_t>(count)); }
}  // namespace literals

/// How often something happens.
struct Rate {
  double per_second = 0;
  friend constexpr auto operator<=>(const Rate&, const Rate&) = default;
};

/// An amount of memory or data.
struct Bytes {
  std::int64_t count = 0;
  friend constexpr auto operator<=>(const Bytes&, const Bytes&) = default;
};

constexpr Bytes bytes(std::int64_t count) { return {count}; }
constexpr Bytes kibibytes(std::int64_t count) { return {count << 10}; }
constexpr Bytes mebibytes(std::int64_t count) { return {count << 20}; }
constexpr Bytes gibibytes(std::int64_t count) { return {count << 30}; }

/// A part of a whole, 0 to 1; shown in per cent.
struct Share {
  double ratio = 0;
  friend constexpr auto operator<=>(const Share&, const Share&) = default;
};

/// Text with its unit in the largest unit that keeps it exact and short: "20 ms", "1.5 s", "2 GiB",
/// "500/s", "12.5 %". Reading the text gives the same value again.
std::string to_text(Duration value);
std::string to_text(Rate value);
std::string to_text(Bytes value);
std::string to_text(Share value);
/// The shortest decimal text that reads back as the same number.
std::string number_to_text(double value);

/// Reads what to_text writes and what people type: "20ms", "1.5 GiB", "3k/s", "90%". The diagnostic has no place; the
/// caller adds it.
Result<Duration> duration_from_text(std::string_view text);
Result<Rate> rate_from_text(std::string_view text);
Result<Bytes> bytes_from_text(std::string_view text);
Result<Share> share_from_text(std::string_view text);
Result<double> number_from_text(std::string_view text);

}  // namespace loadframe
