#pragma once

#include "canvas/tool.h"

#include "architecture/faults.h"

#include <optional>

namespace loadframe {

/// A click kills what works and restarts what does not; on links it cuts and mends.
class BreakTool : public Tool {
public:
  using Tool::Tool;

  std::unique_ptr<Gesture> press(const Pointer& pointer) override;
  void hover(const Pointer& pointer) override;
  void leave() override;
  bool activate(const ElementId& element) override;
  void paint(QPainter& painter) const override;

private:
  /// What a click on the element does now; none where it does nothing.
  std::optional<Action> action_for(const ElementId& element) const;

  ElementId hovered_;
};

}  // namespace loadframe
