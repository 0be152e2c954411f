#include "architecture/suggestion.h"

#include <gtest/gtest.h>

#include <array>

namespace loadframe {
namespace {

constexpr std::array<std::string_view, 5> words{"round-robin", "random", "workers", "web-1", "web-2"};

TEST(Suggestion, FindsTheWordThatWasMeant) {
  EXPECT_EQ(nearest("wrokers", words), "workers");
  EXPECT_EQ(nearest("worker", words), "workers");
  EXPECT_EQ(nearest("Round_Robin", words), "round-robin");
  EXPECT_EQ(nearest("randon", words), "random");
  EXPECT_EQ(nearest("web-2", words), "web-2");
}

TEST(Suggestion, SuggestsNothingWhereNothingIsNear) {
  EXPECT_EQ(nearest("zebra", words), "");
  EXPECT_EQ(nearest("", words), "");
  EXPECT_EQ(nearest(std::string(100'000, 'w'), words), "");
  EXPECT_EQ(nearest("web", {}), "");
}

TEST(Suggestion, AsksOrSaysWhatElse) {
  EXPECT_EQ(did_you_mean("wrokers", words), "did you mean \"workers\"?");
  EXPECT_EQ(did_you_mean("zebra", words, "choose a word"), "choose a word");
}

TEST(Suggestion, QuotesTextFromOutsideSafely) {
  EXPECT_EQ(in_quotes("a\nb\x1b[31m"), "\"a b [31m\"");
  const std::string longer = in_quotes(std::string(79, 'a') + "ééé");
  EXPECT_EQ(longer, "\"" + std::string(79, 'a') + "…\"");
}

}  // namespace
}  // namespace loadframe
