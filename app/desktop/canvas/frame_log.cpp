#include "canvas/frame_log.h"

namespace loadframe {

FrameLog::FrameLog() : file_(qEnvironmentVariable("LOADFRAME_FRAME_LOG")) {
  if (file_.fileName().isEmpty() || !file_.open(QIODevice::WriteOnly | QIODevice::Truncate)) return;
  clock_.start();
}

void FrameLog::begin_frame() {
  if (!clock_.isValid()) return;
  began_ns_ = clock_.nsecsElapsed();
}

void FrameLog::end_frame(const FrameContent& content) {
  if (!clock_.isValid()) return;
  const auto milliseconds = [](qint64 ns) { return QByteArray::number(static_cast<double>(ns) * 1e-6, 'f', 3); };
  file_.write(milliseconds(clock_.nsecsElapsed() - began_ns_) + ' ' + milliseconds(began_ns_ - previous_ns_) + ' ' +
              QByteArray::number(static_cast<qulonglong>(content.components)) + ' ' +
              QByteArray::number(static_cast<qulonglong>(content.dots)) + ' ' +
              QByteArray::number(content.run_seconds, 'f', 3) + '\n');
  file_.flush();
  previous_ns_ = began_ns_;
}

}  // namespace loadframe
