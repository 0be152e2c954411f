#include "simulation/large_pages.h"
#include "simulation/engine.h"
#include "simulation/random.h"
#include "simulation/running.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <thread>
#include <utility>
#include <vector>

namespace loadframe::engine {
namespace {

/// Takes and gives back pieces of all sizes in any order. @return whether each still held its number when it went
bool keeps_pieces_apart(std::uint64_t seed) {
  struct Piece {
    LargePageVector<std::uint64_t> numbers;
    std::uint64_t first;
  };
  RandomStream random(seed, 0, 0);
  std::vector<Piece> pieces;
  bool all_well = true;
  const auto give_back = [&](std::size_t place) {
    std::swap(pieces[place], pieces.back());
    std::vector<std::uint64_t> expected(pieces.back().numbers.size());
    std::iota(expected.begin(), expected.end(), pieces.back().first);
    all_well = all_well && std::equal(expected.begin(), expected.end(), pieces.back().numbers.begin());
    pieces.pop_back();
  };
  for (std::uint64_t i = 0; i < 300; ++i) {
    const auto bytes = static_cast<std::size_t>(random.uniform() * random.uniform() * 3e6);
    Piece piece{LargePageVector<std::uint64_t>(bytes / 8 + 1), seed * 1'000'000'000 + i * 1'000'000};
    std::iota(piece.numbers.begin(), piece.numbers.end(), piece.first);
    pieces.push_back(std::move(piece));
    if (pieces.size() > 40) give_back(static_cast<std::size_t>(random.uniform() * 40));
  }
  while (!pieces.empty()) give_back(0);
  return all_well;
}

TEST(LargePages, KeepPiecesApart) { EXPECT_TRUE(keeps_pieces_apart(1)); }

TEST(LargePages, MayBeTakenByManyThreads) {
  std::vector<char> well(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < well.size(); ++i)
    threads.emplace_back([&well, i] { well[i] = keeps_pieces_apart(i + 2); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::vector<char>(4, true), well);
}

TEST(LargePages, AreUsedAgain) {
  for (const std::size_t bytes : {large_pages::fewest_bytes, std::size_t{300'000}, std::size_t{1} << 20}) {
    void* const kept = large_pages::take(bytes);  // so that the page stays
    void* const piece = large_pages::take(bytes);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(piece) % 4096, 0u);
    large_pages::give_back(piece, bytes);
    void* const again = large_pages::take(bytes);
    if (large_pages::are_used) {
      EXPECT_EQ(again, piece);
    }
    large_pages::give_back(again, bytes);
    large_pages::give_back(kept, bytes);
  }
}

TEST(LargePages, AreNotTakenForACopyUntilItIsToBeUsed) {
  LargePageVector<std::uint64_t> live(100'000, 7);
  EXPECT_TRUE(live.get_allocator().takes_large_pages());
  LargePageVector<std::uint64_t> kept = live;
  EXPECT_FALSE(kept.get_allocator().takes_large_pages());
  EXPECT_EQ(kept, live);
  live = kept;
  EXPECT_TRUE(live.get_allocator().takes_large_pages()) << "what is assigned a copy stays where it is";
  move_to_large_pages(kept);
  EXPECT_TRUE(kept.get_allocator().takes_large_pages());
  EXPECT_EQ(kept, live);
}

/// Pieces begin at multiples of their size; what the system gives by itself does so by a rare chance only.
bool lies_in_large_pages(const void* memory) {
  return reinterpret_cast<std::uintptr_t>(memory) % large_pages::fewest_bytes == 0;
}

void expect_in_large_pages(const Engine& engine, const char* which) {
  EXPECT_TRUE(lies_in_large_pages(engine.nodes.data())) << which;
  EXPECT_TRUE(lies_in_large_pages(engine.links.data())) << which;
  EXPECT_TRUE(lies_in_large_pages(&engine.calls[0])) << which;
  EXPECT_TRUE(lies_in_large_pages(engine.model->nodes.data())) << which;
}

TEST(LargePages, HoldTheStateOfARunAlsoAfterItWasRewound) {
  if (!large_pages::are_used) GTEST_SKIP();
  // More than two thousand calls under way.
  const WebTier tier(20'000, 300, LoadBalancerSettings{}, shared_processor(exponential(milliseconds(50))));
  Engine engine(tier.architecture, Seed{1}, RunOptions{});
  engine.run_until(1'000'000'000, ~std::uint64_t{0});
  ASSERT_GT(engine.calls.size() * sizeof(Call), large_pages::fewest_bytes);
  expect_in_large_pages(engine, "the run");
  const std::unique_ptr<Engine> checkpoint = engine.copy_of_state();
  expect_in_large_pages(engine, "the run that was copied");
  Engine resumed = *checkpoint;
  resumed.unpack();
  expect_in_large_pages(resumed, "the copy");
  resumed.run_until(2'000'000'000, ~std::uint64_t{0});
  expect_in_large_pages(resumed, "the copy that ran on");
}

}  // namespace
}  // namespace loadframe::engine
