#include "desktop/bench.h"

#include <gtest/gtest.h>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace loadframe {
namespace {

TEST(PaletteDrop, PutsTheComponentUnderThePointerAndSelectsIt) {
  Bench bench;
  bench.drop("component:server", {400, 300});
  ASSERT_EQ(bench.architecture().components.size(), 1u);
  const Component& server = bench.architecture().components.front();
  EXPECT_EQ(kind_of(server.settings), Kind::server);
  EXPECT_LE((bench.middle_of(server.name.c_str()) - QPoint(400, 300)).manhattanLength(), 16) << "but for the grid";
  EXPECT_EQ(bench.canvas.selection(), std::vector<ElementId>{server.id});
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
  bench.document.undo_stack().undo();
  EXPECT_EQ(bench.architecture(), Architecture());
  EXPECT_TRUE(bench.canvas.selection().empty());
}

TEST(PaletteDrop, PutsItIntoTheAreaThere) {
  Bench bench;
  bench.open_example();
  bench.drop("component:server", bench.on_widget({600, 200}));
  EXPECT_EQ(bench.architecture().components.back().area, find_area(bench.architecture(), "zone-1")->id);
}

TEST(PaletteDrop, TakesNothingElse) {
  Bench bench;
  for (const char* nonsense : {"component:toaster", "component:", "area:server", "", "note:", "Server", "\xff\xfe"})
    bench.drop(nonsense, {400, 300});
  QMimeData text;
  text.setText("component:server");
  bench.drop(text, {400, 300});
  EXPECT_EQ(bench.architecture(), Architecture());
}

TEST(PaletteDrop, DoesNothingOnceTheDragHasLeft) {
  Bench bench;
  QMimeData data;
  data.setData("application/x-loadframe-kind", "component:server");
  bench.drag_in(data, {400, 300});
  QDragLeaveEvent leave;
  QApplication::sendEvent(&bench.canvas, &leave);
  bench.canvas.grab();
  EXPECT_EQ(bench.architecture(), Architecture());
}

TEST(Wiring, ByTwoClicksInConnectMode) {
  Bench bench;
  bench.open_example();
  bench.canvas.set_tool(ToolKind::connect);
  bench.click(bench.middle_of("web-1"));
  bench.click(bench.middle_of("web-2"));
  EXPECT_NE(find_link(bench.architecture(), bench.component("web-1"), bench.component("web-2")), nullptr);
}

TEST(Wiring, ByKeysInConnectMode) {
  Bench bench;
  bench.open_example();
  bench.canvas.set_tool(ToolKind::connect);
  bench.canvas.select({bench.component("web-1")});
  bench.key(Qt::Key_Return);
  bench.canvas.select({bench.component("web-2")});
  bench.key(Qt::Key_Return);
  EXPECT_NE(find_link(bench.architecture(), bench.component("web-1"), bench.component("web-2")), nullptr);
}

TEST(Wiring, SaysWhyTwoCannotBeConnected) {
  Bench bench;
  bench.open_example();
  QSignalSpy messages(&bench.canvas, &Canvas::message);
  bench.canvas.set_tool(ToolKind::connect);
  const Architecture before = bench.architecture();
  const auto refused = [&](const char* caller, const char* callee) {
    messages.clear();
    bench.drag(bench.middle_of(caller), bench.middle_of(callee));
    return bench.architecture() == before && !messages.isEmpty() && !messages.back().front().toString().isEmpty();
  };
  EXPECT_TRUE(refused("web-1", "users-1"));
  EXPECT_TRUE(refused("lb-1", "web-1")) << "there is one already";
}

TEST(Wiring, EscapeGivesItUp) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  bench.canvas.set_tool(ToolKind::connect);
  bench.pull(bench.middle_of("web-1"), bench.middle_of("web-2"));
  bench.key(Qt::Key_Escape);
  QTest::mouseRelease(&bench.canvas, Qt::LeftButton, {}, bench.middle_of("web-2"));
  bench.click(bench.middle_of("web-1"));
  bench.key(Qt::Key_Escape);
  EXPECT_EQ(bench.canvas.tool(), ToolKind::connect);
  bench.key(Qt::Key_Escape);
  EXPECT_EQ(bench.canvas.tool(), ToolKind::select);
  bench.click(bench.middle_of("web-2"));
  EXPECT_EQ(bench.architecture(), before);
}

TEST(Wiring, ForgetsACallerThatIsGone) {
  Bench bench;
  bench.open_example();
  bench.canvas.set_tool(ToolKind::connect);
  bench.click(bench.middle_of("web-1"));
  const QPoint other = bench.middle_of("web-2");
  bench.document.apply(remove(bench.architecture(), std::vector<ElementId>{bench.component("web-1")}), "Delete");
  const Architecture before = bench.architecture();
  bench.canvas.grab();
  QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, other);
  EXPECT_EQ(bench.architecture(), before);
}

TEST(Dragging, MovesIntoAndOutOfAnAreaInOneStepEach) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  bench.drag(bench.middle_of("lb-1"), bench.on_widget({520, 320}));
  EXPECT_EQ(find_component(bench.architecture(), "lb-1")->area, find_area(bench.architecture(), "zone-1")->id);
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
  bench.drag(bench.middle_of("lb-1"), bench.on_widget({240, 60}));
  EXPECT_EQ(find_component(bench.architecture(), "lb-1")->area, AreaId());
  EXPECT_EQ(bench.document.undo_stack().count(), 2);
  bench.document.undo_stack().undo();
  bench.document.undo_stack().undo();
  EXPECT_EQ(bench.architecture(), before);
}

TEST(Dragging, AnAreaTakesAlongWhatIsInIt) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  const QPoint title = bench.on_widget({500, 50});
  bench.drag(title, title + QPoint(0, 80));
  const double moved = bench.architecture().areas.front().at.y - before.areas.front().at.y;
  EXPECT_GT(moved, 0);
  EXPECT_EQ(find_component(bench.architecture(), "web-2")->at.y, find_component(before, "web-2")->at.y + moved);
  EXPECT_EQ(find_component(bench.architecture(), "lb-1")->at, find_component(before, "lb-1")->at);
}

TEST(Dragging, EscapeLeavesEverythingWhereItWas) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  bench.pull(bench.middle_of("lb-1"), {500, 600});
  bench.canvas.grab();
  bench.key(Qt::Key_Escape);
  QTest::mouseRelease(&bench.canvas, Qt::LeftButton, {}, {500, 600});
  EXPECT_EQ(bench.architecture(), before);
  EXPECT_EQ(bench.document.undo_stack().count(), 0);
}

TEST(Dragging, SurvivesThatTheLayoutChangesUnderIt) {
  Bench bench;
  bench.open_example();
  for (const auto& meanwhile : std::vector<std::function<void()>>{
           [&] { bench.document.apply(remove(bench.architecture(), bench.canvas.selection()), "Delete"); },
           [&] { bench.document.undo_stack().undo(); },
           [&] { bench.document.reset({}, {}); },
       }) {
    bench.pull(bench.middle_of("lb-1"), {500, 600});
    meanwhile();
    const Architecture then = bench.architecture();
    bench.move_to({480, 580}, Qt::LeftButton);
    bench.canvas.grab();
    QTest::mouseRelease(&bench.canvas, Qt::LeftButton, {}, {480, 580});
    EXPECT_EQ(bench.architecture(), then);
  }
}

TEST(Resizing, ByACornerLetsGoOfWhatIsNoLongerInside) {
  Bench bench;
  bench.open_example();
  const Area before = bench.architecture().areas.front();
  bench.canvas.select({before.id});
  const QPointF corner(before.at.x + before.at.width, before.at.y + before.at.height);
  bench.drag(bench.on_widget(corner), bench.on_widget(corner - QPointF(0, 160)));
  EXPECT_LT(bench.architecture().areas.front().at.height, before.at.height);
  EXPECT_EQ(find_component(bench.architecture(), "web-1")->area, before.id);
  EXPECT_EQ(find_component(bench.architecture(), "web-2")->area, AreaId());
  bench.document.undo_stack().undo();
  EXPECT_EQ(bench.architecture().areas.front(), before);
}

TEST(Selecting, TabGoesThroughTheComponents) {
  Bench bench;
  bench.open_example();
  bench.canvas.activateWindow();
  bench.canvas.setFocus();
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.canvas.hasFocus(); }, patience_ms));
  std::vector<ElementId> seen;
  for (std::size_t i = 0; i < bench.architecture().components.size(); ++i) {
    bench.key(Qt::Key_Tab);
    ASSERT_EQ(bench.canvas.selection().size(), 1u);
    seen.push_back(bench.canvas.selection().front());
  }
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], ElementId{bench.architecture().components[i].id});
}

TEST(Nudging, InARowIsOneStep) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  bench.canvas.select({bench.component("web-1")});
  for (int i = 0; i < 3; ++i) bench.key(Qt::Key_Right);
  bench.key(Qt::Key_Up, Qt::ShiftModifier);
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
  const Point now = find_component(bench.architecture(), "web-1")->at;
  const Point then = find_component(before, "web-1")->at;
  EXPECT_GT(now.x, then.x);
  EXPECT_EQ(now.y, then.y - 1);
  bench.canvas.select({bench.component("web-2")});
  bench.key(Qt::Key_Left);
  EXPECT_EQ(bench.document.undo_stack().count(), 2);
  bench.document.undo_stack().undo();
  bench.document.undo_stack().undo();
  EXPECT_EQ(bench.architecture(), before);
}

TEST(RenamingInPlace, BeginsWithADoubleClickAndEndsWithEnter) {
  Bench bench;
  bench.open_example();
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, bench.middle_of("web-1"));
  auto* const field = bench.canvas.findChild<QLineEdit*>();
  ASSERT_NE(field, nullptr);
  field->setText("lb-1");
  QTest::keyClick(field, Qt::Key_Return);
  EXPECT_EQ(bench.document.undo_stack().count(), 0) << "that name is taken";
  ASSERT_TRUE(field->isVisible());
  field->setText("front");
  QTest::keyClick(field, Qt::Key_Return);
  EXPECT_TRUE(bench.component("front"));
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
}

TEST(RenamingInPlace, EscapeKeepsTheName) {
  Bench bench;
  bench.open_example();
  bench.canvas.edit_in_place(bench.component("web-1"));
  auto* const field = bench.canvas.findChild<QLineEdit*>();
  ASSERT_NE(field, nullptr);
  field->setText("front");
  QTest::keyClick(field, Qt::Key_Escape);
  EXPECT_TRUE(bench.component("web-1"));
  EXPECT_EQ(bench.document.undo_stack().count(), 0);
}

TEST(RenamingInPlace, SurvivesThatTheElementGoes) {
  Bench bench;
  bench.open_example();
  const ElementId note = bench.architecture().notes.front().id;
  bench.canvas.edit_in_place(note);
  auto* const text = bench.canvas.findChild<QPlainTextEdit*>();
  ASSERT_NE(text, nullptr);
  bench.document.apply(remove(bench.architecture(), std::vector{note}), "Delete");
  const Architecture then = bench.architecture();
  text->setPlainText("Too late");
  QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
  EXPECT_EQ(bench.architecture(), then);
}

TEST(Zooming, ByTheWheelKeepsThePlaceUnderThePointer) {
  Bench bench;
  bench.open_example();
  const QPointF at(700, 200);
  const QPointF place = bench.canvas.viewport().to_canvas(at);
  for (const int turn : {120, 120, -120, 120 * 40, -120 * 80}) {
    QWheelEvent wheel(at, bench.canvas.mapToGlobal(at), {}, QPoint(0, turn), Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&bench.canvas, &wheel);
    const QPointF now = bench.canvas.viewport().to_canvas(at);
    EXPECT_NEAR(now.x(), place.x(), 1e-6);
    EXPECT_NEAR(now.y(), place.y(), 1e-6);
    EXPECT_GE(bench.canvas.viewport().zoom(), least_zoom);
    EXPECT_LE(bench.canvas.viewport().zoom(), most_zoom);
  }
}

/// Runs the layout and waits until it is well under way.
bool is_under_way(Bench& bench) {
  bench.live_run.run();
  return QTest::qWaitFor([&] { return bench.live_run.now() > milliseconds(300); }, patience_ms);
}

TEST(Breaking, CutsAWireByOneClickAndMendsItByTheNext) {
  Bench bench;
  bench.open_example();
  ASSERT_TRUE(is_under_way(bench));
  bench.canvas.set_tool(ToolKind::break_things);
  const Link& wire = *find_link(bench.architecture(), bench.component("users-1"), bench.component("lb-1"));
  const QPoint on_wire = bench.on_widget(bench.canvas.routes().path_of(wire.id).pointAtPercent(0.5));
  bench.click(on_wire);
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.has_happened(ActionKind::cut); }, patience_ms));
  bench.click(on_wire);
  EXPECT_TRUE(QTest::qWaitFor([&] { return bench.has_happened(ActionKind::mend); }, patience_ms));
}

TEST(Breaking, HitsAllThatIsInAnArea) {
  Bench bench;
  bench.open_example();
  ASSERT_TRUE(is_under_way(bench));
  bench.canvas.set_tool(ToolKind::break_things);
  bench.click(bench.on_widget({500, 50}));
  for (const char* name : {"web-1", "web-2"})
    EXPECT_TRUE(QTest::qWaitFor([&] { return bench.live_run.state_of(bench.component(name)) == ComponentState::dead; },
                                patience_ms))
        << name;
  EXPECT_EQ(bench.live_run.state_of(bench.component("lb-1")), ComponentState::up);
}

TEST(Breaking, BeforeTheRunIsDoneAtItsStart) {
  Bench bench;
  bench.open_example();
  bench.canvas.set_tool(ToolKind::break_things);
  bench.click(bench.middle_of("web-1"));
  ASSERT_TRUE(is_under_way(bench));
  ASSERT_TRUE(bench.has_happened(ActionKind::kill));
  EXPECT_EQ(bench.live_run.happened().front().at, Duration());
}

TEST(Breaking, LeavesTheLayoutAndBareCanvasAlone) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  ASSERT_TRUE(is_under_way(bench));
  bench.canvas.set_tool(ToolKind::break_things);
  bench.click({3, 3});
  bench.click(bench.middle_of("users-1"));
  bench.drag(bench.middle_of("web-1"), {500, 600});
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.has_happened(ActionKind::kill); }, patience_ms));
  const auto& happened = bench.live_run.happened();
  EXPECT_TRUE(std::all_of(happened.begin(), happened.end(), [&](const Event& event) {
    return !event.action || event.action->target == ElementId{bench.component("web-1")};
  })) << "people are not killed";
  EXPECT_EQ(bench.architecture(), before);
}

}  // namespace
}  // namespace loadframe
