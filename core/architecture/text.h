#pragma once

#include <string_view>

/// Small operations on text that is read.
namespace loadframe {

inline constexpr std::string_view blanks = " \t\r\n";

/// The text without blanks at its ends.
inline std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace loadframe
