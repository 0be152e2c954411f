#include "panels/event_list.h"

#include "appearance.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QListView>
#include <QPainter>
#include <algorithm>

namespace loadframe {

namespace {

constexpr int sign_size = 12;
constexpr int gap = 8;
constexpr int padding = 4;

/// What a slider sends while it is dragged is one piece of news.
constexpr Duration same_gesture = seconds(2);

/// As wide as the times of the first ten minutes; longer ones push the sentence.
int time_width(const QFontMetrics& metrics, const QString& time) {
  return std::max(metrics.horizontalAdvance(QStringLiteral("00:00.0")), metrics.horizontalAdvance(time));
}

int text_left(const QFontMetrics& metrics, const QString& time) {
  return padding + sign_size + gap + time_width(metrics, time) + gap;
}

}  // namespace

ElementId element_of(const Event& event) {
  if (event.kind == EventKind::action && event.action) return event.action->target;
  if (event.component) return event.component;
  return event.target;
}

bool concerns(const Event& event, const ElementId& element) {
  if (std::holds_alternative<std::monostate>(element)) return true;
  if (event.component && ElementId(event.component) == element) return true;
  return event.target == element || (event.action && event.action->target == element);
}

void EventModel::append(const Architecture& architecture, const std::vector<Event>& events) {
  for (const Event& event : events) {
    Row row{event, to_qstring(clock_text(event.at)), sentence_text(narrate(architecture, event))};
    if (replaces_last(event)) {
      rows_.back() = std::move(row);
      const QModelIndex last = index(static_cast<int>(rows_.size()) - 1);
      emit dataChanged(last, last);
      continue;
    }
    const int place = static_cast<int>(rows_.size());
    beginInsertRows({}, place, place);
    rows_.push_back(std::move(row));
    endInsertRows();
  }
  const int surplus = static_cast<int>(rows_.size()) - most_rows;
  if (surplus <= 0) return;
  beginRemoveRows({}, 0, surplus - 1);
  rows_.erase(rows_.begin(), rows_.begin() + surplus);
  endRemoveRows();
}

bool EventModel::replaces_last(const Event& event) const {
  if (rows_.empty()) return false;
  const Event& last = rows_.back().event;
  if (event.kind != last.kind || event.at - last.at > same_gesture) return false;
  if (event.kind == EventKind::edited) return true;
  return event.action && last.action && event.action->kind == ActionKind::load &&
         last.action->kind == ActionKind::load && event.action->target == last.action->target;
}

void EventModel::clear() {
  beginResetModel();
  rows_.clear();
  endResetModel();
}

int EventModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return row.text;
    case time_role:
      return row.time;
    case tone_role:
      return static_cast<int>(tone_of(row.event));
    case line_role:
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1\t%2").arg(row.time, row.text);
    default:
      return {};
  }
}

EventDelegate::EventDelegate(const Appearance& appearance, Lines lines, QObject* parent)
    : QStyledItemDelegate(parent), appearance_(appearance), lines_(lines) {}

void EventDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = appearance_.theme();
  QStyleOptionViewItem background = option;
  background.text.clear();
  const QWidget* widget = option.widget;
  widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, widget);

  const QString time = index.data(EventModel::time_role).toString();
  const auto tone = static_cast<Tone>(index.data(EventModel::tone_role).toInt());
  const QRect box = option.rect;
  const int line_height = option.fontMetrics.height();
  const int first_middle = box.top() + padding + line_height / 2;
  paint_sign(*painter, QRectF(box.left() + padding, first_middle - sign_size / 2, sign_size, sign_size), sign_of(tone),
             color_of(theme, tone));

  painter->save();
  painter->setFont(option.font);
  painter->setPen(theme.muted_text);
  painter->drawText(QRect(box.left() + padding + sign_size + gap, box.top() + padding,
                          time_width(option.fontMetrics, time), line_height),
                    Qt::AlignLeft | Qt::AlignVCenter, time);
  painter->setPen(theme.text);
  const QRect rest = box.adjusted(text_left(option.fontMetrics, time), padding, -padding, -padding);
  const QString text = index.data(Qt::DisplayRole).toString();
  if (lines_ == Lines::one)
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, rest.width()));
  else painter->drawText(rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
  painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const int one_line = option.fontMetrics.height() + 2 * padding;
  if (lines_ == Lines::one) return QSize(200, one_line);
  const auto* view = qobject_cast<const QListView*>(option.widget);
  const int width = view ? view->viewport()->width() : option.rect.width();
  const int left = text_left(option.fontMetrics, index.data(EventModel::time_role).toString());
  const QRect text = option.fontMetrics.boundingRect(QRect(0, 0, std::max(width - left - padding, 60), 1000),
                                                     Qt::TextWordWrap, index.data(Qt::DisplayRole).toString());
  return QSize(std::min(width, 200), std::max(one_line, text.height() + 2 * padding));
}

}  // namespace loadframe
