#pragma once

#include "canvas/tool.h"

#include <QCoreApplication>
#include <QPainterPath>

namespace loadframe {

/// Pulls a wire from a component: onto another component connects them, onto bare canvas offers what could be
/// put there. Components that it can be wired to are outlined.
class WireGesture : public Gesture {
  Q_DECLARE_TR_FUNCTIONS(WireGesture)

public:
  WireGesture(Canvas& canvas, ComponentId caller, const Pointer& start);

  void move(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void cancel() override;
  void paint(QPainter& painter) const override;

  ComponentId caller() const { return caller_; }

private:
  void offer_new_callee(const Pointer& pointer);

  Canvas& canvas_;
  ComponentId caller_;
  QPointF end_;
  ComponentId over_;
  bool allowed_ = false;
  QPainterPath wired_path_;  ///< to what the pointer is over
  std::vector<ComponentId> allowed_callees_;
};

/// Connects, or says why that cannot be. Returns whether it did.
bool connect_components(Canvas& canvas, ComponentId caller, ComponentId callee, QPointF note_on_widget);

}  // namespace loadframe
