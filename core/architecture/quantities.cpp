#include "architecture/quantities.h"

#include "architecture/suggestion.h"
#include "architecture/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace loadframe {

namespace {

struct Unit {
  std::string_view name;
  double factor;
};

constexpr std::array time_units{Unit{"h", 3600e9}, Unit{"min", 60e9}, Unit{"s", 1e9},
                                Unit{"ms", 1e6},   Unit{"us", 1e3},   Unit{"ns", 1}};
// The first two differ: the micro sign, and the Greek letter.
constexpr std::array time_words{Unit{"\u00B5s", 1e3},  Unit{"\u03BCs", 1e3},  Unit{"sec", 1e9},
                                Unit{"second", 1e9},   Unit{"seconds", 1e9},  Unit{"m", 60e9},
                                Unit{"minute", 60e9},  Unit{"minutes", 60e9}, Unit{"hour", 3600e9},
                                Unit{"hours", 3600e9}, Unit{"d", 86400e9},    Unit{"days", 86400e9}};
constexpr std::array byte_units{Unit{"TiB", 1099511627776.0}, Unit{"GiB", 1073741824.0}, Unit{"MiB", 1048576.0},
                                Unit{"KiB", 1024.0}, Unit{"B", 1}};
constexpr std::array byte_words{Unit{"TB", 1e12}, Unit{"GB", 1e9}, Unit{"MB", 1e6}, Unit{"kB", 1e3},
                                Unit{"KB", 1e3},  Unit{"b", 1},    Unit{"", 1},     Unit{"bytes", 1}};
constexpr std::array multipliers{Unit{"", 1}, Unit{"k", 1e3}, Unit{"K", 1e3}, Unit{"M", 1e6}, Unit{"G", 1e9}};
constexpr std::array rate_units{Unit{"/s", 1},          Unit{"/sec", 1}, Unit{"/min", 1.0 / 60},
                                Unit{"/h", 1.0 / 3600}, Unit{"rps", 1},  Unit{"qps", 1}};

constexpr std::array bandwidth_units{Unit{"Gbit/s", 1e9}, Unit{"Mbit/s", 1e6}, Unit{"kbit/s", 1e3}, Unit{"bit/s", 1}};
constexpr std::array bandwidth_words{Unit{"Gbps", 1e9}, Unit{"Mbps", 1e6},   Unit{"kbps", 1e3}, Unit{"Kbit/s", 1e3},
                                     Unit{"GB/s", 8e9}, Unit{"MB/s", 8e6},   Unit{"kB/s", 8e3}, Unit{"B/s", 8},
                                     Unit{"bps", 1},    Unit{"Gbit", 1e9},   Unit{"Mbit", 1e6}};

struct NumberWithUnit {
  double number;
  std::optional<std::int64_t> whole;  ///< the number, exactly, if it is written as a whole one
  std::string_view unit;
};

std::optional<NumberWithUnit> split_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  const char* const last = text.data() + text.size();
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), last, number);
  if (problem != std::errc() || !std::isfinite(number)) return std::nullopt;
  std::int64_t whole = 0;
  const auto [whole_end, whole_problem] = std::from_chars(text.data(), last, whole);
  const bool is_whole = whole_problem == std::errc() && whole_end == end;
  return NumberWithUnit{number, is_whole ? std::optional(whole) : std::nullopt,
                        trimmed(text.substr(static_cast<std::size_t>(end - text.data())))};
}

/// The nearest whole number; saturates.
std::int64_t to_whole(double count) {
  if (count >= 0x1p63) return std::numeric_limits<std::int64_t>::max();
  if (count <= -0x1p63) return std::numeric_limits<std::int64_t>::min();
  return std::llround(count);
}

/// So many units, where the text is a whole number: a double would hold it exactly only up to 2^53.
std::optional<std::int64_t> exact_amount(const NumberWithUnit& text, double factor) {
  std::int64_t amount = 0;
  if (!text.whole || __builtin_mul_overflow(*text.whole, static_cast<std::int64_t>(factor), &amount))
    return std::nullopt;
  return amount;
}

template <std::size_t Count>
std::optional<double> factor_of(std::string_view unit, const std::array<Unit, Count>& units) {
  for (const Unit& candidate : units)
    if (candidate.name == unit) return candidate.factor;
  return std::nullopt;
}

Diagnostic not_a(std::string_view what, std::string_view text, std::string remedy) {
  return error({}, in_quotes(text) + " is not " + std::string(what), std::move(remedy));
}

/// An amount in the largest unit in which its text stays short and reads back exactly.
template <std::size_t Count>
std::string amount_to_text(std::int64_t amount, const std::array<Unit, Count>& units) {
  if (amount == 0) return "0 " + std::string(units[units.size() - 1].name);
  for (const Unit& unit : units) {
    const double number = static_cast<double>(amount) / unit.factor;
    if (std::abs(number) < 1 && unit.factor > 1) continue;
    const std::string text = number_to_text(number);
    const bool exact = to_whole(number * unit.factor) == amount;
    if (exact && text.size() <= 7) return text + " " + std::string(unit.name);
  }
  return std::to_string(amount) + " " + std::string(units[units.size() - 1].name);
}

}  // namespace

Duration duration_from_seconds(double seconds) { return {to_whole(seconds * 1e9)}; }

std::string number_to_text(double value) {
  std::array<char, 400> buffer{};
  const auto format = std::abs(value) >= 1e17 || (value != 0 && std::abs(value) < 1e-7) ? std::chars_format::scientific
                                                                                        : std::chars_format::fixed;
  const auto [end, problem] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
  (void)problem;
  return {buffer.data(), end};
}

std::string to_text(Duration value) {
  if (value.nanoseconds == 0) return "0 s";
  return amount_to_text(value.nanoseconds, time_units);
}

std::string to_text(Bytes value) { return amount_to_text(value.count, byte_units); }

std::string to_text(Bandwidth value) {
  for (const Unit& unit : bandwidth_units) {
    const double number = value.bits_per_second / unit.factor;
    if (number < 1 && unit.factor > 1) continue;
    const std::string text = number_to_text(number);
    if (number * unit.factor == value.bits_per_second && text.size() <= 7) return text + " " + std::string(unit.name);
  }
  return number_to_text(value.bits_per_second) + " bit/s";
}

std::string to_text(Rate value) { return number_to_text(value.per_second) + "/s"; }

std::string to_text(Share value) {
  // 0.07 * 100 is 7.000000000000001: what a person would have typed comes first, and some ratios are no number of
  // per cent at all.
  const double percent = value.ratio * 100;
  for (const double candidate : {std::round(percent * 1e9) / 1e9, percent, std::nextafter(percent, 0)})
    if (candidate / 100 == value.ratio) return number_to_text(candidate) + " %";
  return number_to_text(value.ratio);
}

Result<double> number_from_text(std::string_view text) {
  if (const auto split = split_number(text))
    if (const auto factor = factor_of(split->unit, multipliers); factor && std::isfinite(split->number * *factor))
      return split->number * *factor;
  return not_a("a number", text, "write a number such as 4, 0.5 or 2k");
}

Result<Duration> duration_from_text(std::string_view text) {
  if (const auto split = split_number(text)) {
    auto factor = factor_of(split->unit, time_units);
    if (!factor) factor = factor_of(split->unit, time_words);
    if (!factor && split->number == 0 && split->unit.empty()) factor = 1;
    if (factor) return Duration{exact_amount(*split, *factor).value_or(to_whole(split->number * *factor))};
  }
  return not_a("a time", text, "write a number and a unit, such as \"20 ms\", \"1.5 s\" or \"2 min\"");
}

Result<Rate> rate_from_text(std::string_view text) {
  if (const auto split = split_number(text)) {
    for (const Unit& unit : rate_units) {
      if (!split->unit.ends_with(unit.name)) continue;
      const auto rest = trimmed(split->unit.substr(0, split->unit.size() - unit.name.size()));
      const auto factor = factor_of(rest, multipliers);
      if (factor && std::isfinite(split->number * *factor)) return Rate{split->number * *factor * unit.factor};
    }
    if (split->number == 0 && split->unit.empty()) return Rate{0};
  }
  return not_a("a rate", text, "write a number per time, such as \"500/s\", \"3k/s\" or \"90/min\"");
}

Result<Bytes> bytes_from_text(std::string_view text) {
  if (const auto split = split_number(text)) {
    auto factor = factor_of(split->unit, byte_units);
    if (!factor) factor = factor_of(split->unit, byte_words);
    if (factor) {
      if (const auto exact = exact_amount(*split, *factor)) return Bytes{*exact};
      if (std::abs(split->number * *factor) < 0x1p63) return Bytes{to_whole(split->number * *factor)};
    }
  }
  return not_a("an amount of data", text, "write a number and a unit, such as \"512 MiB\" or \"2 GB\"");
}

Result<Bandwidth> bandwidth_from_text(std::string_view text) {
  if (const auto split = split_number(text)) {
    auto factor = factor_of(split->unit, bandwidth_units);
    if (!factor) factor = factor_of(split->unit, bandwidth_words);
    if (!factor && split->number == 0 && split->unit.empty()) factor = 1;
    if (factor && std::isfinite(split->number * *factor)) return Bandwidth{split->number * *factor};
  }
  return not_a("a bandwidth", text, "write a number and a unit, such as \"100 Mbit/s\" or \"1 Gbit/s\"");
}

Result<Share> share_from_text(std::string_view text) {
  if (const auto split = split_number(text)) {
    if (split->unit == "%") return Share{split->number / 100};
    if (split->unit.empty()) return Share{split->number};
  }
  return not_a("a share", text, "write per cent, such as \"5 %\", or a number from 0 to 1");
}

}  // namespace loadframe
