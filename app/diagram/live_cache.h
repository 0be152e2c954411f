#pragma once

#include "architecture/architecture.h"
#include "diagram/theme.h"

#include <QHash>
#include <QPixmap>
#include <QPointF>
#include <QStaticText>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace loadframe {

class Obstacles;
struct Routes;

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
  const std::vector<QPointF>& points() const { return points_; }
  /// Covers what lies within the boxes.
  void cover(const Obstacles& boxes);

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
  /// Brings tracks and places up to date.
  /// @param routes of the architecture; null: they are found now
  void follow(const Architecture& architecture, std::shared_ptr<const Routes> routes);

  /// By place in the architecture's links.
  const std::vector<LinkTrack>& tracks() const { return tracks_; }
  /// With more links than this, they have no figures: they would cover everything.
  static constexpr std::size_t most_links_with_figures = 400;
  /// Where a link's figures fit without covering others' or components; none if nowhere.
  const std::vector<std::optional<QPointF>>& figure_places() const { return figure_places_; }
  /// Whether a link leaves or enters a component at the bottom, by place in the architecture's components: it would
  /// run through what is written below.
  bool has_link_below(std::size_t component) const { return component < link_below_.size() && link_below_[component]; }
  std::size_t place_of(LinkId link) const;
  static constexpr std::size_t no_place = static_cast<std::size_t>(-1);

  /// Text laid out in one line, elided to the width.
  const QStaticText& text(const QString& text, const QFont& font, double width);

  /// The picture under a key that holds everything it depends on; null, to be filled in, when it is new.
  QPixmap& picture(const QString& key);

private:
  /// What people wrote on links, by place: figures stay off it.
  static std::vector<std::pair<std::size_t, std::string>> labels_of(const Architecture& architecture);
  void find_figure_places(const Architecture& architecture);
  void find_links_below(const Architecture& architecture);

  std::shared_ptr<const Routes> routes_;  ///< that all of it is made from
  std::vector<std::pair<std::size_t, std::string>> labels_;
  std::vector<LinkTrack> tracks_;
  std::vector<std::optional<QPointF>> figure_places_;
  std::vector<bool> link_below_;
  std::unordered_map<std::uint32_t, std::size_t> place_of_link_;
  QHash<QString, QStaticText> texts_;
  QHash<QString, QPixmap> pictures_;
};

}  // namespace loadframe
