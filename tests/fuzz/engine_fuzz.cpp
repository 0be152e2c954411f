#include "chaos.h"

#include <atomic>
#include <charconv>
#include <cstdio>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

/// Random valid systems under random actions and edits, as many as one likes, on all cores:
///   engine_fuzz [SYSTEMS] [FIRST SEED]
/// Prints what was broken and by which seed; exit status 1 if anything was.
int main(int count, char** words) {
  using namespace loadframe;
  std::uint64_t systems = 1000;
  std::uint64_t first = 1;
  const auto read = [&](int index, std::uint64_t& into) {
    if (index >= count) return true;
    const std::string_view word = words[index];
    return std::from_chars(word.data(), word.data() + word.size(), into).ec == std::errc();
  };
  if (!read(1, systems) || !read(2, first)) {
    std::fprintf(stderr, "usage: engine_fuzz [SYSTEMS] [FIRST SEED]\n");
    return 2;
  }

  std::atomic<std::uint64_t> next{0};
  std::atomic<std::uint64_t> failed{0};
  ChaosCounts total;
  std::mutex mutex;
  const auto work = [&] {
    ChaosCounts mine;
    for (std::uint64_t i = next++; i < systems; i = next++) {
      const std::uint64_t seed = first + i;
      const int size = 4 + static_cast<int>(seed % 12);
      const auto broken = find_broken_invariant(seed, size, 4 * size, 24, &mine);
      if (!broken) continue;
      ++failed;
      const std::lock_guard lock(mutex);
      std::printf("seed %llu (%d components): %s\n", static_cast<unsigned long long>(seed), size, broken->c_str());
    }
    const std::lock_guard lock(mutex);
    total.add(mine);
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  }
  std::printf("%llu systems, %llu actions, %llu edits, %llu requests, %llu events: %llu broke an invariant\n",
              static_cast<unsigned long long>(systems), static_cast<unsigned long long>(total.actions),
              static_cast<unsigned long long>(total.edits), static_cast<unsigned long long>(total.requests),
              static_cast<unsigned long long>(total.events), static_cast<unsigned long long>(failed.load()));
  return failed == 0 ? 0 : 1;
}
