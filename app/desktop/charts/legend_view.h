#pragma once

#include <QWidget>

#include "charts/chart_painter.h"

#include <vector>

namespace loadframe {

class Appearance;

/// A chart's lines by colour, name and value, in as many rows as they need. A click hides a line or shows it again.
class LegendView : public QWidget {
  Q_OBJECT

public:
  explicit LegendView(const Appearance& appearance, QWidget* parent = nullptr);

  /// @param lines must outlive the view, or be replaced
  void show_lines(const std::vector<PlotLine>& lines, std::vector<QString> values);

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

signals:
  void clicked(std::size_t line);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;

private:
  struct Entry {
    QString label;
    QString value;
    PlotLine stroke;  ///< without points
  };

  /// Where each entry stands in such a width; those that do not fit into the rows are empty.
  std::vector<QRectF> places(double width) const;

  const Appearance& appearance_;
  std::vector<Entry> entries_;
};

}  // namespace loadframe
