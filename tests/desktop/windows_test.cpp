#include "windows.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "canvas/canvas.h"
#include "exchange/layout_file.h"
#include "file_actions.h"
#include "main_window.h"
#include "notice_bar.h"
#include "recovery.h"
#include "workspace.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QDockWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace loadframe {
namespace {

/// Windows with settings and data of their own.
class WindowsTest : public testing::Test {
protected:
  WindowsTest() {
    QSettings().clear();
    for (const Recovery::Found& old : Recovery::left_behind()) Recovery::discard(old);
  }

  QString layout_file(const char* name) {
    const QString path = folder_.filePath(QString::fromLatin1(name));
    Architecture layout;
    apply(add_component(layout, Kind::server, {0, 0}), layout);
    EXPECT_FALSE(save_layout(layout, path.toStdString()));
    return path;
  }

  static void draw(MainWindow& window) {
    Document& document = window.document();
    document.apply(add_component(document.architecture(), Kind::cache, {200, 0}), "Add");
  }

  /// Presses a button of the question that comes next.
  static void answer_next(QMessageBox::StandardButton button) {
    QTimer::singleShot(100, qApp, [button] {
      auto* const box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      ASSERT_TRUE(box);
      box->button(button)->click();
    });
  }

  QTemporaryDir folder_;
  Appearance appearance_{*qApp};
  Windows windows_{appearance_};
};

TEST_F(WindowsTest, OpensAFileInTheUnusedWindowAndTheNextInAnother) {
  MainWindow& first = windows_.open_new();
  first.files().open(layout_file("a.loadframe"));
  EXPECT_EQ(windows_.all().size(), 1U);
  first.files().open(layout_file("b.loadframe"));
  ASSERT_EQ(windows_.all().size(), 2U);
  EXPECT_TRUE(windows_.all()[0]->document().path().endsWith("a.loadframe"));
  EXPECT_TRUE(windows_.all()[1]->document().path().endsWith("b.loadframe"));
  first.files().open(layout_file("b.loadframe"));
  EXPECT_EQ(windows_.all().size(), 2U) << "what is open is brought to the front";
}

TEST_F(WindowsTest, NewOpensAWindowOnlyWhenThisOneIsInUse) {
  MainWindow& first = windows_.open_new();
  first.files().start_new();
  EXPECT_EQ(windows_.all().size(), 1U);
  draw(first);
  first.files().start_new();
  EXPECT_EQ(windows_.all().size(), 2U);
}

TEST_F(WindowsTest, QuitStopsAtACancelAndClosesAllOtherwise) {
  MainWindow& first = windows_.open_new();
  draw(first);
  windows_.open_new();
  answer_next(QMessageBox::Cancel);
  windows_.quit();
  EXPECT_EQ(windows_.all().size(), 2U);
  answer_next(QMessageBox::Discard);
  windows_.quit();
  EXPECT_TRUE(QTest::qWaitFor([&] { return windows_.all().empty(); }));
}

TEST_F(WindowsTest, SaveAllSavesEveryUnsavedDocument) {
  const QString a = layout_file("a.loadframe");
  const QString b = layout_file("b.loadframe");
  MainWindow& first = windows_.open_new();
  first.files().open(a);
  first.files().open(b);
  for (MainWindow* const window : windows_.all()) draw(*window);
  answer_next(QMessageBox::SaveAll);
  windows_.quit();
  EXPECT_TRUE(QTest::qWaitFor([&] { return windows_.all().empty(); }));
  for (const QString& path : {a, b}) EXPECT_EQ(read_layout(path.toStdString())->architecture.components.size(), 2U);
}

TEST_F(WindowsTest, RemembersHowThePanelsWereLeft) {
  MainWindow& first = windows_.open_new();
  auto* const palette = first.findChild<QDockWidget*>("palette");
  ASSERT_TRUE(palette);
  palette->close();
  first.findChild<QDockWidget*>("history")->show();
  first.close();
  ASSERT_TRUE(QTest::qWaitFor([&] { return windows_.all().empty(); }));

  MainWindow& second = windows_.open_new();
  EXPECT_TRUE(second.findChild<QDockWidget*>("palette")->isHidden());
  EXPECT_FALSE(second.findChild<QDockWidget*>("history")->isHidden());
  second.workspace().arrange();
  EXPECT_FALSE(second.findChild<QDockWidget*>("palette")->isHidden());
  EXPECT_TRUE(second.findChild<QDockWidget*>("history")->isHidden());
}

TEST_F(WindowsTest, ShowsTheCanvasAloneAndThePanelsAgain) {
  MainWindow& window = windows_.open_new();
  auto* const palette = window.findChild<QDockWidget*>("palette");
  window.workspace().show_alone(true);
  EXPECT_TRUE(palette->isHidden());
  window.workspace().show_alone(false);
  EXPECT_FALSE(palette->isHidden());
  EXPECT_TRUE(window.findChild<QDockWidget*>("history")->isHidden());
}

TEST_F(WindowsTest, SpaceRunsAlsoAfterAChoiceAmongButtonsButPressesOthers) {
  MainWindow& window = windows_.open_new();
  window.files().open(layout_file("space.loadframe"));
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  const auto button = [&](const QString& text) -> QPushButton* {
    for (QPushButton* const one : window.findChildren<QPushButton*>())
      if (one->text() == text && one->isVisible()) return one;
    return nullptr;
  };
  QPushButton* const chosen = button(QStringLiteral("Whole system"));
  ASSERT_NE(chosen, nullptr);
  QTest::mouseClick(chosen, Qt::LeftButton);
  QTest::keyClick(chosen, Qt::Key_Space);
  EXPECT_TRUE(window.live_run().is_running());
  QPushButton plain(&window);
  plain.show();
  QSignalSpy pressed(&plain, &QPushButton::clicked);
  QTest::keyClick(&plain, Qt::Key_Space);
  EXPECT_EQ(pressed.count(), 1);
  EXPECT_TRUE(window.live_run().is_running());
}

/// Counts what is painted and laid out.
class Restlessness : public QObject {
public:
  Restlessness() { qApp->installEventFilter(this); }
  int events = 0;

protected:
  bool eventFilter(QObject*, QEvent* event) override {
    const QEvent::Type type = event->type();
    if (type == QEvent::Paint || type == QEvent::LayoutRequest || type == QEvent::ChildAdded) ++events;
    return false;
  }
};

TEST_F(WindowsTest, NothingIsPaintedWhereNothingHappens) {
  MainWindow& window = windows_.open_new();
  window.files().open(layout_file("resting.loadframe"));
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
  int events = 0;
  for (int attempt = 0; attempt < 20; ++attempt) {  // it needs a while to settle down, and hints come later
    Restlessness restlessness;
    QTest::qWait(500);
    events = restlessness.events;
    if (events <= 20) break;  // a caret may blink
  }
  EXPECT_LE(events, 20);
}

TEST_F(WindowsTest, TellsWhenTheFileChangesOnDisk) {
  const QString path = layout_file("a.loadframe");
  MainWindow& window = windows_.open_new();
  window.files().open(path);
  EXPECT_TRUE(window.notice().isHidden());
  Architecture other = window.document().architecture();
  apply(add_component(other, Kind::queue, {0, 300}), other);
  ASSERT_FALSE(save_layout(other, path.toStdString()));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !window.notice().isHidden(); }, 10'000));
  window.files().reload();
  EXPECT_EQ(window.document().architecture().components.size(), 2U);
  EXPECT_TRUE(window.notice().isHidden());
}

TEST_F(WindowsTest, AsksBeforeItSavesOverWhatAnotherProgramWrote) {
  const QString path = layout_file("a.loadframe");
  MainWindow& window = windows_.open_new();
  window.files().open(path);
  draw(window);
  Architecture other;
  ASSERT_FALSE(save_layout(other, path.toStdString()));
  answer_next(QMessageBox::Cancel);
  EXPECT_FALSE(window.files().save());
  EXPECT_TRUE(read_layout(path.toStdString())->architecture.components.empty());
}

TEST_F(WindowsTest, OwnSavesAreNoNews) {
  MainWindow& window = windows_.open_new();
  window.files().open(layout_file("a.loadframe"));
  draw(window);
  EXPECT_TRUE(window.files().save());
  QTest::qWait(700);
  EXPECT_TRUE(window.notice().isHidden());
}

TEST_F(WindowsTest, KeepsTheFileOfARemovedLayoutForSavingAgain) {
  const QString path = layout_file("a.loadframe");
  MainWindow& window = windows_.open_new();
  window.files().open(path);
  QFile::remove(path);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !window.notice().isHidden(); }, 10'000));
  EXPECT_TRUE(window.document().is_modified());
  EXPECT_TRUE(window.files().save());
  EXPECT_TRUE(QFile::exists(path));
}

TEST(RecoveryTest, KeepsUnsavedWorkUntilItIsSavedOrGivenUp) {
  for (const Recovery::Found& old : Recovery::left_behind()) Recovery::discard(old);
  Document document;
  Recovery recovery(document);
  document.apply(add_component(document.architecture(), Kind::cache, {0, 0}), "Add");
  recovery.keep_now();
  EXPECT_TRUE(Recovery::left_behind().empty()) << "its owner is alive";
  recovery.forget();
  EXPECT_TRUE(Recovery::left_behind().empty());
}

TEST(RecoveryTest, FindsWhatWasLeftAndOpensItUnsaved) {
  QSettings().clear();
  for (const Recovery::Found& old : Recovery::left_behind()) Recovery::discard(old);
  {
    Document document;
    Recovery recovery(document);
    document.apply(add_component(document.architecture(), Kind::cache, {0, 0}), "Add");
    recovery.keep_now();
  }  // without forget(): as after a crash
  const auto found = Recovery::left_behind();
  ASSERT_EQ(found.size(), 1U);
  Appearance appearance(*qApp);
  Windows windows(appearance);
  MainWindow& window = windows.open_new();
  window.files().recover(found.front());
  EXPECT_EQ(window.document().architecture().components.size(), 1U);
  EXPECT_TRUE(window.document().is_modified());
  window.recovery().forget();
  EXPECT_TRUE(Recovery::left_behind().empty());
}

}  // namespace
}  // namespace loadframe
