#include "diagram/text.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace loadframe {

namespace {

void draw_at(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& color) {
  if (painter.paintEngine()->type() == QPaintEngine::SVG) {
    QPainterPath outline;
    outline.setFillRule(Qt::WindingFill);
    outline.addText(baseline, font, text);
    painter.fillPath(outline, color);
    return;
  }
  painter.setFont(font);
  painter.setPen(color);
  painter.drawText(baseline, text);
}

}  // namespace

double baseline_at(double middle, const QFont& font) { return middle + QFontMetricsF(font).capHeight() / 2; }

double width_of(const QString& text, const QFont& font) { return QFontMetricsF(font).horizontalAdvance(text); }

QString fitting_parts(const QStringList& parts, const QFont& font, double width) {
  const QString separator = QStringLiteral(" · ");
  QString line;
  for (const QString& part : parts) {
    const QString longer = line.isEmpty() ? part : line + separator + part;
    if (!line.isEmpty() && width_of(longer, font) > width) break;
    line = longer;
  }
  return line;
}

void draw_line(QPainter& painter, const QRectF& box, Qt::AlignmentFlag alignment, const QString& text, const QFont& font,
               const QColor& color) {
  if (text.isEmpty()) return;
  const QFontMetricsF metrics(font);
  const QString fitting = metrics.elidedText(text.simplified(), Qt::ElideRight, box.width());
  const double free = std::max(0.0, box.width() - metrics.horizontalAdvance(fitting));
  const double indent = alignment == Qt::AlignRight ? free : alignment == Qt::AlignHCenter ? free / 2 : 0;
  draw_at(painter, {box.left() + indent, box.center().y() + metrics.capHeight() / 2}, fitting, font, color);
}

void draw_paragraph(QPainter& painter, const QRectF& box, const QString& text, const QFont& font, const QColor& color) {
  const QFontMetricsF metrics(font);
  const double spacing = metrics.lineSpacing();
  double top = box.top();
  for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
    if (top + spacing > box.bottom()) return;
    QTextLayout layout(paragraph, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int drawn = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
      line.setLineWidth(box.width());
      const bool is_last_that_fits = top + 2 * spacing > box.bottom();
      const bool is_cut = is_last_that_fits && line.textStart() + line.textLength() < paragraph.size();
      const QString words = is_cut ? metrics.elidedText(paragraph.mid(line.textStart()), Qt::ElideRight, box.width())
                                   : paragraph.mid(line.textStart(), line.textLength());
      draw_at(painter, {box.left(), top + metrics.ascent()}, words, font, color);
      top += spacing;
      ++drawn;
      if (is_last_that_fits) break;
    }
    layout.endLayout();
    if (drawn == 0) top += spacing;
  }
}

}  // namespace loadframe
