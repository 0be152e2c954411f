#pragma once

#include <QStatusBar>
#include <QStringList>
#include <QTimer>

namespace loadframe {

class Canvas;
class LiveRun;
struct LiveFrame;

/// Tells assistive technologies what others see: what fails and recovers, whether it runs, what is selected. It is a
/// status line without height: its text is spoken.
class Announcer : public QStatusBar {
public:
  Announcer(Canvas& canvas, LiveRun& run, QWidget* parent);

  void say(const QString& text);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  void speak();
  void follow_run(const LiveFrame& frame);
  void tell_state();

  Canvas& canvas_;
  LiveRun& run_;
  QStringList waiting_;
  QTimer due_;
  bool was_running_ = false;
};

}  // namespace loadframe
