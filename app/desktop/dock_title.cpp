#include "dock_title.h"

#include "appearance.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLayout>
#include <QPainter>
#include <QToolButton>

namespace loadframe {

namespace {

constexpr int grip_width = 14;
constexpr double grip_dot = 2;
constexpr double grip_step = 5;
constexpr int grip_dots = 4;

enum class ButtonSign { away, close };

/// Drawn, so that it takes the theme's colour and is sharp at any size.
QIcon picture(ButtonSign which, const QColor& color) {
  constexpr int size = 48;
  QPixmap pixmap(size, size);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color, 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (which == ButtonSign::close) {
    painter.drawLine(QPointF(14, 14), QPointF(34, 34));
    painter.drawLine(QPointF(34, 14), QPointF(14, 34));
  } else {
    painter.drawRoundedRect(QRectF(10, 18, 20, 20), 4, 4);
    painter.drawPolyline(QPolygonF({{18, 10}, {38, 10}, {38, 30}}));
  }
  return QIcon(pixmap);
}

}  // namespace

DockTitle::DockTitle(QDockWidget& dock, const Appearance& appearance)
    : QWidget(&dock), dock_(dock), appearance_(appearance) {
  label_ = new QLabel(dock.windowTitle(), this);
  label_->setProperty("role", QStringLiteral("caption"));
  const auto button = [this](const QString& name) {
    auto* const made = new QToolButton(this);
    made->setProperty("role", QStringLiteral("small"));
    made->setIconSize(QSize(14, 14));
    made->setToolTip(name);
    made->setAccessibleName(name);
    made->setFocusPolicy(Qt::TabFocus);
    made->installEventFilter(this);
    return made;
  };
  float_ = button(tr("Into a window of its own, or back"));
  close_ = button(tr("Close the panel"));
  connect(float_, &QToolButton::clicked, &dock, [&dock] { dock.setFloating(!dock.isFloating()); });
  connect(close_, &QToolButton::clicked, &dock, &QDockWidget::close);
  connect(&dock, &QDockWidget::windowTitleChanged, label_, &QLabel::setText);
  connect(&appearance_, &Appearance::changed, this, &DockTitle::color);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(16, 2, 6, 0);
  row->setSpacing(2);
  row->addWidget(label_, 1);
  row->addWidget(float_);
  row->addWidget(close_);
  color();
  show_buttons();
}

void DockTitle::set_form(Form form) {
  if (form == form_) return;
  form_ = form;
  const bool line = form == Form::line;
  label_->setVisible(line);
  float_->setVisible(line);
  close_->setVisible(line);
  QDockWidget::DockWidgetFeatures features = dock_.features();
  features.setFlag(QDockWidget::DockWidgetVerticalTitleBar, form == Form::grip);
  dock_.setFeatures(features);
  setToolTip(form == Form::grip ? tr("Drag to move %1").arg(dock_.windowTitle()) : QString());
  if (form == Form::grip) setCursor(Qt::OpenHandCursor);
  else unsetCursor();
  updateGeometry();
  dock_.layout()->invalidate();
  update();
}

QSize DockTitle::sizeHint() const {
  switch (form_) {
    case Form::line:
      return layout()->sizeHint();
    case Form::grip:
      return {grip_width, grip_width};
    case Form::none:
      return {0, 0};
  }
  return {};
}

QSize DockTitle::minimumSizeHint() const { return form_ == Form::line ? layout()->minimumSize() : sizeHint(); }

void DockTitle::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (form_ != Form::grip) return;
  QPainter painter(this);
  const Theme& theme = appearance_.theme();
  painter.fillRect(rect(), theme.surface);
  painter.fillRect(0, 0, width(), 1, theme.border);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(underMouse() ? theme.text : theme.muted_text);
  const double top = (height() - (grip_dots - 1) * grip_step) / 2.0;
  for (int dot = 0; dot < grip_dots; ++dot)
    for (const double x : {width() / 2.0 - 1, width() / 2.0 + 3})
      painter.drawEllipse(QPointF(x, top + dot * grip_step), grip_dot / 2, grip_dot / 2);
}

void DockTitle::enterEvent(QEnterEvent* event) {
  QWidget::enterEvent(event);
  show_buttons();
}

void DockTitle::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  show_buttons();
}

bool DockTitle::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
    const bool coming = event->type() == QEvent::FocusIn;
    QMetaObject::invokeMethod(this, &DockTitle::show_buttons, Qt::QueuedConnection);
    if (coming) show_buttons();
  }
  return QWidget::eventFilter(watched, event);
}

void DockTitle::show_buttons() {
  // They keep their place and can be reached by the keyboard; only their pictures come and go.
  const bool shown = underMouse() || float_->hasFocus() || close_->hasFocus();
  const QColor color = appearance_.theme().muted_text;
  float_->setIcon(shown ? picture(ButtonSign::away, color) : QIcon());
  close_->setIcon(shown ? picture(ButtonSign::close, color) : QIcon());
  update();
}

void DockTitle::color() { show_buttons(); }

}  // namespace loadframe
