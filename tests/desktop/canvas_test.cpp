#include "desktop/bench.h"

#include <gtest/gtest.h>
#include <QClipboard>

namespace loadframe {
namespace {

TEST(Canvas, TakesKindsFromThePalette) {
  Bench bench;
  bench.drop("component:server", {400, 300});
  bench.drop("area:zone", {400, 300});
  bench.drop("note", {700, 600});
  ASSERT_EQ(bench.architecture().components.size(), 1u);
  EXPECT_EQ(bench.architecture().components[0].name, "web-1");
  EXPECT_EQ(bench.architecture().areas.size(), 1u);
  EXPECT_EQ(bench.architecture().notes.size(), 1u);
}

TEST(Canvas, RefusesWhatIsNotFromThePalette) {
  Bench bench;
  for (const char* nonsense : {"component:toaster", "area:", "", "note:", "component"})
    bench.drop(nonsense, {400, 300});
  EXPECT_EQ(bench.architecture(), Architecture());
}

TEST(ConnectTool, WiresTheCallerToTheCallee) {
  Bench bench;
  bench.drop("component:users", {150, 350});
  bench.drop("component:server", {600, 350});
  bench.canvas.set_tool(ToolKind::connect);
  bench.drag(bench.middle_of("users-1"), bench.middle_of("web-1"));
  ASSERT_EQ(bench.architecture().links.size(), 1u);
  bench.drag(bench.middle_of("web-1"), bench.middle_of("users-1"));
  EXPECT_EQ(bench.architecture().links.size(), 1u) << "servers do not call users";
}

TEST(SelectTool, WiresByDraggingFromAnEdge) {
  Bench bench;
  bench.drop("component:users", {150, 350});
  bench.drop("component:server", {600, 350});
  const QPoint edge = bench.middle_of("users-1") + QPoint(static_cast<int>(component_width / 2), 0);
  QTest::mouseMove(&bench.canvas, edge - QPoint(20, 0));
  bench.drag(edge, bench.middle_of("web-1"));
  EXPECT_EQ(bench.architecture().links.size(), 1u);
}

TEST(SelectTool, MovesIntoAreasInOneUndoableStep) {
  Bench bench;
  bench.drop("area:zone", {700, 300});
  bench.drop("component:server", {200, 300});
  const Architecture before = bench.architecture();
  const int steps = bench.document.undo_stack().count();
  bench.drag(bench.middle_of("web-1"), bench.middle_of("zone-1"));
  EXPECT_EQ(bench.architecture().components[0].area, bench.architecture().areas[0].id);
  EXPECT_EQ(bench.document.undo_stack().count(), steps + 1);
  bench.document.undo_stack().undo();
  EXPECT_EQ(bench.architecture(), before);
}

TEST(SelectTool, SelectsByClickShiftAndBand) {
  Bench bench;
  bench.draw_tier();
  bench.click(bench.middle_of("web-1"));
  EXPECT_EQ(bench.canvas.selection().size(), 1u);
  bench.click(bench.middle_of("web-2"), Qt::ShiftModifier);
  EXPECT_EQ(bench.canvas.selection().size(), 2u);
  bench.click({20, 20});
  EXPECT_TRUE(bench.canvas.selection().empty());
  bench.drag({20, 20}, {980, 690});
  EXPECT_GE(bench.canvas.selection().size(), 4u);
}

TEST(Canvas, UndoesAndRedoesEverything) {
  Bench bench;
  bench.draw_tier();
  bench.canvas.select_all();
  bench.canvas.duplicate_selected();
  bench.canvas.remove_selected();
  const Architecture end = bench.architecture();
  QUndoStack& stack = bench.document.undo_stack();
  while (stack.canUndo()) stack.undo();
  EXPECT_EQ(bench.architecture(), Architecture());
  while (stack.canRedo()) stack.redo();
  EXPECT_EQ(bench.architecture(), end);
}

TEST(Canvas, PastesWhatWasCopied) {
  Bench bench;
  bench.draw_tier();
  bench.canvas.select_all();
  bench.canvas.copy_selected();
  bench.canvas.paste_clipboard();
  EXPECT_EQ(bench.architecture().components.size(), 8u);
  EXPECT_EQ(bench.architecture().links.size(), 6u);
}

TEST(Canvas, SurvivesAnyClipboard) {
  Bench bench;
  bench.draw_tier();
  const Architecture before = bench.architecture();
  QString said;
  QObject::connect(&bench.canvas, &Canvas::message, &bench.canvas, [&](const QString& text) { said = text; });
  for (const QString& text :
       {QString("{"), QString(100'000, '['), QString(R"({"format": "loadframe", "version": 99})"), QString(QChar(0))}) {
    said.clear();
    QApplication::clipboard()->setText(text);
    bench.canvas.paste_clipboard();
    EXPECT_EQ(bench.architecture(), before);
    EXPECT_FALSE(said.isEmpty());
  }
}

TEST(BreakTool, KillsByOneClickAndRestartsByTheNext) {
  Bench bench;
  bench.draw_tier();
  bench.live_run.set_architecture(bench.architecture(), false);
  bench.live_run.run();
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.live_run.now() > milliseconds(300); }, patience_ms));
  bench.canvas.set_tool(ToolKind::break_things);
  bench.click(bench.middle_of("web-1"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.has_happened(ActionKind::kill); }, patience_ms));
  const ComponentId server = find_component(bench.architecture(), "web-1")->id;
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.live_run.state_of(server) == ComponentState::dead; }, patience_ms));
  bench.click(bench.middle_of("web-1"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return bench.has_happened(ActionKind::restart); }, patience_ms));
}

TEST(Canvas, ZoomsWithinItsLimitsAndShowsEverything) {
  Bench bench;
  bench.draw_tier();
  for (int i = 0; i < 40; ++i) bench.canvas.zoom_in();
  EXPECT_LE(bench.canvas.viewport().zoom(), most_zoom);
  for (int i = 0; i < 80; ++i) bench.canvas.zoom_out();
  EXPECT_GE(bench.canvas.viewport().zoom(), least_zoom);
  bench.canvas.zoom_to_fit();
  for (const char* name : {"users-1", "web-1", "web-2"})
    EXPECT_TRUE(bench.canvas.rect().contains(bench.middle_of(name))) << name;
}

TEST(Canvas, StandsStillWhilePaused) {
  Bench bench;
  bench.open_example();
  bench.live_run.run();
  const auto picture = [&] { return bench.canvas.grab().toImage(); };
  QTest::qWait(2000);
  const QImage running = picture();
  bench.live_run.pause();
  QTest::qWait(300);
  const QImage paused = picture();
  QTest::qWait(1500);
  EXPECT_EQ(picture(), paused);
  bench.live_run.run();
  EXPECT_TRUE(QTest::qWaitFor([&] { return picture() != paused; }, patience_ms)) << "and goes on from there";
  EXPECT_NE(running, paused) << "it had been moving";
}

TEST(Canvas, NudgesBySteps) {
  Bench bench;
  bench.drop("component:server", {400, 300});
  bench.click(bench.middle_of("web-1"));
  const Point before = bench.architecture().components[0].at;
  QTest::keyClick(&bench.canvas, Qt::Key_Right);
  EXPECT_GT(bench.architecture().components[0].at.x, before.x);
  EXPECT_EQ(bench.architecture().components[0].at.y, before.y);
}

}  // namespace
}  // namespace loadframe
