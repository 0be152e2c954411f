#include "notice_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace loadframe {

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("notice"));
  row_ = new QHBoxLayout(this);
  row_->setContentsMargins(18, 7, 12, 7);
  row_->setSpacing(8);
  text_ = new QLabel(this);
  text_->setWordWrap(true);
  row_->addWidget(text_, 1);
  hide();
}

void NoticeBar::tell(const QString& text) {
  for (QWidget* const button : std::as_const(buttons_)) {
    button->hide();
    button->deleteLater();
  }
  buttons_.clear();
  text_->setText(text);
  setAccessibleName(text);
  show();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void NoticeBar::offer(const QString& label, const QString& role, std::function<void()> does) {
  auto* const button = new QPushButton(label, this);
  if (!role.isEmpty()) button->setProperty("role", role);
  button->setAutoDefault(false);
  row_->addWidget(button);
  buttons_.append(button);
  connect(button, &QPushButton::clicked, this, [this, does = std::move(does)] {
    hide();
    if (does) does();
  });
}

}  // namespace loadframe
