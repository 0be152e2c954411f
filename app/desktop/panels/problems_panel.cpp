#include "panels/problems_panel.h"

#include "appearance.h"
#include "document.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

namespace {

enum Column { what_column, where_column, remedy_column };
constexpr int place_role = Qt::UserRole;

QString severity_text(Severity severity) {
  switch (severity) {
    case Severity::note: return ProblemsPanel::tr("Note");
    case Severity::warning: return ProblemsPanel::tr("Warning");
    case Severity::error: return ProblemsPanel::tr("Error");
  }
  return {};
}

}  // namespace

ProblemsPanel::ProblemsPanel(Document& document, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), document_(document), appearance_(appearance) {
  setProperty("role", "panel");
  list_ = new QTreeWidget(this);
  list_->setAccessibleName(tr("Problems"));
  list_->setRootIsDecorated(false);
  list_->setUniformRowHeights(true);
  list_->setHeaderLabels({tr("What"), tr("Where"), tr("What to do")});
  list_->header()->setStretchLastSection(true);
  list_->header()->setSectionResizeMode(what_column, QHeaderView::Interactive);
  list_->setColumnWidth(what_column, 420);
  list_->setColumnWidth(where_column, 150);
  list_->setIconSize(QSize(14, 14));
  nothing_ = new QLabel(tr("No problems: it can run."), this);
  nothing_->setProperty("role", "muted");
  nothing_->setAlignment(Qt::AlignCenter);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 6, 10, 6);
  column->addWidget(list_, 1);
  column->addWidget(nothing_, 1);

  connect(list_, &QTreeWidget::itemClicked, this, &ProblemsPanel::choose);
  connect(list_, &QTreeWidget::itemActivated, this, &ProblemsPanel::choose);
  connect(&document_, &Document::changed, this, &ProblemsPanel::refresh);
  connect(&document_, &Document::replaced, this, &ProblemsPanel::refresh);
  connect(&appearance_, &Appearance::changed, this, &ProblemsPanel::refresh);
  refresh();
}

void ProblemsPanel::refresh() {
  const std::vector<Finding>& findings = document_.findings();
  list_->clear();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Diagnostic& diagnostic = findings[i].diagnostic;
    auto* row = new QTreeWidgetItem(
        list_, {translated(diagnostic.what), to_qstring(diagnostic.where), translated(diagnostic.remedy)});
    row->setIcon(what_column, sign_icon(sign_of(diagnostic.severity),
                                        color_of(appearance_.theme(), diagnostic.severity)));
    row->setData(what_column, place_role, static_cast<int>(i));
    row->setData(what_column, Qt::AccessibleTextRole,
                 tr("%1: %2").arg(severity_text(diagnostic.severity), translated(diagnostic.what)));
    for (const int column : {what_column, remedy_column}) row->setToolTip(column, row->text(column));
  }
  list_->setVisible(!findings.empty());
  nothing_->setVisible(findings.empty());
  const auto count = static_cast<int>(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.diagnostic.severity != Severity::note;
  }));
  if (count == count_) return;
  count_ = count;
  emit count_changed(count);
}

void ProblemsPanel::choose(const QTreeWidgetItem* row) {
  const auto place = static_cast<std::size_t>(row->data(what_column, place_role).toInt());
  if (place < document_.findings().size()) emit element_chosen(document_.findings()[place].element);
}

}  // namespace loadframe
