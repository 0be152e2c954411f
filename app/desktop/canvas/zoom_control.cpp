#include "canvas/zoom_control.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace loadframe {

ZoomControl::ZoomControl(QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("card"));
  setCursor(Qt::ArrowCursor);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(4, 4, 4, 4);
  row->setSpacing(0);
  const auto button = [&](const QString& text, const QString& name, void (ZoomControl::*signal)()) {
    auto* const made = new QToolButton(this);
    made->setProperty("role", QStringLiteral("quiet"));
    made->setText(text);
    made->setToolTip(name);
    made->setAccessibleName(name);
    made->setFocusPolicy(Qt::TabFocus);
    connect(made, &QToolButton::clicked, this, signal);
    row->addWidget(made);
    return made;
  };
  button(QStringLiteral("−"), tr("Zoom out"), &ZoomControl::smaller);
  zoom_ = button(QString(), tr("Actual size"), &ZoomControl::actual_size);
  zoom_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("400 %")) + 20);
  button(QStringLiteral("+"), tr("Zoom in"), &ZoomControl::larger);
  button(tr("Fit"), tr("Show everything"), &ZoomControl::fit);
  show_zoom(1);
}

void ZoomControl::show_zoom(double zoom) { zoom_->setText(tr("%1 %").arg(QLocale().toString(qRound(zoom * 100)))); }

}  // namespace loadframe
