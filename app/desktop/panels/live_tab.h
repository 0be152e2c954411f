#pragma once

#include "diagram/theme.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/trend.h"

#include <QString>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QListView;
class QVBoxLayout;

namespace loadframe {

class Appearance;
class EventModel;
class Sparkline;
class TallyView;
class TargetsView;

/// What the run shows of one component, link or host, or of the whole system: figures, small charts, what happened.
class LiveTab : public QWidget {
  Q_OBJECT

public:
  LiveTab(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

  /// None: the whole system.
  void set_subject(const ElementId& subject);
  /// Shows the subject, if it does not yet: takes its time, and a tab that nobody sees can wait.
  void fill();

signals:
  void element_chosen(const loadframe::ElementId& element);

private:
  /// A sparkline and the figure that stands over it.
  struct Gauge {
    Sparkline* chart = nullptr;
    std::function<QString(const TrendPoint&)> figure;
  };

  void build();
  void add_gauge(Sparkline* chart, std::function<QString(const TrendPoint&)> figure);
  void add_traffic(const QString& title);
  void add_latency();
  void add_share(const QString& title, const QString& line, QColor Theme::*color, double TrendPoint::*share);
  void add_count(const QString& title, const QString& line, QColor Theme::*color, double TrendPoint::*count);
  void add_gauges_of(const Component& component);
  void start_over();
  void take(const LiveFrame& frame);
  void refresh();
  void refresh_repairs();
  void showEvent(QShowEvent* event) override;

  Document& document_;
  LiveRun& run_;
  const Appearance& appearance_;
  ElementId subject_;
  Trend trend_;
  std::vector<Duration> faults_;
  QTimer due_;
  QVBoxLayout* column_ = nullptr;
  QLabel* hint_ = nullptr;
  QWidget* gauges_box_ = nullptr;
  std::vector<Gauge> gauges_;
  bool shows_memory_ = false;
  bool is_filled_ = false;
  TargetsView* targets_ = nullptr;
  TallyView* tally_ = nullptr;
  QLabel* events_heading_ = nullptr;
  QListView* events_view_ = nullptr;
  EventModel* events_ = nullptr;
  QWidget* repairs_ = nullptr;
  QHBoxLayout* repairs_row_ = nullptr;
  std::vector<ComponentId> repairable_;
};

}  // namespace loadframe
