#include "start/layout_card.h"

#include "appearance.h"

#include <QPainter>
#include <QPainterPath>

namespace loadframe {

namespace {

constexpr int width_in_characters = 32;
constexpr double picture_aspect = 0.56;
constexpr int inset = 12;
constexpr double radius = 10;

}  // namespace

LayoutCard::LayoutCard(const Appearance& appearance, const QString& title, const QString& about, QWidget* parent)
    : QAbstractButton(parent), appearance_(appearance) {
  setText(title);
  setAccessibleName(title);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  set_about(about);
}

void LayoutCard::set_about(const QString& about) {
  about_ = about;
  setAccessibleDescription(about);
  setToolTip(about);
  update();
}

void LayoutCard::show_layout(Architecture architecture) {
  thumbnail_.emplace(std::move(architecture));
  update();
}

void LayoutCard::advance(double milliseconds) {
  if (!thumbnail_ || visibleRegion().isEmpty()) return;
  thumbnail_->advance(milliseconds);
  update();
}

QSize LayoutCard::sizeHint() const {
  const int width = fontMetrics().averageCharWidth() * width_in_characters;
  return {width, static_cast<int>(width * picture_aspect) + 2 * fontMetrics().height() + 2 * inset};
}

void LayoutCard::paintEvent(QPaintEvent*) {
  const Theme& theme = appearance_.theme();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
  QPainterPath outline;
  outline.addRoundedRect(box, radius, radius);
  painter.fillPath(outline, isDown() || underMouse() ? theme.hover : theme.surface);
  const int text_height = 2 * fontMetrics().height() + 2 * inset - 6;
  const QRect picture = rect().adjusted(2, 2, -2, -text_height);
  painter.save();
  painter.setClipPath(outline);
  painter.fillRect(picture, theme.canvas);
  if (thumbnail_) thumbnail_->paint(painter, picture, theme, devicePixelRatioF());
  painter.setPen(theme.border);
  painter.drawLine(picture.bottomLeft(), picture.bottomRight());
  painter.restore();
  const bool stands_out = hasFocus() || underMouse();
  painter.setPen(QPen(stands_out ? theme.accent : theme.border, hasFocus() ? 2 : 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(outline);

  const QRect text = rect().adjusted(inset, picture.bottom() + inset / 2, -inset, -inset / 2);
  QFont title = font();
  title.setWeight(QFont::DemiBold);
  painter.setFont(title);
  painter.setPen(isEnabled() ? theme.text : theme.muted_text);
  painter.drawText(text, Qt::AlignTop | Qt::AlignLeft,
                   QFontMetrics(title).elidedText(this->text(), Qt::ElideMiddle, text.width()));
  painter.setFont(font());
  painter.setPen(theme.muted_text);
  painter.drawText(text, Qt::AlignBottom | Qt::AlignLeft,
                   fontMetrics().elidedText(about_, Qt::ElideRight, text.width()));
}

}  // namespace loadframe
