#pragma once

#include <QFrame>

#include "charts/chart_painter.h"
#include "charts/chart_spec.h"

#include <optional>
#include <set>

class QLabel;
class QMenu;
class QToolButton;

namespace loadframe {

class Appearance;
class LegendView;
class PlotView;

/// One chart of the charts page: its title, menu, legend and drawing.
class ChartCard : public QFrame {
  Q_OBJECT

public:
  ChartCard(ChartSpec spec, const Appearance& appearance, QWidget* parent = nullptr);

  const ChartSpec& spec() const { return spec_; }
  void set_spec(ChartSpec spec);

  /// Lines that were hidden stay so.
  void show_picture(PlotPicture picture);
  void show_cursor(std::optional<double> at_s);
  /// Shows the chart of a chart in a file's or the clipboard's picture.
  void paint_into(QPainter& painter, const QRectF& box) const;
  const PlotPicture& picture() const;

signals:
  void pointed_at(std::optional<double> at_s);
  void stretch_wanted(double from_s, double to_s);
  void all_wanted();
  void spec_changed();
  void series_wanted();
  void remove_wanted();
  void move_wanted(int by);
  void export_wanted(const QString& format);

private:
  void fill_menu(QMenu& menu);
  void rename();
  void copy_picture();
  void show_legend();

  ChartSpec spec_;
  const Appearance& appearance_;
  QLabel* title_ = nullptr;
  QLabel* unit_ = nullptr;
  QToolButton* more_ = nullptr;
  LegendView* legend_ = nullptr;
  PlotView* plot_ = nullptr;
  std::set<QString> hidden_;  ///< lines, by label
  std::optional<double> cursor_s_;
};

}  // namespace loadframe
