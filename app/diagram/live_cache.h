#pragma once

#include "architecture/architecture.h"
#include "diagram/theme.h"

#include <QHash>
#include <QPixmap>
#include <QPointF>
#include <QStaticText>

#include <optional>
#include <unordered_map>
#include <vector>

namespace loadframe {

/// Points along a link, evenly spaced, so that a dot's place is one interpolation.
class LinkTrack {
public:
  LinkTrack() = default;
  explicit LinkTrack(const QPainterPath& path);

  bool is_empty() const { return points_.empty(); }
  double length() const { return length_; }
  QPointF at(double progress) const;
  /// Components hide it there, as they hide the link itself.
  bool is_covered(double progress) const;
  /// Covers what lies within the boxes.
  void cover(const std::vector<QRectF>& boxes);

private:
  std::vector<QPointF> points_;
  std::vector<bool> covered_;  ///< by point
  double length_ = 0;
};

/// What paint_live would otherwise work out in every frame: the links' curves, where their figures fit, laid-out
/// text and the dots' pictures. Whoever paints frames keeps one and puts it into each LiveView; it finds out by
/// itself when the document, the theme or the zoom has changed.
class LiveCache {
public:
  /// Brings curves and places up to date.
  void follow(const Architecture& architecture);

  /// By place in the architecture's links.
  const std::vector<LinkTrack>& tracks() const { return tracks_; }
  /// With more links than this, they have no figures: they would cover everything.
  static constexpr std::size_t most_links_with_figures = 60;
  /// Where a link's figures fit without covering others' or components; none if nowhere.
  const std::vector<std::optional<QPointF>>& figure_places() const { return figure_places_; }
  std::size_t place_of(LinkId link) const;
  static constexpr std::size_t no_place = static_cast<std::size_t>(-1);

  /// Text laid out in one line, elided to the width.
  const QStaticText& text(const QString& text, const QFont& font, double width);

  /// The picture under a key that holds everything it depends on; null, to be filled in, when it is new.
  QPixmap& picture(const QString& key);

private:
  std::vector<Point> corners_;
  std::vector<std::pair<ComponentId, ComponentId>> ends_;
  std::vector<LinkId> links_;
  std::vector<LinkTrack> tracks_;
  std::vector<std::optional<QPointF>> figure_places_;
  std::unordered_map<std::uint32_t, std::size_t> place_of_link_;
  QHash<QString, QStaticText> texts_;
  QHash<QString, QPixmap> pictures_;
};

}  // namespace loadframe
