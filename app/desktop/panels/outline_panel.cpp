#include "panels/outline_panel.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "canvas/canvas.h"
#include "live/live_run.h"
#include "panels/element_words.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

enum Column { name_column, live_column };
constexpr auto live_interval = 250ms;
constexpr double busy_from = 0.8;  ///< part of what a component can do

/// An element, kept in its row.
enum class ElementTag { component, area, link, note };
constexpr int tag_role = Qt::UserRole;
constexpr int id_role = Qt::UserRole + 1;

void keep_element(QTreeWidgetItem& item, const ElementId& element) {
  const auto put = [&item](ElementTag tag, std::uint32_t id) {
    item.setData(name_column, tag_role, static_cast<int>(tag));
    item.setData(name_column, id_role, id);
  };
  if (const auto* const component = std::get_if<ComponentId>(&element)) put(ElementTag::component, component->value);
  if (const auto* const area = std::get_if<AreaId>(&element)) put(ElementTag::area, area->value);
  if (const auto* const link = std::get_if<LinkId>(&element)) put(ElementTag::link, link->value);
  if (const auto* const note = std::get_if<NoteId>(&element)) put(ElementTag::note, note->value);
}

ElementId element_of(const QTreeWidgetItem& item) {
  const std::uint32_t id = item.data(name_column, id_role).toUInt();
  switch (static_cast<ElementTag>(item.data(name_column, tag_role).toInt())) {
    case ElementTag::component:
      return ComponentId{id};
    case ElementTag::area:
      return AreaId{id};
    case ElementTag::link:
      return LinkId{id};
    case ElementTag::note:
      return NoteId{id};
  }
  return {};
}

template <class Does>
void for_each_item(QTreeWidgetItem& parent, Does does) {
  for (int i = 0; i < parent.childCount(); ++i) {
    does(*parent.child(i));
    for_each_item(*parent.child(i), does);
  }
}

QString state_words(ComponentState state) {
  switch (state) {
    case ComponentState::up:
      return OutlinePanel::tr("up");
    case ComponentState::booting:
      return OutlinePanel::tr("booting");
    case ComponentState::hung:
      return OutlinePanel::tr("hung");
    case ComponentState::dead:
      return OutlinePanel::tr("dead");
  }
  return {};
}

}  // namespace

std::vector<ComponentId> along_the_flow(const Architecture& architecture) {
  std::unordered_map<std::uint32_t, std::vector<ComponentId>> callees;
  std::unordered_map<std::uint32_t, int> callers;
  for (const Link& link : architecture.links) {
    callees[link.caller.value].push_back(link.callee);
    ++callers[link.callee.value];
  }
  std::vector<ComponentId> order;
  std::set<std::uint32_t> seen;
  const auto follow = [&](ComponentId first) {
    if (!seen.insert(first.value).second) return;
    order.push_back(first);
    for (std::size_t at = order.size() - 1; at < order.size(); ++at)
      for (const ComponentId callee : callees[order[at].value])
        if (seen.insert(callee.value).second) order.push_back(callee);
  };
  for (const Component& component : architecture.components)
    if (kind_of(component.settings) == Kind::users) follow(component.id);
  for (const Component& component : architecture.components)
    if (callers[component.id.value] == 0) follow(component.id);
  for (const Component& component : architecture.components) follow(component.id);
  return order;
}

namespace {

class OutlineTree : public QTreeWidget {
public:
  OutlineTree(OutlinePanel* parent, Canvas& canvas) : QTreeWidget(parent), canvas_(canvas) {}

protected:
  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
      if (currentItem()) canvas_.reveal(element_of(*currentItem()));
      return;
    }
    QTreeWidget::keyPressEvent(event);
  }

private:
  Canvas& canvas_;
};

/// A row that asks for its live figure when it is painted: only what is in sight costs something as a run goes on.
class OutlineItem : public QTreeWidgetItem {
public:
  OutlineItem(QTreeWidgetItem* parent, const ElementId& element, const LiveCells& cells, const Theme& theme)
      : QTreeWidgetItem(parent),
        component_(std::get_if<ComponentId>(&element) ? std::get<ComponentId>(element).value : 0),
        cells_(cells),
        theme_(theme) {
    keep_element(*this, element);
  }

  QVariant data(int column, int role) const override {
    if (column != live_column) return QTreeWidgetItem::data(column, role);
    const auto found = cells_.find(component_);
    const LiveCell* const cell = found == cells_.end() ? nullptr : &found->second;
    switch (role) {
      case Qt::DisplayRole:
        return cell ? cell->text : QString();
      case Qt::AccessibleTextRole:
        return cell ? cell->text : OutlinePanel::tr("nothing measured");
      case Qt::ForegroundRole:
        return cell ? QBrush(theme_.*(cell->color)) : QVariant();
      case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
      default:
        return QTreeWidgetItem::data(column, role);
    }
  }

private:
  std::uint32_t component_;
  const LiveCells& cells_;
  const Theme& theme_;
};

/// Fills the tree from the architecture.
class TreeBuilder {
public:
  TreeBuilder(QTreeWidget& tree, const Architecture& architecture, const LiveCells& cells, const Theme& theme)
      : tree_(tree), architecture_(architecture), cells_(cells), theme_(theme) {
    int rank = 0;
    for (const ComponentId id : along_the_flow(architecture)) rank_[id.value] = rank++;
  }

  void build() {
    fill(tree_.invisibleRootItem(), AreaId{});
    for (const Note& note : architecture_.notes) add(tree_.invisibleRootItem(), note.id);
  }

private:
  int rank_of(const Area& area) const {
    int least = static_cast<int>(rank_.size());
    for (const ComponentId id : components_within(architecture_, area.id)) least = std::min(least, rank_.at(id.value));
    return least;
  }

  QTreeWidgetItem* add(QTreeWidgetItem* parent, const ElementId& element) {
    auto* const item = new OutlineItem(parent, element, cells_, theme_);
    const auto* const link = std::get_if<LinkId>(&element);
    const QString name = name_words(architecture_, element);
    item->setText(
        name_column,
        link ? QStringLiteral("→ ") + to_qstring(name_of(architecture_, find(architecture_, *link)->callee)) : name);
    item->setData(
        name_column, Qt::AccessibleTextRole,
        OutlinePanel::tr("%1, %2", "an element's name and its kind").arg(name, kind_words(architecture_, element)));
    item->setToolTip(name_column, link ? name : kind_words(architecture_, element));
    if (!link) {
      const QColor color =
          std::holds_alternative<NoteId>(element) ? theme_.muted_text : color_of(theme_, architecture_, element);
      item->setIcon(name_column, line_icon(icon_key(architecture_, element), color));
    } else {
      item->setForeground(name_column, theme_.muted_text);
    }
    const bool has_name = std::holds_alternative<ComponentId>(element) || std::holds_alternative<AreaId>(element);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | (has_name ? Qt::ItemIsEditable : Qt::NoItemFlags));
    return item;
  }

  void fill(QTreeWidgetItem* parent, AreaId within) {
    std::vector<std::pair<int, ElementId>> inside;
    for (const Area& area : architecture_.areas)
      if (area.parent == within) inside.emplace_back(rank_of(area), area.id);
    for (const Component& component : architecture_.components)
      if (component.area == within) inside.emplace_back(rank_.at(component.id.value), component.id);
    std::stable_sort(inside.begin(), inside.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [rank, element] : inside) {
      QTreeWidgetItem* const item = add(parent, element);
      if (const auto* const area = std::get_if<AreaId>(&element)) fill(item, *area);
      if (const auto* const component = std::get_if<ComponentId>(&element))
        for (const Link& link : architecture_.links)
          if (link.caller == *component) add(item, link.id);
    }
  }

  QTreeWidget& tree_;
  const Architecture& architecture_;
  const LiveCells& cells_;
  const Theme& theme_;
  std::unordered_map<std::uint32_t, int> rank_;
};

}  // namespace

OutlinePanel::OutlinePanel(Canvas& canvas, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), canvas_(canvas), run_(run), appearance_(appearance) {
  setProperty("role", "panel");
  tree_ = new OutlineTree(this, canvas_);
  tree_->setAccessibleName(tr("Outline of the architecture"));
  tree_->setColumnCount(2);
  tree_->setHeaderLabels({tr("Name"), tr("Live")});
  tree_->setHeaderHidden(true);
  tree_->header()->setStretchLastSection(false);
  tree_->header()->setSectionResizeMode(name_column, QHeaderView::Stretch);
  tree_->header()->setSectionResizeMode(live_column, QHeaderView::Fixed);
  tree_->setIndentation(16);
  tree_->setIconSize(QSize(16, 16));
  tree_->setUniformRowHeights(true);
  tree_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  tree_->setEditTriggers(QAbstractItemView::EditKeyPressed);
  tree_->setContextMenuPolicy(Qt::CustomContextMenu);
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 4, 6);
  column->addWidget(tree_);

  rebuild_due_.setSingleShot(true);
  rebuild_due_.setInterval(0);
  connect(&rebuild_due_, &QTimer::timeout, this, &OutlinePanel::rebuild);
  live_due_.setSingleShot(true);
  live_due_.setInterval(live_interval);
  connect(&live_due_, &QTimer::timeout, this, &OutlinePanel::show_live);
  Document& document = canvas_.document();
  connect(&document, &Document::changed, this, &OutlinePanel::rebuild_soon);
  connect(&document, &Document::replaced, this, &OutlinePanel::rebuild_soon);
  connect(&appearance_, &Appearance::changed, this, &OutlinePanel::rebuild_soon);
  connect(&canvas_, &Canvas::selection_changed, this, &OutlinePanel::take_selection);
  connect(tree_, &QTreeWidget::itemSelectionChanged, this, &OutlinePanel::give_selection);
  connect(tree_, &QTreeWidget::itemDoubleClicked, this,
          [this](QTreeWidgetItem* item) { canvas_.reveal(element_of(*item)); });
  connect(tree_, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int changed) {
    if (!filling_ && changed == name_column) rename_from(item);
  });
  connect(tree_, &QWidget::customContextMenuRequested, this, &OutlinePanel::show_menu);
  const auto live_soon = [this] {
    if (!live_due_.isActive() && isVisible()) live_due_.start();
  };
  connect(&run_, &LiveRun::advanced, this, live_soon);
  connect(&run_, &LiveRun::restarted, this, live_soon);
  connect(&run_, &LiveRun::rewound, this, live_soon);
  connect(&run_, &LiveRun::looked_at, this, live_soon);
  rebuild();
}

void OutlinePanel::rebuild_soon() { rebuild_due_.start(); }

void OutlinePanel::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  rebuild_soon();
}

void OutlinePanel::rebuild() {
  if (!isVisible()) return;  // when it shows
  filling_ = true;
  std::set<ElementId> folded;
  for_each_item(*tree_->invisibleRootItem(), [&](QTreeWidgetItem& item) {
    if (item.childCount() > 0 && !item.isExpanded()) folded.insert(element_of(item));
  });
  const bool is_first = tree_->topLevelItemCount() == 0;
  tree_->clear();
  TreeBuilder(*tree_, canvas_.architecture(), live_cells_, appearance_.theme()).build();
  for_each_item(*tree_->invisibleRootItem(), [&](QTreeWidgetItem& item) {
    const ElementId element = element_of(item);
    // Links begin folded: areas and components are the outline.
    item.setExpanded(is_first ? std::holds_alternative<AreaId>(element) : !folded.contains(element));
  });
  filling_ = false;
  take_selection();
  show_live();
}

void OutlinePanel::show_live() {
  if (!isVisible()) return;
  LiveCells cells;
  if (const Sample* const sample = run_.last_second()) {
    for (const ComponentSample& component : sample->components) {
      const bool is_busy = component.utilisation >= busy_from;
      cells[component.id.value] = {percent_text(component.utilisation),
                                   is_busy ? &Theme::busy_text : &Theme::muted_text};
    }
  }
  for (const auto& [id, state] : run_.states()) {
    if (state == ComponentState::up) continue;
    const bool will_soon_work = state == ComponentState::booting;
    cells[id.value] = {state_words(state), will_soon_work ? &Theme::busy_text : &Theme::bad_text};
  }
  const bool is_new = cells != live_cells_;
  live_cells_ = std::move(cells);
  widen_live_column();  // also where the font has changed
  if (is_new) tree_->viewport()->update();
}

/// Measured here, once for each of the few texts there are: the header would measure every row, whenever one changes.
void OutlinePanel::widen_live_column() {
  std::set<QString> texts{QStringLiteral("100 %")};
  for (const auto& [id, cell] : live_cells_) texts.insert(cell.text);
  const QFontMetricsF metrics(tree_->font());
  double widest = 0;
  for (const QString& text : texts) widest = std::max(widest, metrics.horizontalAdvance(text));
  constexpr int padding = 6;  // of items, in the style sheet
  const int margin = tree_->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, tree_) + 1;
  const int width = static_cast<int>(std::ceil(widest)) + 2 * (padding + margin);
  if (tree_->columnWidth(live_column) != width) tree_->setColumnWidth(live_column, width);
}

void OutlinePanel::take_selection() {
  if (filling_ || !isVisible()) return;
  filling_ = true;
  const std::vector<ElementId>& selection = canvas_.selection();
  QTreeWidgetItem* last = nullptr;
  for_each_item(*tree_->invisibleRootItem(), [&](QTreeWidgetItem& item) {
    const bool is_selected = std::find(selection.begin(), selection.end(), element_of(item)) != selection.end();
    item.setSelected(is_selected);
    if (is_selected) last = &item;
  });
  if (last) {
    if (!tree_->hasFocus()) tree_->setCurrentItem(last, name_column, QItemSelectionModel::NoUpdate);
    tree_->scrollToItem(last);
  }
  filling_ = false;
}

void OutlinePanel::give_selection() {
  if (filling_) return;
  std::vector<ElementId> chosen;
  for (const QTreeWidgetItem* const item : tree_->selectedItems()) chosen.push_back(element_of(*item));
  filling_ = true;
  if (chosen.size() == 1) canvas_.reveal(chosen.front());
  else canvas_.select(chosen);
  filling_ = false;
}

void OutlinePanel::rename_from(QTreeWidgetItem* item) {
  const ElementId element = element_of(*item);
  const auto change = rename(canvas_.architecture(), element, to_std(item->text(name_column).trimmed()));
  if (!change) {
    canvas_.say(tr("%1: %2").arg(translated(change.diagnostic().what), translated(change.diagnostic().remedy)));
    rebuild_soon();
    return;
  }
  if (change->empty()) rebuild_soon();
  else canvas_.document().apply(*change, tr("Rename"));
}

void OutlinePanel::show_menu(QPoint at) {
  const QTreeWidgetItem* const item = tree_->itemAt(at);
  canvas_.show_menu(item ? element_of(*item) : ElementId{}, tree_->viewport()->mapToGlobal(at));
}

}  // namespace loadframe
