#include "canvas/quick_add_box.h"

#include "architecture/inserting.h"
#include "canvas/canvas.h"
#include "canvas/snapping.h"
#include "core_text.h"
#include "diagram/geometry.h"
#include "panels/glyphs.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int most_rows = 8;
constexpr int widest_in_letters = 46;
constexpr int relation_role = Qt::UserRole;
constexpr int matched_role = Qt::UserRole + 1;
constexpr int icon_pixels = 26;
constexpr int row_padding = 4;
constexpr int gap = 8;

QString name(const Architecture& architecture, ComponentId id) {
  return QString::fromStdString(name_of(architecture, id));
}

QString names(const Architecture& architecture, const std::vector<ComponentId>& ids) {
  return ids.size() == 1 ? name(architecture, ids.front()) : QuickAddBox::tr("%1 components").arg(ids.size());
}

/// An icon, the label with its matched letters strong, and at the right how it would be wired.
class EntryDelegate : public QStyledItemDelegate {
public:
  EntryDelegate(const Canvas& canvas, QObject* parent) : QStyledItemDelegate(parent), canvas_(canvas) {}

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {1, std::max(icon_pixels, option.fontMetrics.height()) + 2 * row_padding};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& theme = canvas_.theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state & QStyle::State_Selected;
    if (current) {
      painter->setPen(Qt::NoPen);
      painter->setBrush(option.palette.color(QPalette::Highlight));
      painter->drawRoundedRect(option.rect, 6, 6);
    }
    const QRect inner = option.rect.adjusted(gap, row_padding, -gap, -row_padding);
    const QRect picture(inner.left(), inner.center().y() - icon_pixels / 2 + 1, icon_pixels, icon_pixels);
    if (current) {
      painter->setPen(Qt::NoPen);
      painter->setBrush(theme.card);
      painter->drawRoundedRect(picture, 7, 7);
    }
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture);

    const QColor text_color = current ? option.palette.color(QPalette::HighlightedText) : theme.text;
    const QString relation = index.data(relation_role).toString();
    int text_right = inner.right();
    if (!relation.isEmpty()) {
      const int room = inner.width() / 2;
      const QString fitting = option.fontMetrics.elidedText(relation, Qt::ElideRight, room);
      painter->setPen(current ? text_color : theme.muted_text);
      painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, fitting);
      text_right -= option.fontMetrics.horizontalAdvance(fitting) + gap;
    }
    const int left = picture.right() + 1 + gap;
    const QString label =
        option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text_right - left);
    QTextLayout layout(label, option.font);
    QList<QTextLayout::FormatRange> strong;
    for (const QVariant& place : index.data(matched_role).toList()) {
      QTextCharFormat format;
      format.setFontWeight(QFont::Bold);
      if (!current) format.setForeground(theme.accent);
      if (place.toInt() < label.size()) strong.append({place.toInt(), 1, format});
    }
    layout.setFormats(strong);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    painter->setPen(text_color);
    layout.draw(painter, QPointF(left, inner.center().y() - layout.boundingRect().height() / 2 + 0.5));
    painter->restore();
  }

private:
  const Canvas& canvas_;
};

}  // namespace

QuickAddBox::QuickAddBox(Canvas& canvas, QuickAddPurpose purpose, const QString& typed)
    : QFrame(&canvas), canvas_(canvas), purpose_(std::move(purpose)) {
  setProperty("role", QStringLiteral("card"));
  setObjectName(QStringLiteral("quick-add"));
  setAutoFillBackground(true);
  const Architecture& architecture = canvas_.architecture();
  field_ = new QLineEdit(typed, this);
  QString title = tr("Add: type a name, “3 server”, “redis” …");
  if (purpose_.link) title = tr("Put onto %1").arg(QString::fromStdString(name_of(architecture, purpose_.link)));
  else if (purpose_.offers == QuickAddPurpose::Offers::callees)
    title = tr("What %1 calls").arg(names(architecture, purpose_.others));
  field_->setPlaceholderText(title);
  field_->setAccessibleName(title);
  field_->installEventFilter(this);
  setFocusProxy(field_);

  list_ = new QListWidget(this);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setItemDelegate(new EntryDelegate(canvas_, list_));
  list_->setAccessibleName(tr("What can be added"));
  nothing_ = new QLabel(this);
  nothing_->setProperty("role", QStringLiteral("muted"));
  nothing_->setWordWrap(true);
  nothing_->setMargin(gap);
  auto* const hint = new QLabel(purpose_.others.empty() ? tr("Enter adds it. Escape gives up.")
                                                        : tr("Enter adds it wired, Shift+Enter without a wire."),
                                this);
  hint->setProperty("role", QStringLiteral("caption"));
  hint->setWordWrap(true);

  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(gap, gap, gap, gap);
  column->setSpacing(gap - 2);
  column->addWidget(field_);
  column->addWidget(list_);
  column->addWidget(nothing_);
  column->addWidget(hint);
  setFixedWidth(fontMetrics().averageCharWidth() * widest_in_letters);

  connect(field_, &QLineEdit::textChanged, this, &QuickAddBox::fill);
  connect(list_, &QListWidget::currentRowChanged, this, &QuickAddBox::show_preview);
  connect(list_, &QListWidget::itemClicked, this, [this] { accept(Wiring::wired); });
  connect(&canvas_.document(), &Document::changed, this, &QuickAddBox::close_box);
  connect(&canvas_.document(), &Document::replaced, this, &QuickAddBox::close_box);
  fill();
}

void QuickAddBox::show_beside(const QRect& on_widget) {
  about_ = on_widget;
  layout()->activate();
  adjustSize();
  // What is added appears at the right, so that side is the last choice.
  const QRect room = canvas_.rect().adjusted(gap, gap, -gap, -gap);
  if (about_.bottom() + gap + height() <= room.bottom()) side_ = Side::below;
  else if (about_.left() - gap - width() >= room.left()) side_ = Side::left;
  else if (about_.top() - gap - height() >= room.top()) side_ = Side::above;
  place();
  show();
  raise();
  field_->setFocus(Qt::OtherFocusReason);
  field_->end(false);
}

void QuickAddBox::place() {
  const QRect room = canvas_.rect().adjusted(gap, gap, -gap, -gap);
  QRect box(QPoint(about_.left(), about_.bottom() + gap), size());
  if (side_ == Side::left) box.moveTopRight(about_.topLeft() - QPoint(gap, 0));
  if (side_ == Side::above) box.moveBottomLeft(about_.topLeft() - QPoint(0, gap));
  if (box.right() > room.right()) box.moveRight(room.right());
  if (box.bottom() > room.bottom()) box.moveBottom(room.bottom());
  move(std::max(box.left(), room.left()), std::max(box.top(), room.top()));
}

QString QuickAddBox::relation_of(const QuickAddEntry& entry) const {
  const Architecture& architecture = canvas_.architecture();
  if (std::holds_alternative<ComponentId>(entry.what)) return tr("connect");
  if (purpose_.link) return tr("in between");
  if (!entry.callers.empty()) return tr("called by %1").arg(names(architecture, entry.callers));
  if (!entry.callees.empty()) return tr("calls %1").arg(names(architecture, entry.callees));
  return {};
}

void QuickAddBox::fill() {
  const Architecture& architecture = canvas_.architecture();
  const Theme& theme = canvas_.theme();
  entries_ = quick_add_entries(architecture, purpose_, field_->text());
  const QSignalBlocker quiet(list_);
  list_->clear();
  for (const QuickAddEntry& entry : entries_) {
    QString label = entry.label;
    if (!entry.name_stem.empty()) label += QStringLiteral(" “%1”").arg(QString::fromStdString(entry.name_stem));
    if (entry.count > 1) label += QStringLiteral("  × %1").arg(entry.count);
    auto* const row = new QListWidgetItem(label, list_);
    if (const auto* const item = std::get_if<PaletteItem>(&entry.what)) {
      const auto* const kind = std::get_if<Kind>(item);
      row->setIcon(tile_icon(theme, icon_of(*item),
                             kind ? loadframe::color_of(theme, description(*kind).tier) : theme.muted_text));
    } else {
      const ElementId id = std::get<ComponentId>(entry.what);
      row->setIcon(tile_icon(theme, icon_key(architecture, id), color_of(theme, architecture, id)));
    }
    QVariantList matched;
    for (const int place : entry.matched) matched.append(place);
    row->setData(matched_role, matched);
    row->setData(relation_role, relation_of(entry));
  }
  list_->setVisible(!entries_.empty());
  nothing_->setVisible(entries_.empty());
  if (entries_.empty())
    nothing_->setText(field_->text().isEmpty() ? tr("Nothing can follow here.")
                                               : tr("Nothing here is called “%1”.").arg(field_->text().trimmed()));
  const int rows = std::clamp(static_cast<int>(entries_.size()), 1, most_rows);
  const int row_height = entries_.empty() ? icon_pixels : std::max(list_->sizeHintForRow(0), icon_pixels);
  list_->setFixedHeight(rows * row_height + 2 * list_->frameWidth());
  if (!entries_.empty()) list_->setCurrentRow(0);
  if (isVisible()) {
    layout()->activate();
    adjustSize();
    place();
  }
  show_preview();
}

QuickAddBox::Result QuickAddBox::result_of(const QuickAddEntry& entry, Wiring wiring) const {
  const Architecture& architecture = canvas_.architecture();
  Result result;
  if (const auto* const callee = std::get_if<ComponentId>(&entry.what)) {
    const ComponentId caller = purpose_.others.front();
    result.change = loadframe::connect(architecture, caller, *callee);
    result.elements = {*callee};
    result.name = Canvas::tr("Connect %1 to %2").arg(name(architecture, caller), name(architecture, *callee));
    return result;
  }
  const auto& item = std::get<PaletteItem>(entry.what);
  result.name = Canvas::tr("Add %1").arg(label_of(item));
  const bool wired = wiring == Wiring::wired;
  const QPointF wanted = purpose_.at.value_or(canvas_.viewport().to_canvas(QRectF(canvas_.rect()).center()));
  QRectF box = box_of(item, wanted, Placing::on_grid);
  const auto* const kind = std::get_if<Kind>(&item);
  if (!kind) {
    if (std::holds_alternative<NoteItem>(item)) box = free_place_near(architecture, box);
    result.change = change_to_add(architecture, item, box);
    result.elements = added_elements(result.change);
    return result;
  }
  if (purpose_.link) {
    Pasted inserted = insert(architecture, purpose_.link, *kind, {box.x(), box.y()}, entry.name_stem);
    result.change = std::move(inserted.change);
    result.elements = std::move(inserted.elements);
    return result;
  }
  Addition addition;
  addition.kind = *kind;
  addition.count = entry.count;
  addition.name_stem = entry.name_stem;
  if (wired) {
    addition.callers = entry.callers;
    addition.callees = entry.callees;
  }
  const bool has_place = purpose_.at || (entry.callers.empty() && entry.callees.empty());
  if (has_place) {
    box = free_place_near(architecture, box);
    addition.at = {box.x(), box.y()};
  } else {
    addition.at = entry.callers.empty() ? place_beside(architecture, entry.callees, Beside::left, entry.count)
                                        : place_beside(architecture, entry.callers, Beside::right, entry.count);
  }
  Pasted added = add(architecture, addition);
  result.change = std::move(added.change);
  result.elements = std::move(added.elements);
  return result;
}

void QuickAddBox::show_preview() {
  const int row = list_->currentRow();
  if (closed_) return;
  if (row < 0 || static_cast<std::size_t>(row) >= entries_.size()) {
    canvas_.withdraw_preview();
    return;
  }
  const QuickAddEntry& entry = entries_[static_cast<std::size_t>(row)];
  canvas_.preview(result_of(entry, Wiring::wired).change);
  field_->setAccessibleDescription(list_->item(row)->text() + QLatin1Char(' ') + relation_of(entry));
}

void QuickAddBox::accept(Wiring wiring) {
  const int row = list_->currentRow();
  if (closed_ || row < 0 || static_cast<std::size_t>(row) >= entries_.size()) return;
  const Result result = result_of(entries_[static_cast<std::size_t>(row)], wiring);
  close_box();
  canvas_.apply_and_select(result.change, result.name, result.elements);
  canvas_.bring_into_sight(result.elements);
}

void QuickAddBox::close_box() {
  if (closed_) return;
  closed_ = true;
  canvas_.withdraw_preview();
  const bool had_focus = isAncestorOf(QApplication::focusWidget());
  hide();
  if (had_focus) canvas_.setFocus(Qt::OtherFocusReason);
  deleteLater();
}

bool QuickAddBox::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    event->accept();  // letters are text here, not the tools' keys
    return true;
  }
  if (event->type() == QEvent::KeyPress) {
    const auto* const key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
      case Qt::Key_Escape:
        close_box();
        return true;
      case Qt::Key_Return:
      case Qt::Key_Enter:
      case Qt::Key_Tab:
        accept(key->modifiers() & Qt::ShiftModifier ? Wiring::loose : Wiring::wired);
        return true;
      case Qt::Key_Up:
      case Qt::Key_Down:
      case Qt::Key_PageUp:
      case Qt::Key_PageDown: {
        const bool page = key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
        const bool up = key->key() == Qt::Key_Up || key->key() == Qt::Key_PageUp;
        const int step = (page ? most_rows - 1 : 1) * (up ? -1 : 1);
        const int count = list_->count();
        // One step goes round at the ends, a page stops there.
        const int row = list_->currentRow() + step;
        if (count > 0) list_->setCurrentRow(page ? std::clamp(row, 0, count - 1) : (row + count) % count);
        return true;
      }
      default:
        break;
    }
  }
  if (event->type() == QEvent::FocusOut) {
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) close_box();
  }
  return QFrame::eventFilter(watched, event);
}

void open_quick_add(Canvas& canvas, QuickAddPurpose purpose, const QRect& on_widget, const QString& typed) {
  // An open one gives up when it loses the focus.
  canvas.setFocus(Qt::OtherFocusReason);
  canvas.hide_pointer_note();
  auto* const box = new QuickAddBox(canvas, std::move(purpose), typed);
  box->show_beside(on_widget);
}

void open_quick_add(Canvas& canvas, QuickAddPurpose purpose, QPoint on_widget) {
  // Below the component that will have its middle there.
  const QRectF box(-component_width / 2, -component_height / 2, component_width, component_height);
  const QSizeF size = box.size() * canvas.viewport().zoom();
  QRect about(QPoint(), size.toSize());
  about.moveCenter(on_widget);
  open_quick_add(canvas, std::move(purpose), about, {});
}

void quick_add_by_key(Canvas& canvas, const QString& typed) {
  QuickAddPurpose purpose;
  const Viewport& viewport = canvas.viewport();
  for (const ElementId& element : canvas.selection())
    if (const auto* const component = std::get_if<ComponentId>(&element)) purpose.others.push_back(*component);
  const auto* const link = canvas.selection().size() == 1 ? std::get_if<LinkId>(&canvas.selection().front()) : nullptr;
  const QPoint pointer = canvas.mapFromGlobal(QCursor::pos());
  QRectF about(QPointF(), QSizeF(component_width, component_height));
  if (!purpose.others.empty()) {
    const Rectangle box = bounds(canvas.architecture(), canvas.selection());
    about = {box.x, box.y, box.width, box.height};
  } else {
    if (link) {
      purpose.link = *link;
      purpose.at = canvas.routes().path_of(*link).pointAtPercent(0.5);
    } else if (canvas.rect().contains(pointer)) {
      purpose.at = viewport.to_canvas(QPointF(pointer));
    }
    about.moveCenter(purpose.at.value_or(viewport.to_canvas(QRectF(canvas.rect()).center())));
  }
  open_quick_add(canvas, std::move(purpose), viewport.to_widget(about).toAlignedRect(), typed);
}

void connect_by_key(Canvas& canvas) {
  const auto* const caller =
      canvas.selection().size() == 1 ? std::get_if<ComponentId>(&canvas.selection().front()) : nullptr;
  if (!caller) {
    canvas.say(QuickAddBox::tr("Select the component that calls, then press L and choose what it calls."));
    return;
  }
  QuickAddPurpose purpose;
  purpose.offers = QuickAddPurpose::Offers::callees;
  purpose.others = {*caller};
  purpose.with_existing = true;
  const QRectF about = canvas.viewport().to_widget(rectangle_of(canvas.architecture(), *caller));
  open_quick_add(canvas, std::move(purpose), about.toAlignedRect());
}

}  // namespace loadframe
