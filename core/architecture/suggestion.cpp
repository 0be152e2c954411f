#include "architecture/suggestion.h"

#include <algorithm>
#include <numeric>

namespace loadframe {

namespace {

/// Longer words are not typing errors, and comparing them takes the square of their length.
constexpr std::size_t longest_word = 64;
constexpr std::size_t longest_quotation = 80;

char folded(char letter) {
  if (letter >= 'A' && letter <= 'Z') return static_cast<char>(letter - 'A' + 'a');
  return letter == '_' || letter == ' ' ? '-' : letter;
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one word the other.
std::size_t edits_between(std::string_view one, std::string_view other) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(other.size() + 1);
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const bool same = folded(one[i - 1]) == folded(other[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && folded(one[i - 1]) == folded(other[j - 2]) && folded(one[i - 2]) == folded(other[j - 1]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    std::swap(last, row);
  }
  return last[other.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > longest_word) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > longest_word) continue;
    const std::size_t edits = edits_between(word, candidate);
    if (edits >= least) continue;
    least = edits;
    best = candidate;
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates, std::string otherwise) {
  const std::string_view best = nearest(word, candidates);
  if (best.empty()) return otherwise;
  return "did you mean " + in_quotes(best) + "?";
}

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  std::size_t length = std::min(text.size(), longest_quotation);
  // Never cut through a UTF-8 sequence.
  while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  for (const char letter : text.substr(0, length)) {
    const bool control = static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    result += control ? ' ' : letter;
  }
  if (length < text.size()) result += "…";
  return result + "\"";
}

}  // namespace loadframe
