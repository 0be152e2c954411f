#pragma once

#include "diagram/theme.h"
#include "panels/throughput_series.h"

#include <QAbstractSlider>
#include <QStringList>
#include <QTimer>
#include <optional>
#include <vector>

namespace loadframe {

class Appearance;
class Document;
class LiveRun;
struct Event;
struct LiveFrame;
struct Recording;

/// The run on a line of time: what users saw, what happened, and the moment shown, which can be dragged. It is a
/// slider whose value is that moment in milliseconds, so that assistive technologies know what to do with it.
///
/// A run is one lane; a run that branches will have further ones below.
class TimelineView : public QAbstractSlider {
  Q_OBJECT

public:
  TimelineView(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

  /// Where times are drawn; x counts from the left of the widget.
  double x_of(Duration time) const;
  Duration time_at(double x) const;
  const TimeWindow& window() const { return window_; }

  /// What a sign at that place stands for, in words; empty if there is none.
  QStringList happened_near(double x) const;
  /// What the pointer is told there.
  QString tip_at(QPointF at) const;

  /// How many signs stand for what happened.
  std::size_t sign_count() const { return clusters_.size(); }

public slots:
  void show_all();
  /// A moment that is pointed at elsewhere, or none.
  void show_cursor(std::optional<double> at_s);

signals:
  void pointed_at(std::optional<double> at_s);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void sliderChange(SliderChange change) override;

private:
  /// What a sign means; of several at one place, the first of these is shown.
  enum class Mark { fault, failure, repair, recovery, change, edit };
  struct Happening {
    Duration at;
    std::size_t event = 0;  ///< place among the run's events
    Mark mark = Mark::change;
  };
  struct Cluster {
    double x = 0;
    std::size_t first = 0;  ///< of the happenings
    std::size_t count = 0;
    Mark mark = Mark::change;
  };

  static constexpr double sign_size = 10;

  static std::optional<Mark> mark_of(const Event& event);
  /// All of the run, also while a past moment of it is shown.
  const Recording& recording() const;
  void take(const LiveFrame& frame);
  void read_anew();
  void read_events();
  void follow();
  void refresh();
  void lay_out();
  void say_where();
  TimeScale scale() const;
  QRectF plot() const;
  QString moment_text() const;
  QRectF moment_label() const;
  QRectF moment_place() const;
  void go_to(Duration time);
  bool zoom_by_gesture(QEvent* event);

  void paint_throughput(QPainter& painter) const;
  void paint_times(QPainter& painter) const;
  void paint_signs(QPainter& painter) const;
  void paint_sign_of(QPainter& painter, QPointF middle, Mark mark) const;
  void paint_future(QPainter& painter) const;
  void paint_cursor(QPainter& painter) const;
  void paint_moment(QPainter& painter) const;
  void paint_hint(QPainter& painter) const;

  Document& document_;
  LiveRun& run_;
  const Appearance& appearance_;
  ThroughputSeries series_;
  TimeWindow window_;
  std::vector<Happening> happenings_;
  std::vector<Cluster> clusters_;
  std::vector<ThroughputSeries::Rates> rates_;  ///< for each pixel of the plot
  std::size_t events_read_ = 0;
  bool was_in_past_ = false;  ///< when it was read
  double top_per_s_ = 1;      ///< what the plot's height stands for
  QRectF painted_moment_;     ///< where the moment was drawn last
  bool all_stale_ = true;     ///< more than the part around the moment
  bool scrubs_ = false;
  std::optional<double> cursor_s_;
  QTimer pace_;
};

}  // namespace loadframe
