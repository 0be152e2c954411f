#include "canvas/link_splitting.h"

#include "architecture/inserting.h"
#include "canvas/canvas.h"
#include "diagram/geometry.h"
#include "diagram/routing.h"

#include <algorithm>

namespace loadframe {

namespace {

constexpr double reach = 16;  ///< of a dropped component to a link, on the widget

/// The link under a point where nothing but areas is.
template <class Objects>
LinkId nearest_link(const Canvas& canvas, const Architecture& architecture, QPointF at, Objects objects) {
  const ElementId element = element_at(architecture, canvas.settled_routes(), at, reach / canvas.viewport().zoom());
  const auto* const link = std::get_if<LinkId>(&element);
  return link && !objects(*link) ? *link : LinkId{};
}

}  // namespace

LinkId link_to_split(const Canvas& canvas, QPointF at, const PaletteItem& item) {
  const auto* const kind = std::get_if<Kind>(&item);
  if (!kind) return {};
  const Architecture& architecture = canvas.architecture();
  return nearest_link(canvas, architecture, at,
                      [&](LinkId link) { return objection_to_insert(architecture, link, *kind).has_value(); });
}

LinkId link_to_split(const Canvas& canvas, QPointF at, ComponentId moved) {
  const Architecture& architecture = canvas.architecture();
  const bool has_links = std::any_of(architecture.links.begin(), architecture.links.end(), [moved](const Link& link) {
    return link.caller == moved || link.callee == moved;
  });
  if (has_links) return {};
  // As it would be without the component, which may lie over the link already.
  Architecture without = architecture;
  std::erase_if(without.components, [moved](const Component& component) { return component.id == moved; });
  return nearest_link(canvas, without, at,
                      [&](LinkId link) { return objection_to_insert(architecture, link, moved).has_value(); });
}

void paint_link_to_split(QPainter& painter, const Canvas& canvas, const Link& link) {
  const QPainterPath path = canvas.settled_routes().path_of(link.id);
  const double thin = 1 / canvas.viewport().zoom();
  QColor halo = canvas.theme().accent;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(halo, 3 * thin, Qt::SolidLine, Qt::RoundCap));
  painter.drawPath(path);
  halo.setAlphaF(0.25F);
  painter.setPen(QPen(halo, 11 * thin, Qt::SolidLine, Qt::RoundCap));
  painter.drawPath(path);
}

QString text_of_split(const Architecture& architecture, const Link& link) {
  return Canvas::tr("Insert between %1 and %2")
      .arg(QString::fromStdString(name_of(architecture, link.caller)),
           QString::fromStdString(name_of(architecture, link.callee)));
}

}  // namespace loadframe
