#pragma once

#include "architecture/validation.h"
#include "diagram/icons.h"
#include "diagram/theme.h"
#include "simulation/recording.h"

#include <QDeadlineTimer>
#include <QPainter>
#include <memory>
#include <span>
#include <vector>

/// Paints an architecture: the still layer, which changes with the document and the zoom, and the live layer over it.
namespace loadframe {

class LiveCache;
struct Routes;

/// What a run does to the look of a link. It changes seldom, so links belong to the still layer all the same.
struct LinkLook {
  std::uint8_t weight = 0;   ///< 0 to 6: how thick, by the order of magnitude of its traffic
  bool target_down = false;  ///< a balancer sends nothing over it
  bool cut = false;
  friend bool operator==(const LinkLook&, const LinkLook&) = default;
};

/// The looks of all links after a sample, by place in the architecture's links. `before` keeps a link whose traffic
/// hovers at a boundary from flickering: pass what was returned last, or nothing.
std::vector<LinkLook> link_looks(const Architecture& architecture, const Sample& sample,
                                 std::span<const LinkLook> before);

struct StillView {
  std::vector<ElementId> selected;
  std::vector<Finding> findings;  ///< marked on their elements
  std::vector<LinkLook> links;    ///< see link_looks: repaint the still layer when they differ. Empty: nothing runs
  std::shared_ptr<const Routes> routes;  ///< of the architecture; null: found for this painting
  bool grid = true;
  bool live = false;  ///< a run's figures are painted over it: leaves out what they replace (badges, subtitles)
};

/// Areas, links, components and notes. The painter is transformed to canvas units; `scale` is its zoom (1 is
/// 100 %), by which detail is left out. `exposed` is the part to paint, in canvas units.
void paint_still(QPainter& painter, const Architecture& architecture, const Theme& theme, const StillView& view,
                 const QRectF& exposed, double scale);

/// The still layer, painted bit by bit, so that a large one need not hold up a frame. It shares what it paints, as it
/// was at the beginning, so that the document may change meanwhile.
class StillPainting {
public:
  /// `exposed` are the parts to paint, in canvas units; the painters' clips are theirs.
  StillPainting(std::shared_ptr<const Architecture> architecture, Theme theme, StillView view,
                std::vector<QRectF> exposed, double scale);
  ~StillPainting();

  /// Paints on until the deadline, but at least one element. Each time the painter may be another one, transformed
  /// and clipped alike. @returns whether all is painted
  bool go_on(QPainter& painter, QDeadlineTimer deadline);

private:
  class Steps;
  std::unique_ptr<Steps> steps_;
};

/// A call on its way, or one that has just failed.
struct Dot {
  LinkId link;
  double progress = 0;  ///< 0 at the caller, 1 at the callee
  enum class Look : std::uint8_t { request, answer, failed, lookup, replication, check } look = Look::request;
  std::uint32_t request = 0;  ///< the observed request that it belongs to
};

/// What the live layer shows of one component beyond its sample.
struct ComponentNews {
  ComponentId id;
  QString text;  ///< "killed 0:41", "web-2 down after 6.0 s"; already translated
  bool is_bad = false;
};

/// A short sign of what has just happened to a component or link.
struct Pulse {
  ElementId element;
  enum class Look : std::uint8_t { dies, comes_back, takes_over } look = Look::dies;
  double progress = 0;  ///< 0 to 1
};

struct LiveView {
  const Sample* sample = nullptr;      ///< none before the first
  const Sample* previous = nullptr;    ///< the one before it, to tell whether queues grow; may be none
  std::vector<ComponentState> states;  ///< by place in the architecture's components; as of now, newer than the sample
  std::span<const Dot> dots;
  std::vector<ComponentNews> news;
  std::shared_ptr<const Routes> routes;  ///< as in StillView
  std::vector<Pulse> pulses;
  LiveCache* cache = nullptr;  ///< see live_cache.h: what stays the same from frame to frame. Without it, each frame
                               ///< works everything out again
};

/// Meters, figures, health and dots, on top of the still layer. `scale` as for paint_still.
/// @returns how many of the dots are in sight: components hide those that pass behind them
std::size_t paint_live(QPainter& painter, const Architecture& architecture, const Theme& theme, const LiveView& view,
                       double scale);

}  // namespace loadframe
