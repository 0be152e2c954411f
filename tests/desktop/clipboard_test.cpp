#include "desktop/bench.h"

#include "exchange/layout_file.h"

#include <gtest/gtest.h>
#include <QClipboard>

namespace loadframe {
namespace {

void put(const QString& text) { QApplication::clipboard()->setText(text); }

TEST(Clipboard, CarriesALayoutWithinAndBetweenWindows) {
  Bench from;
  from.open_example();
  from.canvas.select_all();
  from.canvas.copy_selected();
  Bench to;
  to.canvas.paste_clipboard();
  EXPECT_EQ(to.architecture().components.size(), 4u);
  EXPECT_EQ(to.architecture().links.size(), 3u);
  EXPECT_EQ(to.architecture().areas.size(), 1u);
  EXPECT_EQ(to.architecture().notes.size(), 1u);
  EXPECT_EQ(find_component(to.architecture(), "web-2")->area, find_area(to.architecture(), "zone-1")->id);
  EXPECT_EQ(to.document.undo_stack().count(), 1);
}

TEST(Clipboard, CutsAndPastesBackAsItWas) {
  Bench bench;
  bench.open_example();
  bench.canvas.select({bench.component("users-1")});
  const Point place = find_component(bench.architecture(), "users-1")->at;
  bench.canvas.cut_selected();
  EXPECT_FALSE(bench.component("users-1"));
  bench.canvas.paste_clipboard();
  ASSERT_TRUE(bench.component("users-1"));
  EXPECT_EQ(find_component(bench.architecture(), "users-1")->at, place);
}

TEST(Clipboard, EachPasteLiesBesideTheLastAndIsSelected) {
  Bench bench;
  bench.open_example();
  bench.canvas.select({bench.component("web-1")});
  bench.canvas.copy_selected();
  bench.canvas.paste_clipboard();
  const std::vector<ElementId> first = bench.canvas.selection();
  bench.canvas.paste_clipboard();
  const std::vector<ElementId> second = bench.canvas.selection();
  ASSERT_EQ(first.size(), 1u);
  ASSERT_EQ(second.size(), 1u);
  EXPECT_NE(bounds(bench.architecture(), first), bounds(bench.architecture(), second));
}

TEST(Clipboard, StaysAsItIsWhenNothingIsSelected) {
  Bench bench;
  bench.open_example();
  put("mine");
  bench.canvas.select({});
  bench.canvas.copy_selected();
  bench.canvas.cut_selected();
  EXPECT_EQ(QApplication::clipboard()->text(), "mine");
}

TEST(Clipboard, CannotDoHarmWithHostileText) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  const QString nested = QString(20'000, '{') + QString(20'000, '[');
  for (const QString& text :
       {QString(), QString("   \n"), QString("{}"), QString("{\"components\": 5}"), nested, QString(5 << 20, '{'),
        QString::fromUtf8("{\xf0\x9f\x92\xa9"), QString("{\"a\":1e999}")}) {
    put(text);
    bench.canvas.paste_clipboard();
    EXPECT_EQ(bench.architecture(), before) << text.left(20).toStdString();
  }
}

TEST(Clipboard, CannotPutElementsWhereTheCanvasCannotShowThem) {
  Bench bench;
  for (const double far : {1e9, 1e18, 1e300}) {
    Bench source;
    source.open_example();
    Architecture extracted = extract(source.architecture(), std::vector<ElementId>{source.component("web-1")});
    extracted.components.front().at = {far, -far};
    put(QString::fromStdString(layout_to_text(extracted)));
    bench.canvas.paste_clipboard();
    bench.canvas.zoom_to_fit();
    bench.canvas.grab();
    bench.key(Qt::Key_Right);
    bench.canvas.zoom_to_actual_size();
    bench.canvas.grab();
    while (bench.document.undo_stack().canUndo()) bench.document.undo_stack().undo();
    EXPECT_EQ(bench.architecture(), Architecture());
  }
}

TEST(Clipboard, KeepsScenariosAndFaultsOutOfPastedParts) {
  Bench bench;
  bench.open_example();
  const Properties properties = bench.architecture().properties;
  Architecture other = bench.architecture();
  apply(set_scenario(other, {{seconds(5), action(ActionKind::kill, other.components.front().id), {}}}), other);
  put(QString::fromStdString(layout_to_text(other)));
  bench.canvas.paste_clipboard();
  EXPECT_EQ(bench.architecture().components.size(), 8u);
  EXPECT_EQ(bench.architecture().properties, properties);
}

}  // namespace
}  // namespace loadframe
