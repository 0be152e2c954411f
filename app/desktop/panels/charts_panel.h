#pragma once

#include <QFrame>
#include <QTimer>

#include "charts/chart_data.h"
#include "charts/chart_spec.h"

#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace loadframe {

class Appearance;
class ChartCard;
class Document;
class LiveRun;
struct LiveFrame;

/// Charts over time, which people compose: at first throughput by outcome, latency, utilisation and calls, of the whole
/// system or of what is selected. All show the same stretch of time, what happened in it, and one cursor. What was
/// composed is remembered for each file.
class ChartsPanel : public QFrame {
  Q_OBJECT

public:
  ChartsPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

  void set_selection(const std::vector<ElementId>& elements);

  const std::vector<ChartCard*>& cards() const { return cards_; }
  /// The stretch of time that is shown.
  double from_s() const { return from_s_; }
  double to_s() const { return to_s_; }
  bool follows() const { return !stretch_; }

public slots:
  /// A moment that is pointed at elsewhere, or none.
  void show_cursor(std::optional<double> at_s);
  void add_chart();

signals:
  void pointed_at(std::optional<double> at_s);

protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void make_head();
  void read_charts();
  void keep_charts();
  void set_charts(const std::vector<ChartSpec>& specs);
  ChartCard* make_card(const ChartSpec& spec);
  std::vector<ChartSpec> specs() const;
  void arrange();
  void move_card(ChartCard* card, int by);
  void remove_card(ChartCard* card);
  void choose_series(ChartCard* card);
  void export_card(ChartCard* card, const QString& format);
  void export_all();
  void save_csv(std::vector<ChartColumn> columns);

  void take(const LiveFrame& frame);
  void start_over();
  void follow();
  void show_stretch(double from_s, double to_s);
  void look_at_times();
  void name_selection();
  bool shows_whole() const;
  Duration window() const;

  struct Series {
    ElementId subject;
    const Metric* metric = nullptr;
    QString label;
    QColor Theme::*color = nullptr;
    Qt::PenStyle style = Qt::SolidLine;
    bool always = true;  ///< false: only while it has been above 0
  };
  std::vector<Series> series_of(const ChartSpec& spec) const;
  QString why_empty(const ChartSpec& spec) const;
  void need_subjects();
  void draw();
  void draw_next();
  void draw_card(ChartCard& card);

  Document& document_;
  LiveRun& run_;
  const Appearance& appearance_;
  QPushButton* whole_ = nullptr;
  QPushButton* selected_ = nullptr;
  QPushButton* follow_ = nullptr;
  QComboBox* window_ = nullptr;
  QToolButton* more_ = nullptr;
  QLabel* nothing_ = nullptr;
  QScrollArea* area_ = nullptr;
  QWidget* page_ = nullptr;
  QGridLayout* grid_ = nullptr;
  std::vector<ChartCard*> cards_;
  ElementId selection_;  ///< the component, link or host, or none
  ChartData data_;
  QString file_;                                      ///< whose charts these are
  std::optional<std::pair<double, double>> stretch_;  ///< that a person chose; none: follows the run
  double from_s_ = 0;
  double to_s_ = 1;
  std::vector<ChartMarker> markers_;
  QTimer pace_;  ///< from chart to chart: all at once would hold up a frame
  bool stale_ = true;
  std::size_t next_card_ = 0;
};

}  // namespace loadframe
