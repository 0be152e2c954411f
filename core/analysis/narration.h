#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

#include <string>
#include <string_view>
#include <vector>

/// What happened in a run, in words.
namespace loadframe {

/// A sentence with gaps %1, %2 … so that it can be translated before they are filled.
struct Sentence {
  std::string_view pattern;  ///< marked with TR
  std::vector<std::string> arguments;
};

/// "web-2 killed: 38 connections reset", "lb-1 marked web-2 down after 3 failed checks, 6.0 s after the kill".
/// Elements that are gone by now are called so.
Sentence narrate(const Architecture& architecture, const Event& event);

/// How bad the news is: a fault is bad, a check that failed is a warning, a return is good.
enum class Tone : std::uint8_t { neutral, good, warning, bad };
Tone tone_of(const Event& event);

/// The pattern, translated or not, with its gaps filled.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments);

/// A point in simulated time as people read it: "0:41.0", "1:02:03.5".
std::string clock_text(Duration at);

}  // namespace loadframe
