#include "chaos.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

class ChaosTest : public testing::TestWithParam<std::uint64_t> {};

/// Whatever is drawn, broken and edited: no call is lost or counted twice, and copies and replays run alike.
TEST_P(ChaosTest, BreaksNoInvariant) { EXPECT_EQ(find_broken_invariant(GetParam(), 14, 50, 40), std::nullopt); }

INSTANTIATE_TEST_SUITE_P(Seeds, ChaosTest, testing::Range<std::uint64_t>(1, 121));

}  // namespace
}  // namespace loadframe
