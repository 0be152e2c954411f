#include "appearance.h"
#include "architecture/editing.h"
#include "architecture/samples.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/event_log_panel.h"
#include "panels/inspector_panel.h"
#include "panels/palette_panel.h"
#include "panels/problems_panel.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <cmath>
#include <functional>

namespace loadframe {
namespace {

constexpr int patience_ms = 60'000;

bool comes_true(const std::function<bool()>& what) { return QTest::qWaitFor(what, patience_ms); }

/// A document of the shop, its run, and the look of the program.
class Panels : public testing::Test {
protected:
  Panels() {
    // As the window does it.
    QObject::connect(&document_, &Document::replaced, &run_,
                     [this] { run_.set_architecture(document_.architecture(), false); });
    Architecture shop = samples::shop();
    shop.properties.scenario.clear();
    document_.reset(std::move(shop), {});
  }

  ComponentId id(std::string_view name) const { return samples::id_of(document_.architecture(), name); }

  const ServerSettings& server(std::string_view name) const {
    return std::get<ServerSettings>(find_component(document_.architecture(), name)->settings);
  }

  bool run_past(Duration time) {
    run_.set_speed(LiveRun::as_fast_as_it_goes);
    run_.run();
    const bool got_there = comes_true([&] { return run_.now() >= time; });
    run_.pause();
    return got_there;
  }

  Appearance appearance_{*qApp};
  Document document_;
  LiveRun run_;
};

/// Types over what is in the field, and leaves it with Enter.
void enter(QLineEdit& field, const QString& text) {
  field.selectAll();
  QTest::keyClicks(&field, text);
  QTest::keyClick(&field, Qt::Key_Return);
}

/// The texts of all labels with that role that the panel shows.
QStringList told(const QWidget& panel, const char* role) {
  QStringList texts;
  for (const QLabel* const label : panel.findChildren<QLabel*>())
    if (label->property("role") == role && label->isVisibleTo(&panel)) texts << label->text();
  return texts;
}

using InspectorFields = Panels;

TEST_F(InspectorFields, EditsTheDocumentAndUndoBringsTheOldValueBack) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const workers = panel.findChild<QSpinBox*>(QStringLiteral("workers"));
  ASSERT_NE(workers, nullptr);
  const std::int64_t before = server("web-1").workers;
  EXPECT_EQ(workers->value(), before);

  workers->setValue(3);
  EXPECT_EQ(server("web-1").workers, 3);
  EXPECT_NE(server("web-2").workers, 3);
  ASSERT_EQ(document_.undo_stack().count(), 1);
  document_.undo_stack().undo();
  EXPECT_EQ(server("web-1").workers, before);
  EXPECT_EQ(workers->value(), before);
  document_.undo_stack().redo();
  EXPECT_EQ(workers->value(), 3);
}

TEST_F(InspectorFields, AreThoseOfTheSelectionWhenTheirTabIsTurnedTo) {
  InspectorPanel panel(document_, run_, appearance_);
  auto* const tabs = panel.findChild<QTabWidget*>();
  panel.set_selection({id("web-1")});
  tabs->setCurrentIndex(2);
  EXPECT_NE(panel.findChild<QPushButton*>(QStringLiteral("drain")), nullptr);

  panel.set_selection({id("cache-1")});  // the settings still show the server
  const std::vector<ElementId> gone{id("web-1")};
  document_.apply(remove(document_.architecture(), gone), "Delete");
  tabs->setCurrentIndex(1);
  EXPECT_EQ(panel.findChild<QSpinBox*>(QStringLiteral("workers")), nullptr);
  auto* const capacity = panel.findChild<QLineEdit*>(QStringLiteral("capacity"));
  ASSERT_NE(capacity, nullptr);
  enter(*capacity, QStringLiteral("5 MiB"));
  EXPECT_EQ(document_.undo_stack().count(), 2);
}

TEST_F(InspectorFields, ReadsQuantitiesAsPeopleTypeThem) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("cpu_time"));
  ASSERT_NE(time, nullptr);
  enter(*time, QStringLiteral("lognormal 35ms cv 0.8"));
  EXPECT_EQ(server("web-1").cpu_time, (Law{LawShape::lognormal, milliseconds(35), 0.8}));
  EXPECT_EQ(time->text(), QStringLiteral("lognormal 35 ms cv 0.8"));
}

TEST_F(InspectorFields, KeepsBadTextWithItsErrorAndDoesNotApplyIt) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("cpu_time"));
  ASSERT_NE(time, nullptr);
  const Architecture before = document_.architecture();
  EXPECT_TRUE(told(panel, "bad").isEmpty());

  enter(*time, QStringLiteral("a while"));
  EXPECT_EQ(document_.architecture(), before);
  EXPECT_FALSE(document_.undo_stack().canUndo());
  EXPECT_EQ(time->text(), QStringLiteral("a while"));
  EXPECT_TRUE(time->property("invalid").toBool());
  ASSERT_EQ(told(panel, "bad").size(), 1);
  EXPECT_FALSE(told(panel, "bad").front().isEmpty());

  enter(*time, QStringLiteral("12 ms"));
  EXPECT_EQ(server("web-1").cpu_time, constant(milliseconds(12)));
  EXPECT_FALSE(time->property("invalid").toBool());
  EXPECT_TRUE(told(panel, "bad").isEmpty());
}

TEST_F(InspectorFields, GivesBadTextUpWithEscape) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("cpu_time"));
  ASSERT_NE(time, nullptr);
  const QString before = time->text();
  enter(*time, QStringLiteral("-5"));
  QTest::keyClick(time, Qt::Key_Escape);
  EXPECT_EQ(time->text(), before);
  EXPECT_TRUE(told(panel, "bad").isEmpty());
}

TEST_F(InspectorFields, ShowsMixedValuesOfSeveralAndSetsThemTogether) {
  const std::vector<ElementId> first{id("web-1")};
  document_.apply(set_setting(document_.architecture(), first, "workers", SettingValue{std::int64_t{5}}), {});
  document_.apply(set_setting(document_.architecture(), first, "cpu_time", SettingValue{constant(milliseconds(1))}),
                  {});
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1"), id("web-2")});
  auto* const workers = panel.findChild<QSpinBox*>(QStringLiteral("workers"));
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("cpu_time"));
  ASSERT_NE(workers, nullptr);
  ASSERT_NE(time, nullptr);
  EXPECT_TRUE(workers->text().isEmpty());
  EXPECT_TRUE(time->text().isEmpty());
  EXPECT_FALSE(time->placeholderText().isEmpty());

  const int steps = document_.undo_stack().count();
  workers->setValue(7);
  EXPECT_EQ(server("web-1").workers, 7);
  EXPECT_EQ(server("web-2").workers, 7);
  EXPECT_EQ(document_.undo_stack().count(), steps + 1);
  document_.undo_stack().undo();
  EXPECT_EQ(server("web-1").workers, 5);
  EXPECT_TRUE(workers->text().isEmpty());
}

TEST_F(InspectorFields, OffersWhatElementsOfSeveralKindsHaveInCommon) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1"), id("cache-1")});
  EXPECT_EQ(panel.findChild<QSpinBox*>(QStringLiteral("workers")), nullptr);
  auto* const cores = panel.findChild<QSpinBox*>(QStringLiteral("cores"));
  ASSERT_NE(cores, nullptr);
  EXPECT_TRUE(cores->text().isEmpty()) << "they differ";
  cores->setValue(16);
  EXPECT_EQ(server("web-1").cores, 16);
  EXPECT_EQ(std::get<CacheSettings>(find_component(document_.architecture(), "cache-1")->settings).cores, 16);
  EXPECT_EQ(document_.undo_stack().count(), 1);
  // Each goes back to the default of its own kind.
  for (QToolButton* const button : panel.findChildren<QToolButton*>())
    if (button->accessibleName().startsWith(QStringLiteral("Back to the default of Cores"))) button->click();
  EXPECT_EQ(server("web-1").cores, ServerSettings{}.cores);
  EXPECT_EQ(std::get<CacheSettings>(find_component(document_.architecture(), "cache-1")->settings).cores,
            CacheSettings{}.cores);
}

TEST_F(InspectorFields, StepsByArrowKeysAreOneUndoStep) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  panel.reveal_setting("boot_time");  // its group is folded
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("boot_time"));
  ASSERT_NE(time, nullptr);
  const Duration before = server("web-1").boot_time;
  for (int i = 0; i < 3; ++i) QTest::keyClick(time, Qt::Key_Up);
  EXPECT_GT(server("web-1").boot_time, before);
  EXPECT_EQ(document_.undo_stack().count(), 1);
  document_.undo_stack().undo();
  EXPECT_EQ(server("web-1").boot_time, before);
}

TEST_F(InspectorFields, TabGoesFromAChangedFieldToWhatResetsItAndThenToTheNextField) {
  for (const bool changed_before : {true, false}) {
    InspectorPanel panel(document_, run_, appearance_);
    panel.resize(340, 700);
    panel.show();
    const auto change = [&](std::int64_t workers) {
      document_.apply(
          set_setting(document_.architecture(), std::vector<ElementId>{id("web-1")}, "workers", SettingValue{workers}),
          {});
    };
    change(changed_before ? 5 : ServerSettings{}.workers);
    panel.set_selection({id("web-1")});
    change(7);
    const auto after = [](QWidget* widget) {
      do widget = widget->nextInFocusChain();
      while (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy());
      return widget;
    };
    auto* const workers = panel.findChild<QWidget*>(QStringLiteral("workers"));
    ASSERT_NE(workers, nullptr);
    QWidget* const reset = after(workers);
    EXPECT_TRUE(reset->accessibleName().startsWith(QStringLiteral("Back to the default of Workers")))
        << reset->accessibleName().toStdString();
    EXPECT_EQ(after(reset)->parentWidget()->metaObject()->className(), QByteArray("loadframe::SettingRow"));
  }
}

int right_end_of(const QWidget& field, const QWidget& panel) {
  QApplication::processEvents();
  return field.mapTo(&panel, field.rect().topRight()).x();
}

TEST_F(InspectorFields, StandInLineWhetherTheyCanBeResetOrNot) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.resize(340, 700);
  panel.show();
  panel.set_selection({id("web-1")});
  auto* const workers = panel.findChild<QWidget*>(QStringLiteral("workers"));
  ASSERT_NE(workers, nullptr);
  const int at_default = right_end_of(*workers, panel);
  for (const std::int64_t count : {ServerSettings{}.workers + 1, ServerSettings{}.workers}) {
    document_.apply(
        set_setting(document_.architecture(), std::vector<ElementId>{id("web-1")}, "workers", SettingValue{count}), {});
    EXPECT_EQ(right_end_of(*workers, panel), at_default) << count;
  }
}

TEST_F(InspectorFields, StandStillWhileTheyAreTypedInto) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.resize(340, 2000);  // so that no scroll bar comes
  panel.show();
  panel.set_selection({id("web-1")});
  panel.reveal_setting("boot_time");  // its group is folded
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("boot_time"));
  ASSERT_NE(time, nullptr);
  const int before = right_end_of(*time, panel);
  for (const char* text : {"2m", "nonsense", "7 s"}) {
    time->selectAll();
    QTest::keyClicks(time, QString::fromLatin1(text));
    EXPECT_EQ(right_end_of(*time, panel), before) << text;
  }
}

TEST_F(InspectorFields, FollowASelectionInARunSoonAndAreNotMistakenForItsOwnUntilThen) {
  const std::vector<ElementId> second{id("web-2")};
  document_.apply(set_setting(document_.architecture(), second, "workers", SettingValue{std::int64_t{5}}), {});
  InspectorPanel panel(document_, run_, appearance_);
  panel.resize(340, 700);
  panel.show();
  panel.set_selection({id("web-1")});
  auto* const of_first = panel.findChild<QSpinBox*>(QStringLiteral("workers"));
  ASSERT_NE(of_first, nullptr);
  run_.run();
  ASSERT_TRUE(run_.is_running());
  panel.set_selection(second);
  of_first->setValue(3);
  EXPECT_EQ(document_.undo_stack().count(), 1) << "the form still shows the first";
  const auto workers = [&] { return panel.findChild<QSpinBox*>(QStringLiteral("workers")); };
  ASSERT_TRUE(comes_true([&] { return workers() && workers()->value() == 5; }));

  // The form that is made by and by comes to have the fields of one made at once.
  const auto fields = [](const InspectorPanel& of) {
    QStringList names;
    for (const QWidget* const field : of.findChildren<QWidget*>())
      if (!field->accessibleDescription().isEmpty() && field->isVisibleTo(&of)) names << field->objectName();
    names.sort();
    return names;
  };
  InspectorPanel at_once(document_, run_, appearance_);
  at_once.resize(340, 700);
  run_.pause();
  at_once.set_selection(second);
  EXPECT_TRUE(fields(at_once).contains(QStringLiteral("workers")));
  EXPECT_TRUE(comes_true([&] { return fields(panel) == fields(at_once); }));
  workers()->setValue(3);
  EXPECT_EQ(server("web-2").workers, 3);
  EXPECT_NE(server("web-1").workers, 3);
}

TEST_F(InspectorFields, DraggingALabelIsOneUndoStep) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.resize(340, 700);
  panel.show();
  panel.set_selection({id("web-1")});
  QLabel* label = nullptr;
  for (QLabel* const one : panel.findChildren<QLabel*>())
    if (one->text() == QStringLiteral("Workers") && one->buddy()) label = one;
  ASSERT_NE(label, nullptr);
  const std::int64_t before = server("web-1").workers;
  QTest::mousePress(label, Qt::LeftButton, {}, QPoint(4, 4));
  for (int x = 8; x <= 40; x += 8) {
    QMouseEvent move(QEvent::MouseMove, QPointF(x, 4), label->mapToGlobal(QPointF(x, 4)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(label, &move);
  }
  QTest::mouseRelease(label, Qt::LeftButton, {}, QPoint(40, 4));
  EXPECT_GT(server("web-1").workers, before);
  EXPECT_EQ(document_.undo_stack().count(), 1);
}

TEST_F(InspectorFields, KeepTheUnitOfABareNumberAndTellHowTheyReadIt) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  panel.reveal_setting("boot_time");  // its group is folded
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("boot_time"));
  ASSERT_NE(time, nullptr);
  enter(*time, QStringLiteral("3 s"));
  enter(*time, QStringLiteral("7"));
  EXPECT_EQ(server("web-1").boot_time, seconds(7));
  time->selectAll();
  QTest::keyClicks(time, QStringLiteral("2m"));
  // In a group that may be folded.
  const auto tells = [&panel] {
    const auto labels = panel.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return !label->isHidden() && label->text() == QStringLiteral("= 2 min");
    });
  };
  EXPECT_TRUE(tells());
  QTest::keyClick(time, Qt::Key_Escape);
  EXPECT_FALSE(tells());
}

TEST_F(InspectorFields, FindSettingsByWhatIsTyped) {
  QSettings().remove(QStringLiteral("inspector"));  // groups that other tests have opened
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const search = panel.findChild<QLineEdit*>(QStringLiteral("find_setting"));
  ASSERT_NE(search, nullptr);
  const auto shown = [&](const char* key) {
    const auto* const field = panel.findChild<QWidget*>(QString::fromLatin1(key));
    return field && field->isVisibleTo(&panel);
  };
  EXPECT_TRUE(shown("workers"));
  EXPECT_FALSE(shown("price_per_hour")) << "its group is folded";
  QTest::keyClicks(search, QStringLiteral("price"));
  EXPECT_FALSE(shown("workers"));
  EXPECT_TRUE(shown("price_per_hour"));
  QTest::keyClicks(search, QStringLiteral(" nonsense"));
  EXPECT_FALSE(shown("price_per_hour"));
  search->clear();
  EXPECT_TRUE(shown("workers"));
}

TEST_F(InspectorFields, CopyAllSettingsToAnotherOfTheKind) {
  document_.apply(set_setting(document_.architecture(), std::vector<ElementId>{id("web-1")}, "workers",
                              SettingValue{std::int64_t{5}}),
                  {});
  InspectorPanel panel(document_, run_, appearance_);
  const auto choose = [&](const char* text) {
    for (QMenu* const menu : panel.findChildren<QMenu*>())
      for (QAction* const action : menu->actions())
        if (action->text().remove(QLatin1Char('&')) == QString::fromLatin1(text)) {
          emit menu->aboutToShow();
          if (action->isEnabled()) action->trigger();
        }
  };
  panel.set_selection({id("web-1")});
  choose("Copy settings");
  panel.set_selection({id("cache-1")});
  const Architecture before = document_.architecture();
  choose("Paste settings");
  EXPECT_EQ(document_.architecture(), before) << "they are of another kind";
  panel.set_selection({id("web-2")});
  choose("Paste settings");
  EXPECT_EQ(server("web-2").workers, 5);
  choose("Reset all to defaults");
  EXPECT_EQ(server("web-2"), ServerSettings{});
}

TEST_F(InspectorFields, RefusesANameThatIsTaken) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const name = panel.findChild<QLineEdit*>(QStringLiteral("element_name"));
  ASSERT_NE(name, nullptr);
  enter(*name, QStringLiteral("web-2"));
  EXPECT_TRUE(id("web-1"));
  EXPECT_EQ(told(panel, "bad").size(), 1);
  enter(*name, QStringLiteral("front"));
  EXPECT_TRUE(id("front"));
  EXPECT_TRUE(told(panel, "bad").isEmpty());
}

TEST_F(InspectorFields, LetsGoOfWhatIsRemoved) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  document_.apply(remove(document_.architecture(), std::vector<ElementId>{id("web-1")}), {});
  EXPECT_TRUE(panel.findChild<QLineEdit*>(QStringLiteral("element_name"))->isHidden());
}

using PaletteSearch = Panels;

/// What the palette shows, without its headings.
QStringList entries(const QListWidget& list) {
  QStringList texts;
  for (int row = 0; row < list.count(); ++row)
    if (const QListWidgetItem& entry = *list.item(row); !entry.isHidden() && entry.flags() != Qt::NoItemFlags)
      texts << entry.text();
  return texts;
}

TEST_F(PaletteSearch, ShowsWhatMatchesAndEnterChoosesTheFirst) {
  PalettePanel panel(appearance_);
  const auto* const list = panel.findChild<QListWidget*>();
  auto* const search = panel.findChild<QLineEdit*>();
  const QSignalSpy chosen(&panel, &PalettePanel::chosen);
  const QStringList all = entries(*list);
  EXPECT_GT(all.size(), 8);

  QTest::keyClicks(search, QStringLiteral("CACH"));
  EXPECT_EQ(entries(*list), QStringList{QStringLiteral("Cache")});
  QTest::keyClick(search, Qt::Key_Return);
  ASSERT_EQ(chosen.size(), 1);
  EXPECT_EQ(chosen.front().front().toString(), QStringLiteral("component:cache"));

  QTest::keyClick(search, Qt::Key_Escape);
  EXPECT_EQ(entries(*list), all);
}

TEST_F(PaletteSearch, SaysWhenNothingMatches) {
  PalettePanel panel(appearance_);
  auto* const search = panel.findChild<QLineEdit*>();
  const QSignalSpy chosen(&panel, &PalettePanel::chosen);
  QTest::keyClicks(search, QStringLiteral("mainframe"));
  EXPECT_TRUE(panel.findChild<QListWidget*>()->isHidden());
  ASSERT_EQ(told(panel, "muted").size(), 1);
  EXPECT_TRUE(told(panel, "muted").front().contains(QStringLiteral("mainframe")));
  QTest::keyClick(search, Qt::Key_Return);
  EXPECT_EQ(chosen.size(), 0);
}

using EventLogFilter = Panels;

TEST_F(EventLogFilter, TellsWhatHappenedAndExplainsTheFault) {
  EventLogPanel panel(document_, run_, appearance_);
  EXPECT_TRUE(panel.text().isEmpty());
  run_.act(action(ActionKind::kill, id("web-2")));
  ASSERT_TRUE(run_past(seconds(20)));
  EXPECT_TRUE(comes_true([&] { return panel.text().contains(QStringLiteral("lb-1 marked web-2 down")); }));
  EXPECT_TRUE(panel.text().startsWith(QStringLiteral("0:00.0\tweb-2 killed"))) << panel.text().toStdString();
  EXPECT_TRUE(comes_true([&] { return !told(panel, "title").filter(QStringLiteral("web-2")).isEmpty(); }));
}

TEST_F(EventLogFilter, ShowsWhatMatchesTheFilter) {
  EventLogPanel panel(document_, run_, appearance_);
  run_.act(action(ActionKind::kill, id("web-2")));
  run_.act(action(ActionKind::kill, id("cache-1")));
  ASSERT_TRUE(run_past(seconds(1)));
  panel.findChild<QLineEdit*>()->setText(QStringLiteral("CACHE-1"));
  for (const QString& line : panel.text().split(QLatin1Char('\n')))
    EXPECT_TRUE(line.contains(QStringLiteral("cache-1"))) << line.toStdString();
  panel.findChild<QLineEdit*>()->setText(QStringLiteral("no such thing"));
  EXPECT_TRUE(panel.text().isEmpty());
  EXPECT_EQ(told(panel, "muted").filter(QStringLiteral("no such thing")).size(), 1);
}

TEST_F(EventLogFilter, IsEmptyAgainAfterARestart) {
  EventLogPanel panel(document_, run_, appearance_);
  run_.act(action(ActionKind::kill, id("web-2")));
  ASSERT_TRUE(run_past(seconds(10)));
  ASSERT_FALSE(panel.text().isEmpty());
  run_.restart();
  EXPECT_TRUE(panel.text().isEmpty());
  EXPECT_TRUE(told(panel, "title").isEmpty());
}

using ProblemsList = Panels;

TEST_F(ProblemsList, ListsEveryFindingAndLeadsToItsElement) {
  ProblemsPanel panel(document_, appearance_);
  Architecture lonely;
  const auto users = samples::add(lonely, Kind::users);
  document_.reset(lonely, {});
  const auto* const list = panel.findChild<QTreeWidget*>();
  ASSERT_FALSE(document_.findings().empty());
  ASSERT_EQ(list->topLevelItemCount(), static_cast<int>(document_.findings().size()));
  EXPECT_GT(panel.count(), 0);
  for (int row = 0; row < list->topLevelItemCount(); ++row)
    for (int column = 0; column < list->columnCount(); ++column)
      EXPECT_FALSE(list->topLevelItem(row)->text(column).isEmpty()) << row << ", " << column;

  ElementId led_to;
  QObject::connect(&panel, &ProblemsPanel::element_chosen, &panel, [&](const ElementId& element) { led_to = element; });
  emit panel.findChild<QTreeWidget*>()->itemClicked(list->topLevelItem(0), 0);
  EXPECT_EQ(led_to, ElementId(users));
}

TEST_F(ProblemsList, SaysThatItCanRunWhenThereAreNone) {
  ProblemsPanel panel(document_, appearance_);
  Architecture good;
  const auto users = samples::add(good, Kind::users);
  const auto server = samples::add(good, Kind::server);
  samples::wire(good, users, server);
  document_.reset(good, {});
  ASSERT_TRUE(document_.findings().empty());
  EXPECT_EQ(panel.count(), 0);
  EXPECT_TRUE(panel.findChild<QTreeWidget*>()->isHidden());
  EXPECT_EQ(told(panel, "muted").size(), 1);
}

}  // namespace
}  // namespace loadframe
