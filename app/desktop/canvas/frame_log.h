#pragma once

#include <QElapsedTimer>
#include <QFile>

namespace loadframe {

/// Writes one line per painted frame, "paint_ms gap_ms", to the file that the environment variable
/// LOADFRAME_FRAME_LOG names; does nothing without it.
class FrameLog {
public:
  FrameLog();

  void begin_frame();
  void end_frame();

private:
  QFile file_;
  QElapsedTimer clock_;
  qint64 began_ns_ = 0;
  qint64 previous_ns_ = 0;
};

}  // namespace loadframe
