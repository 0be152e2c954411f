#include "cli/parallel.h"

#include "cli/streams.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

namespace loadframe::cli {

Progress::Progress(std::string_view what) : what_(what), shown_(has_terminal()) {}

Progress::~Progress() {
  if (last_ >= 0) std::fprintf(stderr, "\r%*s\r", 40, "");
}

void Progress::show(double share) {
  const int percent = static_cast<int>(share * 100);
  if (!shown_ || percent == last_) return;
  last_ = percent;
  std::fprintf(stderr, "\r%.*s … %d %%", static_cast<int>(what_.size()), what_.data(), percent);
}

void for_each_index(std::size_t count, std::string_view what, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> done{0};
  const auto work_off = [&](const std::function<void()>& tell) {
    for (std::size_t i = next++; i < count; i = next++) {
      work(i);
      ++done;
      tell();
    }
  };
  Progress progress(what);
  std::vector<std::jthread> threads;
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  for (std::size_t i = 1; i < std::min(cores, count); ++i) threads.emplace_back(work_off, [] {});
  work_off([&] { progress.show(static_cast<double>(done) / static_cast<double>(count)); });
}

}  // namespace loadframe::cli
