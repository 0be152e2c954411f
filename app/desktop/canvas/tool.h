#pragma once

#include "architecture/architecture.h"

#include <QCursor>
#include <QKeyEvent>
#include <QPainter>
#include <QPointF>
#include <memory>

namespace loadframe {

class Canvas;

/// Where the pointer is.
struct Pointer {
  QPointF at;  ///< in canvas units
  QPointF on_widget;
  Qt::KeyboardModifiers modifiers = Qt::NoModifier;

  bool adds() const { return modifiers & (Qt::ShiftModifier | Qt::ControlModifier); }
  bool snaps() const { return !(modifiers & Qt::ControlModifier); }
  bool duplicates() const { return modifiers & Qt::AltModifier; }
  bool keeps_to_axis() const { return modifiers & Qt::ShiftModifier; }
};

/// What a press of the left button began: it sees the pointer until the release, or is cancelled by Escape.
class Gesture {
public:
  virtual ~Gesture() = default;
  virtual void move(const Pointer& pointer) = 0;
  virtual void release(const Pointer& pointer) = 0;
  virtual void cancel() {}
  /// Paints over the canvas, in its units.
  virtual void paint(QPainter& painter) const { static_cast<void>(painter); }
};

/// What the left button and the keys do on the canvas in one mode.
class Tool {
public:
  explicit Tool(Canvas& canvas) : canvas_(canvas) {}
  virtual ~Tool() = default;

  /// The left button went down; the gesture that begins with it, if any.
  virtual std::unique_ptr<Gesture> press(const Pointer& pointer) = 0;
  virtual void double_click(const Pointer& pointer) { static_cast<void>(pointer); }
  /// The pointer moves with no button down.
  virtual void hover(const Pointer& pointer) = 0;
  /// The pointer has left the canvas.
  virtual void leave() {}
  /// Enter on an element; returns whether that means anything.
  virtual bool activate(const ElementId& element) = 0;
  /// Escape; returns whether there was something to give up.
  virtual bool cancel() { return false; }
  virtual void paint(QPainter& painter) const { static_cast<void>(painter); }

protected:
  Canvas& canvas_;
};

}  // namespace loadframe
