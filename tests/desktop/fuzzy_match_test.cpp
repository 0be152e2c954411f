#include "fuzzy_match.h"

#include <gtest/gtest.h>
#include <QStringList>

namespace loadframe {
namespace {

QString best_of(const QString& pattern, const QStringList& texts) {
  QString best;
  double highest = -1;
  for (const QString& text : texts) {
    const auto match = fuzzy_match(pattern, text);
    if (match && match->score > highest) {
      highest = match->score;
      best = text;
    }
  }
  return best;
}

TEST(FuzzyMatch, FindsLettersInOrderAndTellsWhere) {
  const auto match = fuzzy_match("lba", "Load balancer");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->positions, (std::vector{0, 5, 6}));
  EXPECT_FALSE(fuzzy_match("abl", "Load"));
  EXPECT_FALSE(fuzzy_match("loadx", "Load"));
}

TEST(FuzzyMatch, PrefersBeginningsOfWordsAndRuns) {
  EXPECT_EQ(best_of("rd", {"Border", "Relational database"}), "Relational database");
  EXPECT_EQ(best_of("cache", {"Clear a channel heap", "Add cache"}), "Add cache");
  EXPECT_EQ(best_of("save", {"Save as…", "Save"}), "Save");
  EXPECT_EQ(best_of("w2", {"web-12", "web-2"}), "web-2");
}

TEST(FuzzyMatch, IgnoresCaseAndAccents) {
  EXPECT_TRUE(fuzzy_match("offnen", "Öffnen…"));
  EXPECT_TRUE(fuzzy_match("ÖFF", "öffnen"));
}

TEST(FuzzyMatch, TakesWordsInAnyOrder) {
  EXPECT_TRUE(fuzzy_match("database rel", "Relational database"));
  EXPECT_FALSE(fuzzy_match("database xyz", "Relational database"));
}

TEST(FuzzyMatch, LetsAnEmptyPatternFindEverything) {
  const auto match = fuzzy_match("  ", "Anything");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->score, 0);
  EXPECT_TRUE(match->positions.empty());
}

}  // namespace
}  // namespace loadframe
