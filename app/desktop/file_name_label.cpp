#include "file_name_label.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int most_characters = 34;
constexpr int fewest_characters = 8;

}  // namespace

FileNameLabel::FileNameLabel(QWidget* parent) : QLabel(parent) {}

void FileNameLabel::show_name(const QString& name, bool modified) {
  name_ = name;
  modified_ = modified;
  setText(name + mark());  // for those who hear it
  setToolTip(modified ? tr("%1, with unsaved changes").arg(name) : name);
  updateGeometry();
}

QString FileNameLabel::mark() const { return modified_ ? QStringLiteral(" •") : QString(); }

QString FileNameLabel::text_within(int width) const {
  return fontMetrics().elidedText(name_, Qt::ElideMiddle, width - fontMetrics().horizontalAdvance(mark())) + mark();
}

QSize FileNameLabel::sizeHint() const {
  constexpr int rounding = 2;  // an advance is rounded, and a text that is wider by a part of a pixel is cut
  const int most = fontMetrics().averageCharWidth() * most_characters;
  return {fontMetrics().horizontalAdvance(text_within(most)) + rounding, QLabel::sizeHint().height()};
}

QSize FileNameLabel::minimumSizeHint() const {
  const int least = fontMetrics().averageCharWidth() * fewest_characters;
  return {std::min(least, sizeHint().width()), QLabel::minimumSizeHint().height()};
}

void FileNameLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  style()->drawItemText(&painter, contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(),
                        text_within(contentsRect().width()), foregroundRole());
}

}  // namespace loadframe
