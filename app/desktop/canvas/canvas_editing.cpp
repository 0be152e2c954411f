// The canvas's edits: adding, renaming in place, clipboard.
#include "architecture/annotating.h"
#include "architecture/arranging.h"
#include "architecture/inserting.h"
#include "canvas/canvas.h"
#include "canvas/clipboard.h"
#include "canvas/inline_editor.h"
#include "canvas/link_splitting.h"
#include "canvas/palette_item.h"
#include "canvas/picture_import.h"
#include "canvas/snapping.h"
#include "core_text.h"
#include "diagram/geometry.h"

#include <algorithm>

namespace loadframe {

namespace {

/// How far a copy lies from what it was made from.
constexpr double paste_offset = 3 * snap_step;

/// Where a component's name and an area's title are drawn, in their boxes.
constexpr QRectF name_in_component(46, 8, component_width - 52, 30);
constexpr double title_left = 6;
constexpr double title_top = 3;
constexpr double title_height = 28;
constexpr double longest_title = 240;
constexpr int name_pixels = 13;

/// Where a label is typed: over the middle of its link.
QRectF field_for_label(const QPainterPath& path) {
  if (path.isEmpty()) return {};
  const QSizeF size(longest_title / 2, title_height);
  return {path.pointAtPercent(0.5) - QPointF(size.width(), size.height()) / 2, size};
}

}  // namespace

void Canvas::apply_and_select(const Change& change, const QString& name, std::vector<ElementId> elements) {
  if (change.empty()) return;
  document_.apply(change, name);
  select(std::move(elements));
}

void Canvas::add(const QString& what, QPointF middle) {
  const auto item = palette_item_from(what);
  if (!item) return;
  const QRectF box = box_of(*item, middle, snaps_ ? Placing::on_grid : Placing::free);
  if (const LinkId onto = link_to_split(*this, middle, *item)) {
    const Pasted inserted = insert(architecture(), onto, std::get<Kind>(*item), {box.x(), box.y()});
    apply_and_select(inserted.change, tr("Insert %1").arg(label_of(*item)), inserted.elements);
    return;
  }
  const Change change = change_to_add(architecture(), *item, box);
  apply_and_select(change, tr("Add %1").arg(label_of(*item)), added_elements(change));
}

void Canvas::add_at_center(const QString& what) {
  const auto item = palette_item_from(what);
  if (!item) return;
  QRectF box = box_of(*item, viewport_.to_canvas(QRectF(rect()).center()), Placing::on_grid);
  if (!std::holds_alternative<AreaKind>(*item)) box = free_place_near(architecture(), box);
  const Change change = change_to_add(architecture(), *item, box);
  apply_and_select(change, tr("Add %1").arg(label_of(*item)), added_elements(change));
  if (!selection_.empty()) reveal(selection_.front());
}

void Canvas::edit_in_place(const ElementId& element) {
  const bool is_note = std::holds_alternative<NoteId>(element);
  const auto* const link_id = std::get_if<LinkId>(&element);
  const Link* const link = link_id ? loadframe::find(architecture(), *link_id) : nullptr;
  const QRectF box = link ? field_for_label(routes().path_of(*link_id)) : rectangle_of(architecture(), element);
  if (box.isEmpty() || inline_editor_) return;
  QRectF field = box;
  if (std::holds_alternative<ComponentId>(element)) {
    field = name_in_component.translated(box.topLeft());
  } else if (!is_note && !link) {
    field = {box.left() + title_left, box.top() + title_top, std::min(longest_title, box.width() - 2 * title_left),
             title_height};
  }
  QString text = QString::fromStdString(name_of(architecture(), element));
  if (is_note) text = QString::fromStdString(loadframe::find(architecture(), std::get<NoteId>(element))->text);
  if (link) text = QString::fromStdString(link->label);

  const auto commit = [this, element](const QString& entered) -> std::optional<QString> {
    if (const auto* const note = std::get_if<NoteId>(&element)) {
      if (loadframe::find(architecture(), *note))
        document_.apply(set_text(architecture(), *note, entered.toStdString()), tr("Edit note"));
      return std::nullopt;
    }
    if (const auto* const edited = std::get_if<LinkId>(&element)) {
      document_.apply(set_label(architecture(), *edited, entered.toStdString()), tr("Edit label"));
      return std::nullopt;
    }
    if (rectangle_of(architecture(), element).isEmpty()) return std::nullopt;
    const auto change = rename(architecture(), element, entered.toStdString());
    if (!change) return core_text(change.diagnostic().what);
    document_.apply(*change, tr("Rename"));
    return std::nullopt;
  };
  const int pixels = std::max(9, static_cast<int>(name_pixels * viewport_.zoom()));
  auto* const editor = new InlineEditor(is_note ? InlineEditor::Lines::many : InlineEditor::Lines::one, text,
                                        diagram_font(pixels, is_note ? QFont::Normal : QFont::DemiBold), commit, this);
  connect(editor, &InlineEditor::finished, this, [this, editor] {
    if (inline_editor_ == editor) inline_editor_ = nullptr;
    setFocus(Qt::OtherFocusReason);
  });
  inline_editor_ = editor;
  QRect place = viewport_.to_widget(field).toAlignedRect();
  const QSize least(fontMetrics().averageCharWidth() * 16, fontMetrics().height() + 10);
  place.setSize(place.size().expandedTo(least));
  editor->setGeometry(place);
  editor->show();
  editor->setFocus(Qt::OtherFocusReason);
}

void Canvas::say_locked() { say(tr("What is selected is locked. Unlock it first, with Ctrl+L.")); }

void Canvas::remove_selected() {
  if (selection_.empty()) return;
  const std::vector<ElementId> free = unlocked(architecture(), selection_);
  if (free.empty()) {
    say_locked();
    return;
  }
  const QString name = free.size() == 1
                           ? tr("Delete %1").arg(QString::fromStdString(name_of(architecture(), free.front())))
                           : tr("Delete");
  document_.apply(remove(architecture(), free), name);
}

void Canvas::copy_selected() {
  const Architecture extracted = extract(architecture(), selection_);
  if (extracted.components.empty() && extracted.areas.empty() && extracted.notes.empty()) return;
  put_on_clipboard(extracted);
  pastes_in_a_row_ = 0;
}

void Canvas::cut_selected() {
  copy_selected();
  if (selection_.empty()) return;
  const std::vector<ElementId> free = unlocked(architecture(), selection_);
  if (free.empty()) {
    say_locked();
    return;
  }
  document_.apply(remove(architecture(), free), tr("Cut"));
  pastes_in_a_row_ = -1;  // the first paste goes where it was
}

void Canvas::paste_clipboard() { paste_content(std::nullopt); }

void Canvas::paste_at(QPointF on_canvas) { paste_content(snaps_ ? snapped_to_grid(on_canvas) : on_canvas); }

void Canvas::paste_content(std::optional<QPointF> top_left) {
  const auto content = read_clipboard(*this);
  if (!content) {
    const QString remedy = core_text(content.diagnostic().remedy);
    say(core_text(content.diagnostic().what) + (remedy.isEmpty() ? QString() : QLatin1Char('\n') + remedy));
    return;
  }
  if (const auto* const extracted = std::get_if<Architecture>(&*content)) {
    paste(*extracted, top_left, tr("Paste"));
    return;
  }
  const QPointF middle = viewport_.to_canvas(QRectF(rect()).center());
  const auto* const picture = std::get_if<Picture>(&*content);
  QRectF box(QPointF(), picture ? size_on_canvas(*picture) : size_of_note(std::get<QString>(*content)));
  if (top_left) {
    box.moveTopLeft(*top_left);
  } else {
    box.moveTopLeft(snapped_to_grid(middle - box.center()));
    box = free_place_near(architecture(), box);
  }
  const Rectangle at{box.x(), box.y(), box.width(), box.height()};
  const Change change = picture ? add_picture(architecture(), *picture, at)
                                : add_note(architecture(), std::get<QString>(*content).toStdString(), at);
  std::vector<ElementId> added = added_elements(change);
  apply_and_select(change, picture ? tr("Paste a picture") : tr("Paste a note"), added);
  bring_into_sight(added);
}

void Canvas::duplicate_selected() {
  const Architecture extracted = extract(architecture(), selection_);
  const Rectangle box = bounds(extracted);
  paste(extracted, QPointF(box.x + paste_offset, box.y + paste_offset), tr("Duplicate"));
}

void Canvas::paste(const Architecture& extracted, std::optional<QPointF> top_left, const QString& name) {
  const Rectangle from = bounds(extracted);
  QPointF by;
  if (top_left) {
    by = *top_left - QPointF(from.x, from.y);
  } else {
    ++pastes_in_a_row_;
    by = QPointF(paste_offset, paste_offset) * pastes_in_a_row_;
    const QRectF target = QRectF(from.x, from.y, from.width, from.height).translated(by);
    const QRectF visible = viewport_.to_canvas(QRectF(rect()));
    if (!visible.intersects(target)) by += snapped_to_grid(visible.center() - target.center());
  }
  Pasted pasted = loadframe::paste(architecture(), extracted, {by.x(), by.y()});
  if (pasted.change.empty()) {
    say(tr("There is nothing to paste."));
    return;
  }
  apply_and_select(pasted.change, name, std::move(pasted.elements));
}

void Canvas::select_all() {
  std::vector<ElementId> all;
  for (const Area& area : architecture().areas) all.emplace_back(area.id);
  for (const Component& component : architecture().components) all.emplace_back(component.id);
  for (const Link& link : architecture().links) all.emplace_back(link.id);
  for (const Note& note : architecture().notes) all.emplace_back(note.id);
  select(std::move(all));
}

}  // namespace loadframe
