#include "top_bar.h"

#include "file_name_label.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

namespace loadframe {

TopBar::TopBar(QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("bar"));
  auto* const rows = new QVBoxLayout(this);
  rows->setContentsMargins(18, 8, 18, 8);
  row_ = new QHBoxLayout;
  row_->setSpacing(8);
  second_row_ = new QHBoxLayout;
  rows->addLayout(row_);
  rows->addLayout(second_row_);

  product_ = new QLabel(QStringLiteral("Loadframe"), this);
  product_->setProperty("role", QStringLiteral("product"));
  row_->addWidget(product_);
  file_ = new FileNameLabel(this);
  file_->setProperty("role", QStringLiteral("muted"));
  row_->addWidget(file_);
  row_->addSpacing(12);

  auto* const group = new QButtonGroup(this);
  const auto button = [&](ToolKind kind, const QString& text, const QString& tip, const char* role) {
    auto* const made = new QToolButton(this);
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(text);
    made->setAccessibleDescription(tip);
    made->setCheckable(true);
    made->setFocusPolicy(Qt::TabFocus);
    if (role) made->setProperty("role", QString::fromLatin1(role));
    group->addButton(made);
    connect(made, &QToolButton::clicked, this, [this, kind] { emit tool_chosen(kind); });
    row_->addWidget(made);
    tools_.emplace(kind, made);
  };
  button(ToolKind::select, tr("Select"), tr("Select, move and edit (V)"), nullptr);
  button(ToolKind::connect, tr("Connect"), tr("Wire callers to what they call (C)"), nullptr);
  button(ToolKind::break_things, tr("Break"), tr("Kill, restart, cut and mend by a click (B)"), "danger");
  show_tool(ToolKind::select);
  row_->addSpacing(16);
  row_->addStretch(1);
}

void TopBar::show_file(const QString& name, bool modified) { file_->show_name(name, modified); }

void TopBar::show_tool(ToolKind tool) { tools_.at(tool)->setChecked(true); }

void TopBar::set_run_controls(QWidget* run_bar) {
  row_->removeItem(row_->itemAt(row_->count() - 1));
  run_bar_ = run_bar;
  arrange();
}

void TopBar::arrange() {
  if (!run_bar_) return;
  for (QHBoxLayout* const row : {row_, second_row_}) row->removeWidget(run_bar_);
  const int wanted = row_->minimumSize().width() + run_bar_->minimumSizeHint().width() + 3 * row_->spacing();
  const bool fits = wanted < screen()->availableSize().width();
  (fits ? row_ : second_row_)->addWidget(run_bar_, 1);
  row_->setAlignment(fits ? Qt::Alignment() : Qt::AlignLeft);
}

void TopBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::FontChange) arrange();
}

QSize TopBar::minimumSizeHint() const {
  QSize least = QFrame::minimumSizeHint();
  if (!product_->isHidden()) least.rwidth() -= product_->sizeHint().width() + row_->spacing();
  return least;
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  product_->setVisible(width() >= minimumSizeHint().width() + product_->sizeHint().width() + row_->spacing());
}

}  // namespace loadframe
