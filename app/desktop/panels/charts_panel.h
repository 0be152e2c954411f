#pragma once

#include "architecture/architecture.h"
#include "panels/trend.h"
#include "panels/trend_chart.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace loadframe {

class Appearance;
class Document;
class LiveRun;
struct LiveFrame;

/// Throughput by outcome, latency, utilisation and queue over time, of the whole system or of what is selected, with
/// the faults marked.
class ChartsPanel : public QFrame {
  Q_OBJECT

public:
  ChartsPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

  void set_selection(const std::vector<ElementId>& elements);

  /// The most points that any of its charts draws.
  static constexpr std::size_t most_points = 600;

protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void take(const LiveFrame& frame);
  void start_over();
  /// Which components the utilisation is shown of.
  void choose_busiest();
  void set_utilisation_lines();
  void arrange();
  Trend trend_of(const ElementId& subject) const;
  Duration window() const;
  bool shows_whole() const;
  void set_lines();
  void draw();
  /// Looks at what is to be drawn. @returns whether anything is
  bool begin_drawing();
  void draw_chart(std::size_t place);
  void draw_next_chart();
  void name_selection();
  std::vector<ChartMarker> markers(Duration from) const;

  Document& document_;
  LiveRun& run_;
  QPushButton* whole_ = nullptr;
  QPushButton* selected_ = nullptr;
  QComboBox* window_ = nullptr;
  QLabel* nothing_ = nullptr;
  QWidget* charts_ = nullptr;
  QGridLayout* grid_ = nullptr;
  int columns_ = 0;
  TrendChart* throughput_ = nullptr;
  TrendChart* latency_ = nullptr;
  TrendChart* utilisation_ = nullptr;
  TrendChart* queue_ = nullptr;
  ElementId selection_;  ///< the component or none
  Trend trend_;
  std::vector<Trend> busiest_;  ///< of the whole system's busiest components; a place keeps its colour
  QStringList busiest_names_;
  QElapsedTimer chosen_;  ///< since the busiest were chosen
  QTimer pace_;           ///< from chart to chart: all at once would hold up a frame
  bool stale_ = true;
  std::size_t next_chart_ = 0;
  Duration from_;  ///< of what is drawn
  Duration to_;
  std::vector<ChartMarker> markers_;
};

}  // namespace loadframe
