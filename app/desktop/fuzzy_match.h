#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace loadframe {

/// How a text answers what was typed.
struct FuzzyMatch {
  double score = 0;            ///< the higher the better; comparable between texts for the same pattern
  std::vector<int> positions;  ///< of the matched letters in the text, ascending: to be shown
};

/// Finds the letters of `pattern` in `text`, in order but not necessarily side by side: "lba" finds "Load balancer".
/// Case and accents do not count; words of the pattern (parted by spaces) may come in any order. Letters at the
/// beginnings of words and side by side count most, and short texts come before long ones. An empty pattern matches
/// everything, with the score 0.
std::optional<FuzzyMatch> fuzzy_match(const QString& pattern, const QString& text);

}  // namespace loadframe
