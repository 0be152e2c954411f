#include "help_dialogs.h"

#include "architecture/areas.h"
#include "architecture/kinds.h"
#include "canvas/fault_choice.h"
#include "core_text.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loadframe {

namespace {

/// Names the context of the texts.
class HelpDialogs {
  Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

QString without_mnemonic(QString text) {
  return text.replace(QStringLiteral("&&"), QStringLiteral("\u0001"))
      .remove(QLatin1Char('&'))
      .replace(QStringLiteral("\u0001"), QStringLiteral("&"));
}

void add_group(QTreeWidget& list, const QString& title, const QList<std::pair<QString, QString>>& rows) {
  auto* const group = new QTreeWidgetItem(&list, {title});
  for (const auto& [what, keys] : rows) new QTreeWidgetItem(group, {what, keys});
  group->setExpanded(true);
}

QList<std::pair<QString, QString>> rows_of(const QMenu& menu) {
  QList<std::pair<QString, QString>> rows;
  for (const QAction* const action : menu.actions()) {
    if (action->menu()) {
      for (const auto& [what, keys] : rows_of(*action->menu()))
        rows.append({without_mnemonic(action->text()) + QStringLiteral(" › ") + what, keys});
      continue;
    }
    QStringList keys;
    for (const QKeySequence& key : action->shortcuts()) keys += key.toString(QKeySequence::NativeText);
    if (!keys.isEmpty()) rows.append({without_mnemonic(action->text()), keys.join(QStringLiteral(", "))});
  }
  return rows;
}

QString entry_html(std::string_view label, std::string_view help) {
  return QStringLiteral("<p><b>%1</b><br>%2</p>")
      .arg(core_text(label).toHtmlEscaped(), core_text(help).toHtmlEscaped());
}

/// Every kind by tier, every area and every action, from the tables that the program itself reads.
QString catalogue_html() {
  QString html;
  const auto heading = [&html](const QString& title) {
    html += QStringLiteral("<h3>%1</h3>").arg(title.toHtmlEscaped());
  };
  const auto add_tier = [&](Tier tier, const QString& title) {
    heading(title);
    for (const KindDescription& kind : kinds())
      if (kind.tier == tier) html += entry_html(kind.label, kind.help);
  };
  add_tier(Tier::entry, HelpDialogs::tr("Entry"));
  add_tier(Tier::compute, HelpDialogs::tr("Compute"));
  add_tier(Tier::data, HelpDialogs::tr("Data"));
  add_tier(Tier::messaging, HelpDialogs::tr("Messaging"));
  heading(HelpDialogs::tr("Areas"));
  for (const AreaKindDescription& kind : area_kinds()) html += entry_html(kind.label, kind.help);
  for (const ActionGroup& group : action_groups()) {
    heading(title_of(group));
    for (const ActionKind kind : group.kinds) html += entry_html(description(kind).label, description(kind).help);
  }
  return html;
}

}  // namespace

void show_shortcuts(QMainWindow& window) {
  QDialog dialog(&window);
  dialog.setWindowTitle(HelpDialogs::tr("Keyboard shortcuts"));
  auto* const list = new QTreeWidget(&dialog);
  list->setColumnCount(2);
  list->setHeaderHidden(true);
  list->setRootIsDecorated(false);
  list->setSelectionMode(QAbstractItemView::NoSelection);
  add_group(
      *list, HelpDialogs::tr("On the canvas"),
      {{HelpDialogs::tr("Add something there"), HelpDialogs::tr("Double click, or type its name")},
       {HelpDialogs::tr("Select the next or previous component along the flow"), HelpDialogs::tr("Tab, Shift+Tab")},
       {HelpDialogs::tr("Go to the component beside, first along the wires"), HelpDialogs::tr("Ctrl+Arrow keys")},
       {HelpDialogs::tr("Put a component between two others"), HelpDialogs::tr("Drop it on their wire")},
       {HelpDialogs::tr("Rename; connect or break in those modes"), HelpDialogs::tr("Enter")},
       {HelpDialogs::tr("Rename or edit the text"), HelpDialogs::tr("F2, double click")},
       {HelpDialogs::tr("Drag a copy"), HelpDialogs::tr("Alt while dragging")},
       {HelpDialogs::tr("Drag straight"), HelpDialogs::tr("Shift while dragging")},
       {HelpDialogs::tr("Move what is selected, a little with Shift"), HelpDialogs::tr("Arrow keys")},
       {HelpDialogs::tr("Menu of what is selected"), HelpDialogs::tr("Menu key, right click")},
       {HelpDialogs::tr("Give up, back to selecting"), HelpDialogs::tr("Escape")},
       {HelpDialogs::tr("Move the view"), HelpDialogs::tr("Drag with the middle or right button")},
       {HelpDialogs::tr("Zoom"), HelpDialogs::tr("Wheel")},
       {HelpDialogs::tr("Drag without snapping"), HelpDialogs::tr("Ctrl while dragging")}});
  add_group(*list, HelpDialogs::tr("In the outline"),
            {{HelpDialogs::tr("Show it on the canvas"), HelpDialogs::tr("Enter")},
             {HelpDialogs::tr("Rename"), HelpDialogs::tr("F2")},
             {HelpDialogs::tr("Open and fold"), HelpDialogs::tr("Right, Left")}});
  add_group(*list, HelpDialogs::tr("On the timeline"),
            {{HelpDialogs::tr("Go to a moment of the run"), HelpDialogs::tr("Click, drag")},
             {HelpDialogs::tr("Go on from there, in place of what came after"), HelpDialogs::tr("Space")},
             {HelpDialogs::tr("Back or forward by 1 s, by 10 s with Shift"), HelpDialogs::tr("Left, Right")},
             {HelpDialogs::tr("To the start or the end of the run"), HelpDialogs::tr("Home, End")},
             {HelpDialogs::tr("Zoom; show the whole run"), HelpDialogs::tr("Wheel, +, −; 0")},
             {HelpDialogs::tr("Move while zoomed"), HelpDialogs::tr("Shift+wheel")}});
  for (const QAction* const action : window.menuBar()->actions()) {
    if (action->menu()) add_group(*list, without_mnemonic(action->text()), rows_of(*action->menu()));
  }
  list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
  QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  auto* const column = new QVBoxLayout(&dialog);
  column->addWidget(list);
  column->addWidget(buttons);
  const int character = dialog.fontMetrics().averageCharWidth();
  dialog.resize(character * 84, character * 90);
  dialog.exec();
}

void show_catalogue(QMainWindow& window) {
  QDialog dialog(&window);
  dialog.setWindowTitle(HelpDialogs::tr("Components and faults"));
  auto* const text = new QTextBrowser(&dialog);
  text->setHtml(catalogue_html());
  auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
  QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  auto* const column = new QVBoxLayout(&dialog);
  column->addWidget(text);
  column->addWidget(buttons);
  const int character = dialog.fontMetrics().averageCharWidth();
  dialog.resize(character * 84, character * 90);
  dialog.exec();
}

void show_about(QMainWindow& window) {
  QMessageBox::about(&window, HelpDialogs::tr("About Loadframe"),
                     HelpDialogs::tr("<h3>Loadframe %1</h3><p>Draw a system, run it live, break it, and see what "
                                     "happens.</p><p>Built with Qt %2.</p>")
                         .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
}

}  // namespace loadframe
