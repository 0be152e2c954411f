#pragma once

#include "canvas/tool.h"
#include "canvas/wire_gesture.h"

#include <optional>

namespace loadframe {

/// Wires: press on the caller and release on the callee, or click one after the other.
class ConnectTool : public Tool {
public:
  using Tool::Tool;

  std::unique_ptr<Gesture> press(const Pointer& pointer) override;
  void hover(const Pointer& pointer) override;
  void leave() override;
  bool activate(const ElementId& element) override;
  bool cancel() override;
  void paint(QPainter& painter) const override;

private:
  friend class ConnectGesture;

  std::optional<WireGesture> pending_;  ///< after a click on the caller: the wire follows the pointer
  ComponentId hovered_;
};

}  // namespace loadframe
