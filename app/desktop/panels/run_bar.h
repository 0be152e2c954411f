#pragma once

#include "live/live_run.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace loadframe {

class Appearance;

/// The controls of the run: run and pause, step, restart, speed, clock, load.
class RunBar : public QWidget {
  Q_OBJECT

public:
  RunBar(LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

  /// Where it is narrow, the scale of the dots gives way.
  QSize minimumSizeHint() const override;

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void show_state();
  void show_clock();
  void choose_speed(int index);
  void move_load(int position);
  void color();

  LiveRun& run_;
  const Appearance& appearance_;
  QPushButton* run_button_ = nullptr;
  QToolButton* step_ = nullptr;
  QToolButton* restart_ = nullptr;
  QComboBox* speed_ = nullptr;
  QLabel* clock_ = nullptr;
  QLabel* lag_ = nullptr;
  QSlider* load_ = nullptr;
  QLabel* load_value_ = nullptr;
  QLabel* dots_ = nullptr;
  QTimer load_due_;  ///< a slider that is dragged does not flood the run with actions
};

}  // namespace loadframe
