#include "canvas/find_bar.h"

#include "appearance.h"
#include "canvas/canvas.h"
#include "diagram/icons.h"
#include "panels/element_words.h"
#include "panels/glyphs.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace loadframe {

namespace {

constexpr int inset = 12;
constexpr int characters = 26;

}  // namespace

FindBar::FindBar(Canvas& canvas, const Appearance& appearance)
    : QFrame(&canvas), canvas_(canvas), appearance_(appearance) {
  setProperty("role", QStringLiteral("card"));
  setCursor(Qt::ArrowCursor);
  words_ = new QLineEdit(this);
  words_->setPlaceholderText(tr("Find by name, kind or text"));
  words_->setAccessibleName(tr("Find on the canvas"));
  words_->setMinimumWidth(fontMetrics().averageCharWidth() * characters);
  count_ = new QLabel(this);
  count_->setProperty("role", QStringLiteral("muted"));
  count_->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(999).arg(999)));
  count_->setAlignment(Qt::AlignCenter);
  const auto button = [this](const QString& name) {
    auto* const made = new QToolButton(this);
    made->setProperty("role", QStringLiteral("quiet"));
    made->setIconSize(QSize(14, 14));
    made->setToolTip(name);
    made->setAccessibleName(name);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
  };
  previous_ = button(tr("Previous (Shift+Enter)"));
  next_ = button(tr("Next (Enter)"));
  close_ = button(tr("Close (Esc)"));
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(6, 6, 6, 6);
  row->setSpacing(4);
  row->addWidget(words_, 1);
  row->addWidget(count_);
  row->addWidget(previous_);
  row->addWidget(next_);
  row->addWidget(close_);
  hide();

  connect(words_, &QLineEdit::textChanged, this, [this] {
    current_ = -1;
    search();
    if (!found_.empty()) go(1);
  });
  connect(previous_, &QToolButton::clicked, this, [this] { go(-1); });
  connect(next_, &QToolButton::clicked, this, [this] { go(1); });
  connect(close_, &QToolButton::clicked, this, &FindBar::finish);
  connect(&canvas_.document(), &Document::changed, this, [this] {
    if (isVisible()) search();
  });
  connect(&canvas_.document(), &Document::replaced, this, &FindBar::finish);
  connect(&appearance_, &Appearance::changed, this, &FindBar::color);
  canvas_.installEventFilter(this);
  words_->installEventFilter(this);
  color();
}

void FindBar::start() {
  show();
  place();
  raise();
  words_->setFocus(Qt::ShortcutFocusReason);
  words_->selectAll();
  search();
}

void FindBar::finish() {
  if (isHidden()) return;
  hide();
  found_.clear();
  current_ = -1;
  canvas_.mark({});
  canvas_.setFocus(Qt::OtherFocusReason);
}

void FindBar::search() {
  found_ = find_by_words(canvas_.architecture(), words_->text());
  current_ = std::min(current_, static_cast<int>(found_.size()) - 1);
  canvas_.mark(found_);
  show_count();
}

void FindBar::go(int step) {
  if (found_.empty()) return;
  const int count = static_cast<int>(found_.size());
  current_ = current_ < 0 ? (step > 0 ? 0 : count - 1) : (current_ + step + count) % count;
  canvas_.reveal(found_[static_cast<std::size_t>(current_)]);
  show_count();
}

void FindBar::show_count() {
  const bool any = !found_.empty();
  for (QToolButton* const button : {previous_, next_}) button->setEnabled(any);
  if (words_->text().trimmed().isEmpty()) count_->clear();
  else if (!any) count_->setText(tr("Nothing"));
  else count_->setText(tr("%1 of %2").arg(current_ + 1).arg(found_.size()));
  words_->setAccessibleDescription(count_->text());
}

void FindBar::place() {
  const int width = std::min(sizeHint().width(), canvas_.width() - 2 * inset);
  setGeometry(canvas_.width() - width - inset, inset, width, sizeHint().height());
}

void FindBar::color() {
  const QColor color = appearance_.theme().text;
  previous_->setIcon(chevron_icon(color, Qt::UpArrow));
  next_->setIcon(chevron_icon(color, Qt::DownArrow));
  close_->setIcon(icon("close", color));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &canvas_ && event->type() == QEvent::Resize && isVisible()) place();
  if (watched == words_ && event->type() == QEvent::KeyPress) {
    const auto* const key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
      case Qt::Key_Return:
      case Qt::Key_Enter:
        go(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
      case Qt::Key_Down:
        go(1);
        return true;
      case Qt::Key_Up:
        go(-1);
        return true;
      case Qt::Key_Escape:
        finish();
        return true;
      default:
        break;
    }
  }
  return QFrame::eventFilter(watched, event);
}

}  // namespace loadframe
