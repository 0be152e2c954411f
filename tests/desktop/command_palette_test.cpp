#include "command_palette.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "canvas/canvas.h"
#include "canvas/quick_add_box.h"
#include "main_window.h"
#include "presentation.h"
#include "start/layout_card.h"
#include "start/start_page.h"
#include "windows.h"
#include "workspace.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QSettings>
#include <QTest>

namespace loadframe {
namespace {

struct PaletteTest : testing::Test {
  PaletteTest() {
    QSettings().clear();
    window = &windows.open_new();
  }

  void type(const char* letters) {
    window->command_palette().start();
    auto* const words = window->command_palette().findChild<QLineEdit*>();
    words->setText(QString::fromUtf8(letters));
  }

  void enter() { QTest::keyClick(window->command_palette().findChild<QLineEdit*>(), Qt::Key_Return); }

  Appearance appearance{*qApp};
  Windows windows{appearance};
  MainWindow* window = nullptr;
};

TEST_F(PaletteTest, AddsAKindByAFewLetters) {
  type("addcach");
  ASSERT_FALSE(window->command_palette().titles().isEmpty());
  EXPECT_EQ(window->command_palette().titles().front(), "Add Cache");
  enter();
  EXPECT_TRUE(find_component(window->document().architecture(), "cache-1"));
  EXPECT_TRUE(window->command_palette().isHidden());
}

TEST_F(PaletteTest, GoesToComponentsAndPutsTheLatestFirst) {
  Document& document = window->document();
  document.apply(add_component(document.architecture(), Kind::server, {0, 0}), "Add");
  type("web1");
  EXPECT_EQ(window->command_palette().titles().front(), "Go to web-1");
  enter();
  EXPECT_EQ(window->canvas().selection().size(), 1U);
  type("");
  EXPECT_EQ(window->command_palette().titles().front(), "Go to web-1");
}

TEST_F(PaletteTest, PutsWhatIsCalledJustSoBeforeWhatWasDoneLately) {
  Document& document = window->document();
  const Kind kinds[] = {Kind::users, Kind::server};
  for (const Kind kind : kinds) document.apply(add_component(document.architecture(), kind, {0, 0}), "Add");
  const auto& components = document.architecture().components;
  document.apply(connect(document.architecture(), components[0].id, components[1].id), "Connect");
  type("Go to users-1 → web-1");
  enter();
  type("Go to users-1");
  EXPECT_EQ(window->command_palette().titles().front(), "Go to users-1");
}

TEST_F(PaletteTest, OffersSettingsAndFaultsOfWhatIsSelected) {
  Document& document = window->document();
  document.apply(add_component(document.architecture(), Kind::server, {0, 0}), "Add");
  type("workers of web");
  EXPECT_FALSE(window->command_palette().titles().contains("Set Workers of web-1"));
  window->canvas().select({find_component(document.architecture(), "web-1")->id});
  type("workers of web");
  EXPECT_TRUE(window->command_palette().titles().contains("Set Workers of web-1"));
  type("kill");
  EXPECT_FALSE(window->command_palette().titles().isEmpty());
}

TEST_F(PaletteTest, SetsWhatIsTypedOnAllThatIsSelectedInOneStep) {
  Document& document = window->document();
  for (int i = 0; i < 2; ++i)
    document.apply(add_component(document.architecture(), Kind::server, {i * 200.0, 0}), "Add");
  const Architecture before = document.architecture();
  window->canvas().select({before.components[0].id, before.components[1].id});
  type("cpu ti 8");
  ASSERT_FALSE(window->command_palette().titles().isEmpty());
  EXPECT_EQ(window->command_palette().titles().front(), "Set CPU time of 2 elements to exponential 8 ms");
  enter();
  for (const Component& component : document.architecture().components)
    EXPECT_EQ(std::get<ServerSettings>(component.settings).cpu_time, exponential(milliseconds(8)));
  document.undo_stack().undo();
  EXPECT_EQ(document.architecture(), before);
}

TEST_F(PaletteTest, SetsWhatIsTypedAlthoughItsLettersStandElsewhere) {
  Document& document = window->document();
  const Kind kinds[] = {Kind::server, Kind::server, Kind::relational_database};
  for (const Kind kind : kinds) document.apply(add_component(document.architecture(), kind, {0, 0}), "Add");
  const auto& components = document.architecture().components;
  document.apply(connect(document.architecture(), components[1].id, components[2].id), "Connect");
  window->canvas().select({document.architecture().links[0].id});
  type("timeout 2 s");
  enter();
  EXPECT_EQ(document.architecture().links[0].settings.timeout, seconds(2));
}

TEST_F(PaletteTest, SetsOneOfNamedValuesByItsFirstLetters) {
  Document& document = window->document();
  document.apply(add_component(document.architecture(), Kind::load_balancer, {0, 0}), "Add");
  window->canvas().select({document.architecture().components[0].id});
  type("policy two");
  enter();
  EXPECT_EQ(std::get<LoadBalancerSettings>(document.architecture().components[0].settings).policy,
            BalancingPolicy::two_choices);
}

TEST_F(PaletteTest, TellsWhyAValueCannotBe) {
  Document& document = window->document();
  document.apply(add_component(document.architecture(), Kind::server, {0, 0}), "Add");
  const Architecture before = document.architecture();
  window->canvas().select({before.components[0].id});
  type("workers 0");
  EXPECT_TRUE(window->command_palette().titles().contains("Set Workers of web-1 to “0”"));
  enter();
  EXPECT_EQ(document.architecture(), before);
}

TEST_F(PaletteTest, TellsWhatToDoFirst) {
  type("align left edges");
  const auto* const list = window->command_palette().findChild<QListWidget*>();
  ASSERT_GT(list->count(), 0);
  EXPECT_TRUE(list->item(0)->toolTip().contains("First select two or more")) << list->item(0)->text().toStdString();
}

TEST_F(PaletteTest, ShowsTheCanvasAloneWhilePresenting) {
  window->presentation().start();
  EXPECT_TRUE(window->menuBar()->isHidden());
  EXPECT_TRUE(window->workspace().is_alone());
  window->presentation().finish();
  EXPECT_FALSE(window->menuBar()->isHidden());
  EXPECT_FALSE(window->workspace().is_alone());
}

TEST_F(PaletteTest, ADoubleClickOnTheStartPageMeansNothingToTheDrawingBelow) {
  auto* const page = window->findChild<StartPage*>();
  ASSERT_FALSE(page->findChildren<LayoutCard*>().isEmpty());
  page->findChildren<LayoutCard*>().front()->click();
  page->hide();
  QTest::mouseDClick(&window->canvas(), Qt::LeftButton);
  EXPECT_FALSE(window->canvas().findChild<QuickAddBox*>());
}

TEST_F(PaletteTest, TheStartPageGoesAtTheFirstThingDrawn) {
  StartPage& page = window->start_page();
  EXPECT_TRUE(page.isVisible());
  window->canvas().add_at_center("component:server");
  EXPECT_FALSE(page.isVisible());
  window->document().undo_stack().undo();
  EXPECT_TRUE(page.isVisible());
  page.set_wanted(false);
  EXPECT_FALSE(page.isVisible());
}

}  // namespace
}  // namespace loadframe
