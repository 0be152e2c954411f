#pragma once

#include <QFrame>

class QMenu;
class QToolButton;

namespace loadframe {

class Appearance;
class Document;
class LiveRun;
class TimelineView;

/// The strip below the canvas: the run's timeline, and a menu for what belongs to it. The memory that recording and
/// rewinding may take is remembered from run to run of the program.
class TimelinePanel : public QFrame {
  Q_OBJECT

public:
  TimelinePanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

  TimelineView& view() { return *view_; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  void add_memory_choices(QMenu& menu);
  void color();

  LiveRun& run_;
  const Appearance& appearance_;
  TimelineView* view_ = nullptr;
  QToolButton* options_ = nullptr;
};

}  // namespace loadframe
