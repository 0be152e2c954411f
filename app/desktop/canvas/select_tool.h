#pragma once

#include "canvas/tool.h"

#include <QRectF>

namespace loadframe {

/// Selects, moves, resizes, renames, and pulls wires from components' edges.
class SelectTool : public Tool {
public:
  using Tool::Tool;

  std::unique_ptr<Gesture> press(const Pointer& pointer) override;
  void double_click(const Pointer& pointer) override;
  void hover(const Pointer& pointer) override;
  void leave() override;
  bool activate(const ElementId& element) override;
  bool cancel() override;
  void paint(QPainter& painter) const override;

private:
  /// The component from whose connection handle a wire would begin there.
  ComponentId wire_source_at(const Pointer& pointer) const;
  /// Areas are grabbed by their title and border, so that one can also select within them.
  bool is_grabbed(const ElementId& element, const Pointer& pointer) const;

  ComponentId hovered_;
  bool on_handle_ = false;
};

}  // namespace loadframe
