#include "charts/series_dialog.h"

#include "appearance.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int subject_role = Qt::UserRole;
constexpr int metric_role = Qt::UserRole + 1;

SeriesSpec series_of(const QTreeWidgetItem& entry) {
  return {entry.data(0, subject_role).toString(), entry.data(0, metric_role).toString()};
}

bool is_metric(const QTreeWidgetItem& entry) { return entry.data(0, metric_role).isValid(); }

}  // namespace

SeriesDialog::SeriesDialog(const Architecture& architecture, const Appearance& appearance,
                           std::vector<SeriesSpec> chosen, const ElementId& shown, QWidget* parent)
    : QDialog(parent), chosen_(std::move(chosen)) {
  setWindowTitle(tr("Series of a chart"));
  search_ = new QLineEdit(this);
  search_->setPlaceholderText(tr("Find a component, link or metric"));
  search_->setAccessibleName(search_->placeholderText());
  search_->setClearButtonEnabled(true);
  tree_ = new QTreeWidget(this);
  tree_->setAccessibleName(tr("What can be shown"));
  tree_->setColumnCount(2);
  tree_->header()->hide();
  tree_->header()->setStretchLastSection(false);
  tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  tree_->setUniformRowHeights(true);
  told_ = new QLabel(this);
  told_->setProperty("role", "muted");
  told_->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  accept_ = buttons->button(QDialogButtonBox::Ok);
  accept_->setText(tr("Show"));

  const auto is_open = [&](const ElementId& element) {
    const QString name = to_qstring(name_of(architecture, element));
    return element == shown ||
           std::any_of(chosen_.begin(), chosen_.end(), [&](const SeriesSpec& one) { return one.subject == name; });
  };
  add_subject(architecture, appearance, {}, chosen_.empty() || is_open({}));
  for (const Component& component : architecture.components)
    add_subject(architecture, appearance, component.id, is_open(component.id));
  for (const Area& area : architecture.areas) add_subject(architecture, appearance, area.id, is_open(area.id));
  for (const Link& link : architecture.links) add_subject(architecture, appearance, link.id, is_open(link.id));

  auto* column = new QVBoxLayout(this);
  column->addWidget(search_);
  column->addWidget(tree_, 1);
  column->addWidget(told_);
  column->addWidget(buttons);
  const int letter = fontMetrics().averageCharWidth();
  resize(letter * 64, fontMetrics().height() * 30);

  connect(search_, &QLineEdit::textChanged, this, &SeriesDialog::search);
  connect(tree_, &QTreeWidget::itemChanged, this, &SeriesDialog::toggle);
  connect(tree_, &QTreeWidget::itemActivated, this, [](QTreeWidgetItem* entry) {
    if (is_metric(*entry) && !entry->isDisabled())
      entry->setCheckState(0, entry->checkState(0) == Qt::Checked ? Qt::Unchecked : Qt::Checked);
  });
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  show_units();
}

void SeriesDialog::add_subject(const Architecture& architecture, const Appearance& appearance, const ElementId& element,
                               bool is_open) {
  const auto found = metrics_of(architecture, element);
  if (found.empty()) return;
  const QString name = to_qstring(name_of(architecture, element));
  auto* subject = new QTreeWidgetItem(tree_, {name.isEmpty() ? tr("Whole system") : name, QString()});
  subject->setFlags(Qt::ItemIsEnabled);
  if (std::holds_alternative<ComponentId>(element) || std::holds_alternative<AreaId>(element))
    subject->setIcon(0, tile_icon(appearance.theme(), icon_key(architecture, element),
                                  color_of(appearance.theme(), architecture, element)));
  for (const Metric* metric : found) {
    auto* entry = new QTreeWidgetItem(subject, {metric->label, unit_label(metric->unit)});
    entry->setData(0, subject_role, name);
    entry->setData(0, metric_role, metric->key);
    entry->setForeground(1, appearance.theme().muted_text);
    const bool ticked = std::find(chosen_.begin(), chosen_.end(), series_of(*entry)) != chosen_.end();
    entry->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    entry->setCheckState(0, ticked ? Qt::Checked : Qt::Unchecked);
  }
  subject->setExpanded(is_open);
}

void SeriesDialog::search(const QString& text) {
  const QStringList words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
    QTreeWidgetItem* subject = tree_->topLevelItem(i);
    bool any = false;
    for (int j = 0; j < subject->childCount(); ++j) {
      QTreeWidgetItem* entry = subject->child(j);
      const QString all = (subject->text(0) + QLatin1Char(' ') + entry->text(0)).toLower();
      const bool matches =
          std::all_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word); });
      entry->setHidden(!matches);
      any = any || matches;
    }
    subject->setHidden(!any);
    if (!words.isEmpty()) subject->setExpanded(any);
  }
}

void SeriesDialog::toggle(QTreeWidgetItem* entry) {
  if (!is_metric(*entry)) return;
  const SeriesSpec series = series_of(*entry);
  const bool ticked = entry->checkState(0) == Qt::Checked;
  const auto found = std::find(chosen_.begin(), chosen_.end(), series);
  if (ticked && found == chosen_.end()) chosen_.push_back(series);
  else if (!ticked && found != chosen_.end()) chosen_.erase(found);
  show_units();
}

void SeriesDialog::show_units() {
  const QSignalBlocker quiet(tree_);
  const Metric* first = chosen_.empty() ? nullptr : find_metric(chosen_.front().metric);
  for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
    for (int j = 0; j < tree_->topLevelItem(i)->childCount(); ++j) {
      QTreeWidgetItem* entry = tree_->topLevelItem(i)->child(j);
      const Metric* metric = find_metric(entry->data(0, metric_role).toString());
      entry->setDisabled(first && metric && metric->unit != first->unit);
    }
  }
  told_->setText(first ? tr("A chart has one unit: %1.").arg(unit_label(first->unit))
                       : tr("Tick what the chart is to show; it may be of several components."));
  accept_->setEnabled(!chosen_.empty());
}

}  // namespace loadframe
