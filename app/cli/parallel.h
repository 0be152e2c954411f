#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

/// Many independent jobs on all cores.
namespace loadframe::cli {

/// Shows how far it is, to those who watch.
class Progress {
public:
  explicit Progress(std::string_view what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(double share);

private:
  std::string_view what_;
  bool shown_;
  int last_ = -1;
};

/// Calls work(0) … work(count - 1), each once, on as many threads as there are cores, and shows the progress. In which
/// order they end is no matter if each leaves its result in a place of its own.
void for_each_index(std::size_t count, std::string_view what, const std::function<void(std::size_t)>& work);

}  // namespace loadframe::cli
