#pragma once

#include "appearance.h"
#include "architecture/editing.h"
#include "canvas/canvas.h"
#include "diagram/geometry.h"
#include "document.h"
#include "live/live_run.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>

#include <algorithm>

/// A canvas with its document and run, as in the window, for tests to use as a person would.
namespace loadframe {

constexpr int patience_ms = 20'000;

struct Bench {
  Appearance appearance{*qApp};
  Document document;
  LiveRun live_run;
  Canvas canvas{document, live_run, appearance};

  Bench() {
    QObject::connect(&document, &Document::changed, &canvas, [this](const Change& change) {
      if (affects_simulation(change)) live_run.set_architecture(document.architecture(), true);
    });
    QObject::connect(&document, &Document::replaced, &canvas,
                     [this] { live_run.set_architecture(document.architecture(), false); });
    canvas.resize(1000, 700);
    canvas.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&canvas));
  }

  const Architecture& architecture() const { return document.architecture(); }

  /// One of each kind of component and area.
  void add_one_of_each_kind() {
    for (const KindDescription& kind : kinds())
      document.apply(add_component(architecture(), *kind_from_key(kind.key), {0, 0}), "Add");
    for (const AreaKindDescription& kind : area_kinds())
      document.apply(add_area(architecture(), *area_kind_from_key(kind.key), {0, 0, 100, 100}), "Add");
  }

  ComponentId component(const char* name) const {
    const Component* const found = find_component(architecture(), name);
    return found ? found->id : ComponentId{};
  }

  /// Opens a layout: users, a balancer and two servers in a zone, wired; and a note.
  void open_example() {
    Architecture layout;
    const auto add = [&layout](Kind kind, Point at) { apply(add_component(layout, kind, at), layout); };
    const auto wire = [&layout](const char* caller, const char* callee) {
      apply(connect(layout, find_component(layout, caller)->id, find_component(layout, callee)->id), layout);
    };
    apply(add_area(layout, AreaKind::zone, {400, 40, 240, 320}), layout);
    add(Kind::users, {0, 160});
    add(Kind::load_balancer, {200, 160});
    add(Kind::server, {440, 80});
    add(Kind::server, {440, 240});
    wire("users-1", "lb-1");
    wire("lb-1", "web-1");
    wire("lb-1", "web-2");
    apply(add_note(layout, "Note", {0, 320, 160, 72}), layout);
    document.reset(layout, {});
  }

  void drag_in(const QMimeData& data, QPoint on_widget) {
    QDragEnterEvent enter(on_widget, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&canvas, &enter);
    QDragMoveEvent move(on_widget, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&canvas, &move);
  }

  void drop(const QMimeData& data, QPoint on_widget) {
    drag_in(data, on_widget);
    QDropEvent event(on_widget, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&canvas, &event);
  }

  void drop(const QByteArray& what, QPoint on_widget) {
    QMimeData data;
    data.setData(QStringLiteral("application/x-loadframe-kind"), what);
    drop(data, on_widget);
  }

  QPoint on_widget(QPointF on_canvas) const { return canvas.viewport().to_widget(on_canvas).toPoint(); }

  /// The middle of a component or area on the widget.
  QPoint middle_of(const char* name) const {
    const ElementId element = find_by_name(architecture(), name);
    const Rectangle box = bounds(architecture(), std::vector{element});
    return canvas.viewport().to_widget(QPointF(box.x + box.width / 2, box.y + box.height / 2)).toPoint();
  }

  void click(QPoint at, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseMove(&canvas, at);
    QTest::mouseClick(&canvas, Qt::LeftButton, modifiers, at);
  }

  void move_to(QPoint at, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers modifiers = {}) {
    QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, buttons, modifiers);
    QApplication::sendEvent(&canvas, &move);
  }

  /// Presses and moves, and holds the button.
  void pull(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseMove(&canvas, from);
    QTest::mousePress(&canvas, Qt::LeftButton, modifiers, from);
    for (int i = 1; i <= 8; ++i) move_to(from + (to - from) * i / 8, Qt::LeftButton, modifiers);
  }

  void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
    pull(from, to, modifiers);
    QTest::mouseRelease(&canvas, Qt::LeftButton, modifiers, to);
  }

  void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&canvas, which, modifiers); }

  /// Users, a balancer and two servers, wired.
  void draw_tier() {
    drop("component:users", {150, 350});
    drop("component:load-balancer", {450, 350});
    drop("component:server", {780, 200});
    drop("component:server", {780, 500});
    const auto id = [&](const char* name) { return find_component(architecture(), name)->id; };
    document.apply(connect(architecture(), id("users-1"), id("lb-1")), "Wire");
    document.apply(connect(architecture(), id("lb-1"), id("web-1")), "Wire");
    document.apply(connect(architecture(), id("lb-1"), id("web-2")), "Wire");
  }

  bool has_happened(ActionKind kind) const {
    return std::any_of(live_run.happened().begin(), live_run.happened().end(),
                       [kind](const Event& event) { return event.action && event.action->kind == kind; });
  }
};

}  // namespace loadframe
