#pragma once

#include <cstdint>
#include <ctime>

namespace loadframe {

/// What the calling thread has used of a processor, in seconds: other programs on the machine do not count.
inline double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// What a piece of work has used of a processor so far.
class CpuClock {
public:
  double seconds() const { return cpu_seconds() - from_; }

private:
  double from_ = cpu_seconds();
};

}  // namespace loadframe
