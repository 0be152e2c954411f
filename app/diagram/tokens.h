#pragma once

#include "architecture/architecture.h"
#include "diagram/live_cache.h"
#include "diagram/theme.h"

#include <QPainter>
#include <QString>

#include <optional>
#include <span>
#include <vector>

/// Single calls that are followed: numbered discs, on wires and at the components that they are at.
namespace loadframe {

struct Token {
  std::uint32_t request = 0;
  QString label;        ///< the request's number, for people
  LinkId link;          ///< that it travels on; none: it is at the component
  double progress = 0;  ///< 0 at the caller, 1 at the callee
  ComponentId component;
  /// Told apart by shape and filling, not by colour alone.
  enum class Look : std::uint8_t {
    travelling,
    answer,
    failed,
    queued,
    working,
    downstream,
    stuck
  } look = Look::travelling;
  bool abandoned = false;  ///< nobody waits for it any more
  bool chosen = false;
};

/// Where each token is, in canvas units; none for those that are nowhere to be seen. Those at a component stand in a
/// row on its lower edge. @param cache brought up to date with the architecture
std::vector<std::optional<QPointF>> places_of(std::span<const Token> tokens, const Architecture& architecture,
                                              const LiveCache& cache, double scale);

/// In canvas units: about the same on the screen at every zoom.
double token_radius(double scale);

void paint_token(QPainter& painter, const Theme& theme, const Token& token, QPointF center, double radius);

void paint_tokens(QPainter& painter, const Architecture& architecture, const Theme& theme,
                  std::span<const Token> tokens, const LiveCache& cache, double scale);

}  // namespace loadframe
