#include "analysis/theory/check.h"

#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>
#include <vector>

namespace loadframe::theory {
namespace {

const std::vector<Check>& checks() {
  static const std::vector<Check> all = all_checks();
  return all;
}

/// "M/M/1 at load 0.8: mean response" becomes MM1AtLoad08MeanResponse.
std::string test_name(const Check& check) {
  std::string name;
  bool starts_word = true;
  for (const char letter : check.name) {
    const bool plain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
    if (plain) name += static_cast<char>(starts_word ? std::toupper(letter) : letter);
    else if (static_cast<unsigned char>(letter) == 0xE2) name += "Infinity";  // the only letter beyond ASCII, "∞"
    starts_word = letter == ' ';
  }
  return name;
}

/// The rows of `loadframe-cli validate-engine`, each a test; what holds is said by its claim.
class Theory : public testing::TestWithParam<std::size_t> {};

TEST_P(Theory, IsMet) {
  const Check& check = checks()[GetParam()];
  std::vector<double> values;
  for (std::size_t i = 0; i < default_replications; ++i) values.push_back(check.measure(seed_of(check, 1, i)));
  const Verdict verdict = judge(check, values, checks().size());
  EXPECT_TRUE(verdict.agrees) << check.name << ": measured " << verdict.interval.mean << " ± "
                              << verdict.interval.half_width << " (99 %), theory " << claim_sign(check.claim) << " "
                              << check.value << ", p = " << verdict.p_value << "; " << check.source;
  EXPECT_TRUE(verdict.narrow) << check.name << ": the half-width " << verdict.interval.half_width << " is above "
                              << 100 * check.widest << " % of " << check.value << ": too few observations to tell";
}

INSTANTIATE_TEST_SUITE_P(Engine, Theory, testing::Range(std::size_t{0}, checks().size()),
                         [](const auto& row) { return test_name(checks()[row.param]); });

TEST(TheoryTable, HasNamedRowsWithSources) {
  std::set<std::string> names;
  for (const Check& check : checks()) {
    EXPECT_TRUE(names.insert(check.name).second) << check.name << " is there twice";
    EXPECT_FALSE(check.source.empty()) << check.name;
    EXPECT_GT(check.value, 0) << check.name;
    EXPECT_EQ(check.claim == Claim::about, check.error > 0) << check.name;
  }
}

}  // namespace
}  // namespace loadframe::theory
