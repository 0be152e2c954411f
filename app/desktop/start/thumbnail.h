#pragma once

#include "canvas/traffic_view.h"
#include "diagram/theme.h"
#include "simulation/simulation.h"

#include <QPixmap>

#include <memory>

namespace loadframe {

/// A small picture of an architecture in which requests move: a simulation of its own, run a little at a time.
class Thumbnail {
public:
  explicit Thumbnail(Architecture architecture);

  const Architecture& architecture() const { return architecture_; }

  /// Lets so much time pass in the picture. Never takes long: a large system moves slowly.
  void advance(double milliseconds);

  void paint(QPainter& painter, const QRect& box, const Theme& theme, double pixel_ratio);

private:
  Architecture architecture_;
  std::unique_ptr<Simulation> simulation_;
  bool can_run_;
  TrafficView traffic_;
  QPixmap still_;
  QString still_theme_;
  QSize still_size_;
};

}  // namespace loadframe
