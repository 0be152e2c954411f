#pragma once

#include "architecture/validation.h"
#include "diagram/theme.h"
#include "simulation/recording.h"

#include <QPainter>
#include <span>
#include <vector>

/// Paints an architecture: the still layer, which changes with the document and the zoom, and the live layer over it.
namespace loadframe {

struct StillView {
  std::vector<ElementId> selected;
  std::vector<Finding> findings;  ///< marked on their elements
  bool grid = true;
  bool live = false;  ///< a run's figures are painted over it: leaves out what they replace (badges, subtitles)
};

/// Areas, links, components and notes. The painter is transformed to canvas units; `scale` is its zoom (1 is
/// 100 %), by which detail is left out. `exposed` is the part to paint, in canvas units.
void paint_still(QPainter& painter, const Architecture& architecture, const Theme& theme, const StillView& view,
                 const QRectF& exposed, double scale);

/// A call on its way, or one that has just failed.
struct Dot {
  LinkId link;
  double progress = 0;  ///< 0 at the caller, 1 at the callee
  enum class Look : std::uint8_t { request, answer, failed, lookup, replication, check } look = Look::request;
};

/// What the live layer shows of one component beyond its sample.
struct ComponentNews {
  ComponentId id;
  QString text;          ///< "killed 0:41", "web-2 down after 6.0 s"; already translated
  bool is_bad = false;
};

struct LiveView {
  const Sample* sample = nullptr;  ///< none before the first
  std::vector<ComponentState> states;  ///< by place in the architecture's components; as of now, newer than the sample
  std::span<const Dot> dots;
  std::vector<ComponentNews> news;
};

/// Meters, figures, health and dots, on top of the still layer.
void paint_live(QPainter& painter, const Architecture& architecture, const Theme& theme, const LiveView& view,
                double scale);

/// A kind's or area kind's icon, drawn as lines in one colour: "server", "zone". For palettes, menus and cards.
void paint_icon(QPainter& painter, const QRectF& box, std::string_view key, const QColor& color);

}  // namespace loadframe
