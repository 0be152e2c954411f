#pragma once

#include <QElapsedTimer>
#include <QFile>

namespace loadframe {

/// What a painted frame showed.
struct FrameContent {
  std::size_t components = 0;
  std::size_t dots = 0;
  double run_seconds = 0;  ///< simulated time
};

/// Writes one line per painted frame, "paint_ms gap_ms components dots run_s", to the file that the environment
/// variable LOADFRAME_FRAME_LOG names, at once, so that others can watch; does nothing without it. The gap is the time
/// since the frame before began.
class FrameLog {
public:
  FrameLog();

  void begin_frame();
  void end_frame(const FrameContent& content);

private:
  QFile file_;
  QElapsedTimer clock_;
  qint64 began_ns_ = 0;
  qint64 previous_ns_ = 0;
};

}  // namespace loadframe
