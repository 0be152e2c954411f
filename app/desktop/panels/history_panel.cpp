#include "panels/history_panel.h"

#include "appearance.h"
#include "document.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QUndoView>
#include <QVBoxLayout>

namespace loadframe {

namespace {

constexpr int mark_width = 26;
constexpr double mark_radius = 4;

/// Steps on a line from the past to what has been undone, which is faint; the present one stands out.
class StepDelegate : public QStyledItemDelegate {
public:
  StepDelegate(const QUndoStack& stack, const Appearance& appearance, QObject* parent)
      : QStyledItemDelegate(parent), stack_(stack), appearance_(appearance) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& theme = appearance_.theme();
    const bool is_present = index.row() == stack_.index();
    const bool is_undone = index.row() > stack_.index();
    const bool is_saved = index.row() == stack_.cleanIndex();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row(option.rect);
    if (is_present || option.state & QStyle::State_MouseOver) {
      painter->setPen(Qt::NoPen);
      painter->setBrush(is_present ? mixed(theme.surface, theme.accent, 0.16) : theme.hover);
      painter->drawRoundedRect(row.adjusted(2, 1, -2, -1), 6, 6);
    }
    if (option.state & QStyle::State_HasFocus && is_present) {
      painter->setBrush(Qt::NoBrush);
      painter->setPen(QPen(theme.accent, 1));
      painter->drawRoundedRect(row.adjusted(2.5, 1.5, -2.5, -1.5), 6, 6);
    }
    const QPointF mark(row.left() + mark_width / 2.0 + 2, row.center().y());
    painter->setPen(QPen(theme.border, 1.5));
    if (index.row() > 0) painter->drawLine(QPointF(mark.x(), row.top()), mark - QPointF(0, mark_radius));
    if (index.row() + 1 < index.model()->rowCount())
      painter->drawLine(mark + QPointF(0, mark_radius), QPointF(mark.x(), row.bottom() + 1));
    painter->setPen(QPen(is_present ? theme.accent : theme.muted_text, 1.5));
    painter->setBrush(is_present ? theme.accent : is_undone ? theme.surface : theme.border);
    painter->drawEllipse(mark, mark_radius, mark_radius);

    QFont font = option.font;
    font.setWeight(is_present ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(is_undone ? theme.muted_text : theme.text);
    QRectF place = row.adjusted(mark_width + 6, 0, -10, 0);
    if (is_saved && index.row() > 0) {
      painter->setPen(theme.muted_text);
      painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight, HistoryPanel::tr("saved"));
      place.adjust(0, 0, -painter->fontMetrics().horizontalAdvance(HistoryPanel::tr("saved")) - 8, 0);
      painter->setPen(is_undone ? theme.muted_text : theme.text);
    }
    const QString text = index.data().toString();
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(place.width())));
    painter->restore();
  }

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return {QStyledItemDelegate::sizeHint(option, index).width() + mark_width, option.fontMetrics.height() + 12};
  }

private:
  const QUndoStack& stack_;
  const Appearance& appearance_;
};

}  // namespace

HistoryPanel::HistoryPanel(Document& document, const Appearance& appearance, QWidget* parent) : QFrame(parent) {
  setProperty("role", "panel");
  steps_ = new QUndoView(&document.undo_stack(), this);
  steps_->setEmptyLabel(tr("As it was opened"));
  steps_->setItemDelegate(new StepDelegate(document.undo_stack(), appearance, steps_));
  steps_->setAccessibleName(tr("What was done"));
  steps_->setMouseTracking(true);
  steps_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(&appearance, &Appearance::changed, steps_->viewport(), qOverload<>(&QWidget::update));
  connect(&document.undo_stack(), &QUndoStack::indexChanged, steps_->viewport(), qOverload<>(&QWidget::update));
  connect(&document.undo_stack(), &QUndoStack::cleanChanged, steps_->viewport(), qOverload<>(&QWidget::update));
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(8, 6, 6, 6);
  column->addWidget(steps_);
}

}  // namespace loadframe
