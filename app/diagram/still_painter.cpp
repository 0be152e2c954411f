#include "diagram/cards.h"
#include "diagram/figures.h"
#include "diagram/geometry.h"
#include "diagram/icons.h"
#include "diagram/link_label.h"
#include "diagram/painter.h"
#include "diagram/pictures.h"
#include "diagram/routing.h"
#include "diagram/text.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

/// The still layer: grid, areas, links, components, notes.
namespace loadframe {

namespace {

constexpr double grid_step = 24;
constexpr double least_grid_scale = 0.4;  ///< below it, the dots would be a grey fog
constexpr double area_radius = 14;
constexpr double note_radius = 8;
constexpr double shadow_reach = 10;
constexpr double outline_name_size = 12;    ///< of areas, on the screen

/// What is painted in which order, and each piece of it.
class StillPainter {
public:
  StillPainter(const Architecture& architecture, const Theme& theme, const StillView& view, std::vector<QRectF> exposed,
               double scale)
      : architecture_(architecture),
        theme_(theme),
        view_(view),
        exposed_(std::move(exposed)),
        scale_(scale),
        detail_(detail_at(scale)),
        routes_(view.routes ? view.routes : routes_of(architecture)),
        selected_(view.selected) {
    std::sort(selected_.begin(), selected_.end());
    for (const Finding& finding : view.findings) {
      if (finding.diagnostic.severity == Severity::note) continue;
      Severity& worst = marks_.try_emplace(finding.element, finding.diagnostic.severity).first->second;
      worst = std::max(worst, finding.diagnostic.severity);
    }
    for (const Area& area : architecture_.areas) outer_first_.emplace_back(depth_of(architecture_, area), &area);
    std::stable_sort(outer_first_.begin(), outer_first_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  /// Paints the next element. @returns whether there was one
  bool paint_next(QPainter& painter) {
    painter_ = &painter;
    std::size_t place = next_++;
    if (place == 0) {
      if (view_.grid && scale_ >= least_grid_scale) paint_grid();
      return true;
    }
    --place;
    if (place < outer_first_.size()) {
      paint_area(*outer_first_[place].second, outer_first_[place].first);
      return true;
    }
    place -= outer_first_.size();
    const std::size_t links = routes_->paths.size();
    if (place < links) {
      paint_link_at(place);
      return true;
    }
    place -= links;
    if (place < links) {
      paint_link_end_at(place);
      return true;
    }
    place -= links;
    if (place < architecture_.components.size()) {
      paint_component(architecture_.components[place]);
      return true;
    }
    place -= architecture_.components.size();
    if (place < outer_first_.size()) {
      if (detail_ == Detail::outline) paint_area_name(*outer_first_[place].second);
      return true;
    }
    place -= outer_first_.size();
    if (place >= architecture_.notes.size()) return false;
    paint_note(architecture_.notes[place]);
    return true;
  }

private:
  bool is_exposed(const QRectF& box) const {
    return std::any_of(exposed_.begin(), exposed_.end(), [&](const QRectF& part) { return part.intersects(box); });
  }

  bool is_selected(const ElementId& element) const {
    return std::binary_search(selected_.begin(), selected_.end(), element);
  }

  /// Zoomed out, small text keeps a size that can be read, up to a limit.
  QFont title_font(int size, int weight) const {
    return diagram_font(std::clamp(static_cast<int>(10 / scale_), size, 2 * size), weight);
  }

  void paint_grid() {
    std::vector<QPointF> points;
    for (const QRectF& part : exposed_) {
      const double first_x = std::floor(part.left() / grid_step) * grid_step;
      const double first_y = std::floor(part.top() / grid_step) * grid_step;
      for (double y = first_y; y <= part.bottom(); y += grid_step)
        for (double x = first_x; x <= part.right(); x += grid_step) points.emplace_back(x, y);
    }
    painter_->setPen(QPen(theme_.grid, std::max(1.6, 1.4 / scale_), Qt::SolidLine, Qt::RoundCap));
    painter_->drawPoints(points.data(), static_cast<int>(points.size()));
  }

  void paint_area(const Area& area, int depth) {
    const QRectF box = rectangle_of(area);
    if (!is_exposed(box.adjusted(-4, -4, 4, 4))) return;
    const bool selected = is_selected(area.id);
    const bool is_host = kind_of(area.settings) == AreaKind::host;
    QPen pen(selected ? theme_.selection : theme_.area_border, selected ? 2 : 1.2,
             is_host ? Qt::SolidLine : Qt::DashLine);
    if (!is_host) pen.setDashPattern({5, 4});
    painter_->setPen(pen);
    painter_->setBrush(depth % 2 == 0 ? theme_.area_fill : theme_.inner_area_fill);
    painter_->drawRoundedRect(box, area_radius, area_radius);
    if (detail_ == Detail::outline) return;  // its name stands over what it holds

    const QFont font = title_font(12, QFont::DemiBold);
    const double height = font.pixelSize() * 1.6;
    const QRectF icon(box.left() + 12, box.top() + 8 + (height - font.pixelSize() * 1.25) / 2, font.pixelSize() * 1.25,
                      font.pixelSize() * 1.25);
    paint_icon(*painter_, icon, description(kind_of(area.settings)).key, theme_.muted_text);
    const QString line = detail_ == Detail::full ? area_line(area) : QString();
    const QFont line_font = diagram_font(11);
    const double line_width = line.isEmpty() ? 0 : width_of(line, line_font) + 12;
    const QRectF title(icon.right() + 6, box.top() + 8, std::max(0.0, box.right() - icon.right() - 20 - line_width),
                       height);
    draw_line(*painter_, title, Qt::AlignLeft, QString::fromStdString(area.name), font, theme_.muted_text);
    if (area.locked) {
      const double after = std::min(width_of(QString::fromStdString(area.name), font), title.width() - 16) + 5;
      paint_lock(QRectF(title.left() + after, title.center().y() - 7, 13, 13));
    }
    if (title.width() > 30)
      draw_line(*painter_, QRectF(box.right() - 14 - line_width, title.top(), line_width, height), Qt::AlignRight, line,
                line_font, theme_.muted_text);
    paint_mark(area.id, QPointF(box.right() - 2, box.top() + 2));
  }

  /// Zoomed far out: as large as text on the screen, over what the area holds, unless another name is there.
  void paint_area_name(const Area& area) {
    const QRectF box = rectangle_of(area);
    const double pixel = 1 / scale_;
    const QFont font = diagram_font(static_cast<int>(std::lround(outline_name_size * pixel)), QFont::DemiBold);
    const QString name = QString::fromStdString(area.name);
    const QSizeF size(width_of(name, font) + 14 * pixel, outline_name_size * 1.7 * pixel);
    if (size.width() > box.width() || size.height() > box.height()) return;
    const QRectF label(QPointF(box.center().x() - size.width() / 2, box.top() + 3 * pixel), size);
    if (std::any_of(names_.begin(), names_.end(), [&](const QRectF& other) { return other.intersects(label); })) return;
    names_.push_back(label);
    if (!is_exposed(label)) return;
    QColor ground = theme_.canvas;
    ground.setAlphaF(0.86F);
    painter_->setPen(Qt::NoPen);
    painter_->setBrush(ground);
    painter_->drawRoundedRect(label, size.height() / 2, size.height() / 2);
    draw_line(*painter_, label, Qt::AlignHCenter, name, font, theme_.text);
  }

  LinkLook look_at(std::size_t place) const { return place < view_.links.size() ? view_.links[place] : LinkLook(); }

  bool is_link_exposed(std::size_t place) const {
    return !routes_->paths[place].isEmpty() && is_exposed(routes_->bounds[place].adjusted(-14, -14, 14, 14));
  }

  double link_width(const LinkLook& look) const { return std::max(least_link_width(), 2 + 0.6 * look.weight); }

  /// On the screen: fainter when far out, where many run side by side.
  double least_link_width() const { return (detail_ == Detail::outline ? 0.8 : 1.1) / scale_; }

  void paint_link_at(std::size_t place) {
    if (!is_link_exposed(place)) return;
    const QPainterPath& path = routes_->paths[place];
    const LinkLook look = look_at(place);
    const double width = link_width(look);
    painter_->setBrush(Qt::NoBrush);
    if (is_selected(routes_->links[place])) {
      QColor halo = theme_.selection;
      halo.setAlphaF(0.4F);
      painter_->setPen(QPen(halo, width + 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      painter_->drawPath(path);
    }
    const bool broken = look.target_down || look.cut;
    QPen pen(broken ? theme_.bad : theme_.link, broken ? std::max(1.1 / scale_, 2.2) : width, Qt::SolidLine,
             Qt::RoundCap, Qt::RoundJoin);
    if (broken) pen.setDashPattern({1.8, 2.6});
    painter_->setPen(pen);
    painter_->drawPath(path);
  }

  /// What no other link may hide: arrows and marks.
  void paint_link_end_at(std::size_t place) {
    if (!is_link_exposed(place)) return;
    const QPainterPath& path = routes_->paths[place];
    const LinkId link = routes_->links[place];
    const LinkLook look = look_at(place);
    const bool broken = look.target_down || look.cut;
    if (detail_ != Detail::outline) paint_arrow_head(path, broken ? theme_.bad : theme_.link, link_width(look));
    const Link& described = architecture_.links[place];
    if (!described.label.empty() && detail_ == Detail::full) paint_link_label(*painter_, theme_, path, described);
    if (look.cut) paint_cut(path.pointAtPercent(0.5));
    if (marks_.contains(link)) paint_mark(link, path.pointAtPercent(0.5));
  }

  void paint_arrow_head(const QPainterPath& path, const QColor& color, double width) {
    // The direction of the curve's last control point: asking the path for points measures all of it each time.
    const QPointF tip = path.currentPosition();
    const QPointF before = path.elementAt(path.elementCount() - 2);
    const double length = std::hypot(tip.x() - before.x(), tip.y() - before.y());
    if (length < 1e-6) return;
    const QPointF along = (tip - before) / length;
    const QPointF across(-along.y(), along.x());
    const double size = 6 + width;
    const std::array head{tip, tip - along * size + across * size * 0.5, tip - along * size - across * size * 0.5};
    painter_->setPen(Qt::NoPen);
    painter_->setBrush(color);
    painter_->drawPolygon(head.data(), static_cast<int>(head.size()));
  }

  /// A gap in the line, with a cross in it.
  void paint_cut(QPointF middle) {
    painter_->setPen(QPen(theme_.bad, 1.5));
    painter_->setBrush(theme_.canvas);
    painter_->drawEllipse(middle, 9, 9);
    painter_->setPen(QPen(theme_.bad, 2.2, Qt::SolidLine, Qt::RoundCap));
    painter_->drawLine(middle + QPointF(-3.5, -3.5), middle + QPointF(3.5, 3.5));
    painter_->drawLine(middle + QPointF(3.5, -3.5), middle + QPointF(-3.5, 3.5));
  }

  void paint_component(const Component& component) {
    const QRectF box = rectangle_of(component);
    if (!is_exposed(box.adjusted(-shadow_reach, -shadow_reach, shadow_reach, 2 * shadow_reach))) return;
    const CardFace face = is_selected(component.id) ? CardFace::selected : CardFace::normal;
    paint_card_face(*painter_, theme_, component, face, detail_);
    paint_card_title(*painter_, theme_, component, 1, scale_);
    const CardLayout layout(box, detail_);
    paint_meter_track(*painter_, theme_, layout.meter);
    if (!view_.live && detail_ == Detail::full)
      draw_line(*painter_, layout.subtitle, Qt::AlignLeft,
                fitting_parts(settings_line(architecture_, component), subtitle_font(), layout.subtitle.width()),
                subtitle_font(), theme_.muted_text);
    if (component.locked) paint_lock(QRectF(box.right() - 20, box.top() + 7, 12, 12));
    paint_mark(component.id, layout.badge);
  }

  /// Not to be moved by hand.
  void paint_lock(const QRectF& box) {
    if (detail_ == Detail::full) paint_icon(*painter_, box, "lock", theme_.muted_text);
  }

  void paint_note(const Note& note) {
    const QRectF box = rectangle_of(note);
    if (!is_exposed(box.adjusted(-4, -4, 4, 4))) return;
    const bool selected = is_selected(note.id);
    painter_->setPen(QPen(selected ? theme_.selection : mixed(theme_.card_border, theme_.busy, 0.4), selected ? 2 : 1));
    painter_->setBrush(mixed(theme_.card, theme_.busy, 0.1));
    painter_->drawRoundedRect(box, note_radius, note_radius);
    paint_note_content(note, box);
    if (note.locked) paint_lock(QRectF(box.right() - 18, box.top() + 6, 12, 12));
  }

  void paint_note_content(const Note& note, const QRectF& box) {
    const QFont font = diagram_font(12);
    QRectF place = box.adjusted(10, 8, -10, -6);
    if (!note.picture.empty()) {
      const double caption = note.text.empty() ? 0 : font.pixelSize() * 1.7;
      paint_picture(*painter_, box.adjusted(4, 4, -4, -4 - caption), note.picture, theme_.muted_text);
      place.setTop(box.bottom() - caption - 2);
    }
    if (detail_ != Detail::outline && !note.text.empty())
      draw_paragraph(*painter_, place, QString::fromStdString(note.text), font, theme_.text);
  }

  void paint_mark(const ElementId& element, QPointF center) {
    const auto mark = marks_.find(element);
    if (mark == marks_.end()) return;
    const bool is_error = mark->second == Severity::error;
    if (view_.live && !is_error) return;
    paint_badge(*painter_, theme_, center, 9, is_error ? Badge::error : Badge::warning);
  }

  QPainter* painter_ = nullptr;
  const Architecture& architecture_;
  const Theme& theme_;
  const StillView& view_;
  const std::vector<QRectF> exposed_;
  const double scale_;
  const Detail detail_;
  const std::shared_ptr<const Routes> routes_;
  std::vector<ElementId> selected_;  ///< sorted
  std::vector<QRectF> names_;        ///< of areas, painted over what they hold
  std::vector<std::pair<int, const Area*>> outer_first_;
  std::map<ElementId, Severity> marks_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<LinkLook> link_looks(const Architecture& architecture, const Sample& sample,
                                 std::span<const LinkLook> before) {
  constexpr double per_decade = 1.3;
  constexpr double stays_within = 0.75;
  std::map<LinkId, const LinkSample*> samples;
  for (const LinkSample& link : sample.links) samples.emplace(link.id, &link);
  std::vector<LinkLook> looks;
  looks.reserve(architecture.links.size());
  for (std::size_t place = 0; place < architecture.links.size(); ++place) {
    const auto found = samples.find(architecture.links[place].id);
    LinkLook& look = looks.emplace_back();
    if (found == samples.end()) continue;
    const LinkSample& link = *found->second;
    look.cut = link.cut;
    look.target_down = link.target_down;
    const double rate = static_cast<double>(link.ok + link.failed) / std::max(1e-9, sample.length.seconds());
    const double weight = rate <= 0 ? 0 : std::clamp(1 + per_decade * std::log10(rate), 0.0, 6.0);
    const bool stays =
        before.size() == architecture.links.size() && std::abs(weight - before[place].weight) < stays_within;
    look.weight = stays ? before[place].weight : static_cast<std::uint8_t>(std::lround(weight));
  }
  return looks;
}

void paint_still(QPainter& painter, const Architecture& architecture, const Theme& theme, const StillView& view,
                 const QRectF& exposed, double scale) {
  painter.setRenderHint(QPainter::Antialiasing);
  StillPainter still(architecture, theme, view, {exposed}, scale);
  while (still.paint_next(painter)) {
  }
}

class StillPainting::Steps {
public:
  Steps(std::shared_ptr<const Architecture> architecture, Theme theme, StillView view, std::vector<QRectF> exposed,
        double scale)
      : architecture_(std::move(architecture)),
        theme_(std::move(theme)),
        view_(std::move(view)),
        painter(*architecture_, theme_, view_, std::move(exposed), scale) {}
  Steps(const Steps&) = delete;

private:
  const std::shared_ptr<const Architecture> architecture_;
  const Theme theme_;
  const StillView view_;

public:
  StillPainter painter;  ///< refers to the others
};

StillPainting::StillPainting(std::shared_ptr<const Architecture> architecture, Theme theme, StillView view,
                             std::vector<QRectF> exposed, double scale)
    : steps_(std::make_unique<Steps>(std::move(architecture), std::move(theme), std::move(view), std::move(exposed),
                                     scale)) {}

StillPainting::~StillPainting() = default;

bool StillPainting::go_on(QPainter& painter, QDeadlineTimer deadline) {
  painter.setRenderHint(QPainter::Antialiasing);
  do {
    if (!steps_->painter.paint_next(painter)) return true;
  } while (!deadline.hasExpired());
  return false;
}

}  // namespace loadframe
