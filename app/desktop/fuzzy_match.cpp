#include "fuzzy_match.h"

#include <QStringList>

#include <algorithm>
#include <limits>

namespace loadframe {

namespace {

constexpr double per_letter = 1;
constexpr double side_by_side = 4;
constexpr double begins_word = 4;
constexpr double begins_text = 3;
constexpr double per_letter_of_text = 0.02;
constexpr double per_gap = 1;
constexpr double whole_text = 4;
constexpr double impossible = -std::numeric_limits<double>::infinity();

/// Without case and accents, letter for letter: positions stay those of the text.
std::vector<QChar> folded(const QString& text) {
  std::vector<QChar> letters;
  letters.reserve(static_cast<std::size_t>(text.size()));
  for (const QChar letter : text) {
    const QString parts = letter.decomposition();
    letters.push_back((parts.isEmpty() ? letter : parts.at(0)).toCaseFolded());
  }
  return letters;
}

bool begins_a_word(const QString& text, std::size_t place) {
  if (place == 0) return true;
  const QChar here = text.at(static_cast<qsizetype>(place));
  const QChar before = text.at(static_cast<qsizetype>(place) - 1);
  if (!here.isLetterOrNumber()) return false;
  return !before.isLetterOrNumber() || (before.isLower() && here.isUpper()) || (before.isLetter() && here.isDigit());
}

/// The best way to lay one word of the pattern over the text, by dynamic programming over (letter, place).
std::optional<FuzzyMatch> match_word(const std::vector<QChar>& word, const QString& text,
                                     const std::vector<QChar>& letters) {
  const std::size_t rows = word.size();
  const std::size_t columns = letters.size();
  if (rows > columns) return std::nullopt;
  std::vector<double> best(rows * columns, impossible);  // with letter `row` at place `column`
  std::vector<std::size_t> from(rows * columns, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    double best_before = impossible;  // of the row above, to the left of the column but not beside it
    std::size_t best_place = 0;
    for (std::size_t column = row; column < columns; ++column) {
      const double* const above = row == 0 ? nullptr : &best[(row - 1) * columns];
      if (above && column >= 2 && above[column - 2] > best_before) {
        best_before = above[column - 2];
        best_place = column - 2;
      }
      if (letters[column] != word[row]) continue;
      double score = per_letter;
      if (begins_a_word(text, column)) score += column == 0 ? begins_word + begins_text : begins_word;
      if (above) {
        const double beside = column >= 1 ? above[column - 1] + side_by_side : impossible;
        const bool goes_on = beside >= best_before - per_gap;
        from[row * columns + column] = goes_on ? column - 1 : best_place;
        score += goes_on ? beside : best_before - per_gap;
      }
      best[row * columns + column] = score;
    }
  }
  const auto last = best.end() - static_cast<std::ptrdiff_t>(columns);
  const auto found = std::max_element(last, best.end());
  if (*found == impossible) return std::nullopt;
  FuzzyMatch match{*found, std::vector<int>(rows)};
  auto place = static_cast<std::size_t>(found - last);
  for (std::size_t row = rows; row-- > 0;) {
    match.positions[row] = static_cast<int>(place);
    place = from[row * columns + place];
  }
  return match;
}

}  // namespace

std::optional<FuzzyMatch> fuzzy_match(const QString& pattern, const QString& text) {
  FuzzyMatch all;
  const std::vector<QChar> letters = folded(text);
  const QStringList words = pattern.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  qsizetype typed = 0;
  for (const QString& word : words) {
    const auto match = match_word(folded(word), text, letters);
    if (!match) return std::nullopt;
    all.score += match->score;
    all.positions.insert(all.positions.end(), match->positions.begin(), match->positions.end());
    typed += word.size();
  }
  if (words.isEmpty()) return all;
  std::sort(all.positions.begin(), all.positions.end());
  all.positions.erase(std::unique(all.positions.begin(), all.positions.end()), all.positions.end());
  all.score -= per_letter_of_text * static_cast<double>(text.size());
  if (typed == text.size() && static_cast<qsizetype>(all.positions.size()) == text.size()) all.score += whole_text;
  return all;
}

}  // namespace loadframe
