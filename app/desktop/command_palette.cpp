#include "command_palette.h"

#include "appearance.h"
#include "canvas/canvas.h"
#include "fuzzy_match.h"
#include "main_window.h"
#include "typed_settings.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int place_role = Qt::UserRole;
constexpr int keys_role = Qt::UserRole + 1;
constexpr int positions_role = Qt::UserRole + 2;
constexpr int command_role = Qt::UserRole + 3;
constexpr int most_shown = 60;
constexpr int most_recent = 12;
constexpr int rows_in_sight = 11;
constexpr double by_place = 6;    ///< taken off where only the menu's name makes it match
constexpr double for_recent = 2;  ///< given to what was done lately
constexpr double for_disabled = -3;
constexpr double for_whole_title = 20;  ///< given to what is called just so
constexpr int icon_size = 20;
constexpr int characters = 78;

QString recent_key() { return QStringLiteral("commands/recent"); }

/// A line: picture, title with the letters found in it, where else it is, its keys.
class CommandDelegate : public QStyledItemDelegate {
public:
  CommandDelegate(const Appearance& appearance, QObject* parent)
      : QStyledItemDelegate(parent), appearance_(appearance) {}

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {0, option.fontMetrics.height() + 14};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& theme = appearance_.theme();
    const bool is_current = option.state & QStyle::State_Selected;
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect row = option.rect.adjusted(4, 1, -4, -1);
    if (is_current) {
      painter->setPen(Qt::NoPen);
      painter->setBrush(mixed(theme.surface, theme.accent, 0.16));
      painter->drawRoundedRect(row, 6, 6);
    }
    row.adjust(8, 0, -10, 0);
    const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
    const QRect picture(row.left(), row.center().y() - icon_size / 2 + 1, icon_size, icon_size);
    if (!icon.isNull()) icon.paint(painter, picture, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    row.setLeft(picture.right() + 10);

    const QFontMetrics metrics(option.font);
    const QString keys = index.data(keys_role).toString();
    painter->setFont(option.font);
    painter->setPen(theme.muted_text);
    if (!keys.isEmpty()) {
      painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, keys);
      row.setRight(row.right() - metrics.horizontalAdvance(keys) - 16);
    }
    const QString title = index.data(Qt::DisplayRole).toString();
    const int wanted = title_width(title, option.font);
    const QString where = index.data(place_role).toString();
    const int left_over = row.width() - wanted - 16;
    if (left_over > metrics.averageCharWidth() * 6)
      painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(where, enabled ? Qt::ElideLeft : Qt::ElideRight, left_over));
    draw_title(*painter, row, title, index.data(positions_role).toList(), option.font,
               enabled ? theme.text : mixed(theme.muted_text, theme.surface, 0.3),
               enabled ? theme.accent : theme.muted_text);
    painter->restore();
  }

private:
  static QFont strong(QFont font) {
    font.setWeight(QFont::Bold);
    return font;
  }

  static int title_width(const QString& title, const QFont& font) {
    return QFontMetrics(strong(font)).horizontalAdvance(title);
  }

  /// The letters found stand out by weight and colour.
  static void draw_title(QPainter& painter, const QRect& row, const QString& title, const QVariantList& positions,
                         const QFont& font, const QColor& plain, const QColor& found) {
    std::vector<bool> marked(static_cast<std::size_t>(title.size()), false);
    for (const QVariant& position : positions) {
      const auto place = static_cast<std::size_t>(position.toInt());
      if (place < marked.size()) marked[place] = true;
    }
    int x = row.left();
    for (qsizetype i = 0; i < title.size() && x < row.right();) {
      const bool is_found = marked[static_cast<std::size_t>(i)];
      qsizetype end = i + 1;
      while (end < title.size() && marked[static_cast<std::size_t>(end)] == is_found) ++end;
      const QFont used = is_found ? strong(font) : font;
      const QFontMetrics metrics(used);
      const QString part = metrics.elidedText(title.mid(i, end - i), Qt::ElideRight, row.right() - x);
      painter.setFont(used);
      painter.setPen(is_found ? found : plain);
      painter.drawText(QRect(x, row.top(), row.right() - x, row.height()), Qt::AlignVCenter | Qt::AlignLeft, part);
      x += metrics.horizontalAdvance(part);
      i = end;
    }
  }

  const Appearance& appearance_;
};

}  // namespace

CommandPalette::CommandPalette(MainWindow& window, const Appearance& appearance)
    : QFrame(&window), window_(window), appearance_(appearance) {
  setProperty("role", QStringLiteral("popup"));
  words_ = new QLineEdit(this);
  words_->setPlaceholderText(tr("Type a few letters of what you want, or a setting and its value: cpu time 8 ms"));
  words_->setAccessibleName(tr("Find a command"));
  list_ = new QListWidget(this);
  list_->setAccessibleName(tr("Commands"));
  list_->setItemDelegate(new CommandDelegate(appearance_, list_));
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setUniformItemSizes(true);
  list_->setMouseTracking(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  nothing_ = new QLabel(this);
  nothing_->setProperty("role", QStringLiteral("muted"));
  nothing_->setMargin(10);
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(10, 10, 10, 10);
  column->setSpacing(8);
  column->addWidget(words_);
  column->addWidget(list_, 1);
  column->addWidget(nothing_);
  hide();
  connect(words_, &QLineEdit::textChanged, this, &CommandPalette::show_matches);
  connect(list_, &QListWidget::itemEntered, list_, [this](QListWidgetItem* item) { list_->setCurrentItem(item); });
  connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { run(list_->row(item)); });
  words_->installEventFilter(this);
  window_.installEventFilter(this);
}

void CommandPalette::start() {
  commands_ = commands_of(window_);
  standing_ = commands_.all.size();
  recent_ = QSettings().value(recent_key()).toStringList();
  words_->clear();
  show_matches();
  place();
  show();
  raise();
  words_->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::show_matches() {
  struct Match {
    const Command* command;
    std::size_t number;
    double score;
    std::vector<int> positions;
  };
  std::vector<Match> matches;
  const QString words = words_->text();
  const bool nothing_typed = words.trimmed().isEmpty();
  commands_.all.resize(standing_);
  for (Command& command : typed_settings(window_, words)) commands_.all.push_back(std::move(command));
  for (std::size_t number = standing_; number < commands_.all.size(); ++number)
    matches.push_back({&commands_.all[number], number, commands_.all[number].score, {}});
  for (std::size_t number = 0; number < standing_; ++number) {
    const Command& command = commands_.all[number];
    auto match = fuzzy_match(words, command.title);
    if (!match) {
      match = fuzzy_match(words, command.place + QLatin1Char(' ') + command.title);
      if (!match) continue;
      const auto offset = static_cast<int>(command.place.size()) + 1;
      match->score -= by_place;
      std::erase_if(match->positions, [offset](int position) { return position < offset; });
      for (int& position : match->positions) position -= offset;
    }
    if (!command.enabled) match->score += for_disabled;
    if (command.title.compare(words.trimmed(), Qt::CaseInsensitive) == 0) match->score += for_whole_title;
    const qsizetype lately = recent_.indexOf(command.id);
    if (lately >= 0)
      match->score += nothing_typed ? static_cast<double>(most_recent - lately) + for_recent : for_recent;
    matches.push_back({&command, number, match->score, std::move(match->positions)});
  }
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.score > b.score; });
  if (matches.size() > most_shown) matches.resize(most_shown);

  list_->clear();
  for (const Match& match : matches) {
    const Command& command = *match.command;
    auto* const item = new QListWidgetItem(command.icon, command.title, list_);
    QVariantList positions;
    for (const int position : match.positions) positions.append(position);
    const QString reason = command.why_not.isEmpty() ? tr("Not possible now") : command.why_not;
    item->setData(place_role, command.enabled ? command.place : reason);
    item->setData(keys_role, command.keys);
    item->setData(positions_role, positions);
    item->setData(command_role, static_cast<int>(match.number));
    item->setToolTip(command.enabled ? QString() : reason);
    item->setData(Qt::AccessibleDescriptionRole, command.enabled ? command.place : reason);
    if (!command.enabled) item->setFlags(Qt::ItemIsSelectable);
  }
  if (list_->count() > 0) list_->setCurrentRow(0);
  list_->setVisible(!matches.empty());
  nothing_->setVisible(matches.empty());
  nothing_->setText(tr("Nothing that can be done is called “%1”.").arg(words.trimmed()));
  if (list_->currentItem()) words_->setAccessibleDescription(list_->currentItem()->text());
  if (isVisible()) place();
}

QStringList CommandPalette::titles() const {
  QStringList all;
  for (int row = 0; row < list_->count(); ++row) all.append(list_->item(row)->text());
  return all;
}

void CommandPalette::run(int row) {
  const QListWidgetItem* const item = list_->item(row);
  if (!item) return;
  const Command command = commands_.all[static_cast<std::size_t>(item->data(command_role).toInt())];
  if (!command.enabled) return;
  recent_.removeAll(command.id);
  recent_.prepend(command.id);
  while (recent_.size() > most_recent) recent_.removeLast();
  QSettings().setValue(recent_key(), recent_);
  const auto kept = commands_.kept;
  finish();
  command.does();
}

void CommandPalette::finish() {
  hide();
  window_.canvas().setFocus(Qt::OtherFocusReason);
}

void CommandPalette::move_current(int step) {
  if (list_->count() == 0) return;
  list_->setCurrentRow((list_->currentRow() + step + list_->count()) % list_->count());
  words_->setAccessibleDescription(list_->currentItem()->text());
  QAccessibleEvent told(words_, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&told);
}

void CommandPalette::place() {
  const int wide = std::min(fontMetrics().averageCharWidth() * characters, window_.width() - 32);
  const int line = fontMetrics().height() + 14;
  const int rows = std::min(std::max(list_->count(), 1), rows_in_sight);
  const int high = std::min(words_->sizeHint().height() + rows * line + 34, window_.height() - 96);
  setGeometry((window_.width() - wide) / 2, std::min(84, window_.height() / 8), wide, high);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &window_ && event->type() == QEvent::Resize && isVisible()) place();
  if (watched == words_ && event->type() == QEvent::FocusOut && isVisible()) {
    // A click elsewhere, or another window.
    hide();
    return false;
  }
  if (watched == words_ && event->type() == QEvent::KeyPress) {
    const auto* const key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
      case Qt::Key_Down:
        move_current(1);
        return true;
      case Qt::Key_Up:
        move_current(-1);
        return true;
      case Qt::Key_PageDown:
        move_current(std::min(rows_in_sight, list_->count() - 1 - list_->currentRow()));
        return true;
      case Qt::Key_PageUp:
        move_current(-std::min(rows_in_sight, list_->currentRow()));
        return true;
      case Qt::Key_Return:
      case Qt::Key_Enter:
        run(list_->currentRow());
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
