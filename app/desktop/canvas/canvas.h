#pragma once

#include "canvas/follow_view.h"
#include "canvas/frame_log.h"
#include "canvas/link_routes.h"
#include "canvas/pulses.h"
#include "canvas/run_view.h"
#include "canvas/still_layer.h"
#include "canvas/tool.h"
#include "canvas/traffic_view.h"
#include "canvas/viewport.h"
#include "diagram/live_cache.h"
#include "document.h"
#include "live/live_run.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>
#include <map>
#include <optional>

namespace loadframe {

class Appearance;
class EmptyHint;
class InlineEditor;
class Legend;
class MessageToast;
class Minimap;
class RequestStory;
class TrafficControl;
class ZoomControl;

enum class ToolKind { select, connect, break_things };

/// Shows the document and the run, and lets people draw, wire and break. All edits go through the document.
class Canvas : public QWidget {
  Q_OBJECT

public:
  Canvas(Document& document, LiveRun& live_run, const Appearance& appearance, QWidget* parent = nullptr);
  ~Canvas() override;

  ToolKind tool() const { return tool_kind_; }
  void set_tool(ToolKind kind);

  const std::vector<ElementId>& selection() const { return selection_; }
  void select(std::vector<ElementId> elements);
  /// Marks elements that were searched for.
  void mark(std::vector<ElementId> elements);
  /// Selects an element and brings it into sight.
  void reveal(const ElementId& element);
  /// Moves the view as little as it takes to show the elements.
  void bring_into_sight(const std::vector<ElementId>& elements);

  /// What tools and gestures work with.
  Document& document() { return document_; }
  const Architecture& architecture() const { return document_.architecture(); }
  LiveRun& live_run() { return live_run_; }
  const RunView& run_view() const { return run_view_; }
  const Theme& theme() const;
  /// Nothing is to move that need not.
  bool reduces_motion() const;
  const Viewport& viewport() const { return viewport_; }
  ElementId element_at(QPointF on_canvas) const;
  /// Of what is shown, by place in its links.
  const Routes& routes() const { return *link_routes_.now(); }
  /// Of the document, without a preview: links do not give way to what is being dragged.
  const Routes& settled_routes() const { return *settled_routes_; }
  LinkStyle link_style() const { return link_routes_.style(); }
  void set_link_style(LinkStyle style);
  Minimap& minimap() { return *minimap_; }

  /// Brings a point of the canvas into the middle.
  void center_on(QPointF on_canvas);
  bool snaps_to_grid() const { return snaps_; }

  /// Shows the document as it would be after a change, until it is applied or withdrawn.
  void preview(const Change& change);
  void withdraw_preview();

  /// Applies the change and selects the elements.
  void apply_and_select(const Change& change, const QString& name, std::vector<ElementId> elements);

  /// A short line about what the pointer is on or why something cannot be done; painted beside it.
  enum class Tone { neutral, good, bad };
  void show_pointer_note(const QString& text, Tone tone, QPointF on_widget);
  void hide_pointer_note();
  void say_locked();
  /// Says something in the canvas's corner for a while.
  void say(const QString& text);

  /// The context menu of an element; none: of the canvas.
  void show_menu(const ElementId& element, QPoint global);

  /// Lets the name of a component or area, or the text of a note, be edited in place.
  void edit_in_place(const ElementId& element);

  /// Adds what the palette calls "component:server", "area:zone" or "note"; `middle` is in canvas units.
  void add(const QString& what, QPointF middle);
  void add_at_center(const QString& what);
  /// Pastes with the top left corner there.
  void paste_at(QPointF on_canvas);

  /// The followed call or dot at a point on the widget; 0 if there is none, or they move too fast to be met.
  std::uint32_t request_at(QPointF on_widget);
  /// Tells the story of a request that is seen there; of none with 0.
  void tell_of_request(std::uint32_t request);
  bool legend_is_shown() const;

public slots:
  /// Shows the traffic request by request, or as a flow.
  void set_following(bool follows);
  void show_legend(bool shown);
  void zoom_in();
  void zoom_out();
  /// Around the middle.
  void zoom_by(double factor);
  void zoom_to_actual_size();
  void zoom_to_fit();
  /// Everything as large as it fits, also beyond 100 %.
  void zoom_to_fill();
  void show_grid(bool shown);
  void set_snapping(bool snaps);
  void remove_selected();
  void copy_selected();
  void cut_selected();
  void paste_clipboard();
  void duplicate_selected();
  void select_all();

signals:
  void selection_changed(const std::vector<loadframe::ElementId>& selection);
  void tool_changed(loadframe::ToolKind tool);
  void zoom_changed(double zoom);
  void legend_shown(bool shown);
  /// Something was said in the canvas's corner.
  void message(const QString& text);
  void example_wanted();

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void timerEvent(QTimerEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  struct PointerNote {
    QString text;
    Tone tone = Tone::neutral;
    QPointF on_widget;
  };

  const Architecture& shown() const { return *shown_; }
  Tool& current_tool() { return *tools_.at(tool_kind_); }
  Pointer pointer_of(const QPointF& on_widget, Qt::KeyboardModifiers modifiers) const;

  void follow_document(const Change& change);
  void start_over();
  void follow_run(const LiveFrame& frame);
  void forget_run();
  void show_moment();
  void run_state_changed();
  void drop_gone_from_selection();
  void set_viewport(const Viewport& viewport);
  void change_zoom(double zoom, QPointF fixed_on_widget);
  void invalidate(const Change& change, const Architecture& before, const Architecture& after);
  void invalidate(const std::vector<ElementId>& elements);
  void invalidate_links(const Routes& before, const Routes& after);
  QRectF drawn_rectangle(const Architecture& architecture, const ElementId& element) const;
  void present(Architecture architecture);
  void begin_frames();
  void show_link_looks();
  void build_traffic_overlays();
  void place_traffic_overlays();
  void paint_followed(QPainter& painter);
  void paint_pointer_note(QPainter& painter) const;
  void paint_drop_preview(QPainter& painter) const;
  void place_overlays();
  bool handle_pinch(QEvent* event);
  void cycle_selection(int step);
  bool nudge(QKeyEvent* event);
  bool go_to_neighbour(int key);
  void drop_picture(QDropEvent& event);
  void paste(const Architecture& extracted, std::optional<QPointF> top_left, const QString& name);
  void paste_content(std::optional<QPointF> top_left);
  void announce_selection();

  Document& document_;
  LiveRun& live_run_;
  const Appearance& appearance_;

  Viewport viewport_;
  StillLayer still_layer_;
  StillView still_view_;
  TrafficView traffic_;
  RunView run_view_;
  FollowView follow_view_;
  Pulses pulses_;
  LiveCache live_cache_;
  FrameLog frame_log_;
  QBasicTimer frame_timer_;
  QElapsedTimer frame_clock_;

  std::map<ToolKind, std::unique_ptr<Tool>> tools_;
  ToolKind tool_kind_ = ToolKind::select;
  std::unique_ptr<Gesture> gesture_;
  std::vector<ElementId> selection_;
  std::vector<ElementId> marked_;
  std::shared_ptr<const Architecture> shown_;  ///< the document, or a preview
  std::optional<Change> previewed_;
  LinkRoutes link_routes_;
  std::shared_ptr<const Routes> settled_routes_;
  QRectF drawn_;  ///< around everything that is shown
  std::optional<PointerNote> pointer_note_;
  bool snaps_ = true;
  int nudge_gesture_ = 0;
  std::vector<ElementId> nudged_;

  struct Panning {
    QPointF from;
    QPointF last;
    Qt::MouseButton button = Qt::NoButton;
    bool moved = false;
  };
  std::optional<Panning> panning_;
  struct Dropping {
    QString what;
    QPointF middle;
    LinkId onto;  ///< that it would split
  };
  std::optional<Dropping> dropping_;
  int pastes_in_a_row_ = 0;
  bool shows_focus_ = false;  ///< the keyboard brought the focus here
  bool fits_ = true;          ///< shows everything, and goes on to when the widget's size changes
  bool plays_step_ = false;   ///< paused, and what a single step or an action has set going is still moving
  bool moves_dots_ = false;   ///< likewise, the hops of a step

  EmptyHint* empty_hint_ = nullptr;
  Minimap* minimap_ = nullptr;
  ZoomControl* zoom_control_ = nullptr;
  MessageToast* toast_ = nullptr;
  TrafficControl* traffic_control_ = nullptr;
  Legend* legend_ = nullptr;
  RequestStory* request_story_ = nullptr;
  InlineEditor* inline_editor_ = nullptr;
};

}  // namespace loadframe
