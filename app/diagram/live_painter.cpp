#include "diagram/cards.h"
#include "diagram/dots.h"
#include "diagram/figures.h"
#include "diagram/geometry.h"
#include "diagram/live_cache.h"
#include "diagram/painter.h"
#include "diagram/text.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

/// The live layer: meters, figures, health and dots.
namespace loadframe {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(loadframe::LivePainter)
};

constexpr float overloaded = 0.95F;
constexpr float warm = 0.8F;
constexpr double least_figure_scale = 0.6;  ///< links' rates are left out below it
constexpr double dot_radius = 3.6;
constexpr double card_reach = 60;  ///< how far badges and captions may reach beyond a component's box
constexpr int queue_places = 7;
constexpr float least_queue = 0.2F;  ///< a mean of less is hardly a queue
constexpr double pulse_reach = 30;
constexpr double glow_radius = 7;         ///< of links, on the screen
constexpr double glow_spacing = 3.5;      ///< of its stamps, likewise
constexpr double least_glow_scale = 0.3;  ///< farther out, it narrows
constexpr std::size_t many_dots = 500;    ///< they may be smaller, to be told apart, and move less smoothly

class LivePainter {
public:
  LivePainter(QPainter& painter, const Architecture& architecture, const Theme& theme, const LiveView& view,
              LiveCache& cache, double scale)
      : painter_(painter),
        architecture_(architecture),
        theme_(theme),
        view_(view),
        cache_(cache),
        scale_(scale),
        detail_(detail_at(scale)) {
    if (view.sample)
      for (const ComponentSample& sample : view.sample->components) samples_.emplace(sample.id.value, &sample);
    if (view.previous)
      for (const ComponentSample& sample : view.previous->components) previous_.emplace(sample.id.value, &sample);
    for (const ComponentNews& news : view.news) news_.emplace(news.id.value, &news);
  }

  /// @returns the dots in sight
  std::size_t paint() {
    cache_.follow(architecture_, view_.routes);
    painter_.setRenderHint(QPainter::Antialiasing);
    for (const Pulse& pulse : view_.pulses) paint_pulse(pulse);
    const std::size_t dots = paint_dots();
    if (scale_ >= least_figure_scale) paint_link_figures();
    const QRectF exposed = painter_.worldTransform().inverted().mapRect(QRectF(painter_.viewport()));
    for (std::size_t place = 0; place < architecture_.components.size(); ++place) {
      const QRectF box = rectangle_of(architecture_.components[place]);
      if (exposed.intersects(box.adjusted(-card_reach, -card_reach, card_reach, card_reach))) paint_component(place);
    }
    return dots;
  }

private:
  static const ComponentSample* found(const std::unordered_map<std::uint32_t, const ComponentSample*>& among,
                                      ComponentId id) {
    const auto it = among.find(id.value);
    return it == among.end() ? nullptr : it->second;
  }

  ComponentState state_at(std::size_t place, const ComponentSample* sample) const {
    if (place < view_.states.size()) return view_.states[place];
    return sample ? sample->state : ComponentState::up;
  }

  void draw(const QRectF& box, Qt::AlignmentFlag alignment, const QString& text, const QFont& font,
            const QColor& color) {
    const QStaticText& laid_out = cache_.text(text, font, box.width());
    const QSizeF size = laid_out.size();
    const double free = std::max(0.0, box.width() - size.width());
    painter_.setFont(font);
    painter_.setPen(color);
    painter_.drawStaticText(
        QPointF(box.left() + (alignment == Qt::AlignHCenter ? free / 2 : 0), box.center().y() - size.height() / 2),
        laid_out);
  }

  void paint_component(std::size_t place) {
    const Component& component = architecture_.components[place];
    const ComponentSample* sample = found(samples_, component.id);
    const ComponentState state = state_at(place, sample);
    const CardLayout layout(rectangle_of(component), detail_);
    const bool is_overloaded = state == ComponentState::up && sample && sample->utilisation >= overloaded;
    if (state != ComponentState::up || is_overloaded) paint_condition(component, layout, state);
    if (state == ComponentState::up && sample) paint_meter(layout.meter, sample->utilisation);
    if (detail_ == Detail::full) {
      if (sample) paint_queue(component, layout.box, sample->queue);
      paint_subtitle(component, layout, state, sample);
      if (state == ComponentState::up) paint_caption(place, layout, sample);  // the dead say so on their cards
    }
    if (sample && sample->speed < 1 && state == ComponentState::up && detail_ != Detail::outline)
      paint_speed(layout, *sample);
    if (state == ComponentState::dead) paint_badge(painter_, theme_, layout.badge, badge_radius, Badge::dead);
    if (state == ComponentState::hung) paint_badge(painter_, theme_, layout.badge, badge_radius, Badge::hung);
    if (state == ComponentState::booting) paint_badge(painter_, theme_, layout.badge, badge_radius, Badge::booting);
  }

  /// Dead, hanging, booting and overloaded components differ in border and filling, not by colour alone.
  void paint_condition(const Component& component, const CardLayout& layout, ComponentState state) {
    QPen pen(theme_.busy, 2);
    QBrush filling(Qt::NoBrush);
    if (state == ComponentState::dead) {
      pen.setColor(theme_.bad);
      QColor veil = theme_.card;
      veil.setAlphaF(0.9F);
      painter_.setPen(Qt::NoPen);
      painter_.setBrush(veil);
      painter_.drawRoundedRect(layout.box, card_radius, card_radius);
      paint_card_title(painter_, theme_, component, 0.45, scale_);
      QColor hatch = theme_.bad;
      hatch.setAlphaF(0.16F);
      filling = QBrush(stripes(hatch));
      filling.setTransform(QTransform::fromScale(1 / (scale_ * ratio()), 1 / (scale_ * ratio())));
    } else if (state == ComponentState::booting) {
      pen.setColor(theme_.accent);
      pen.setDashPattern({3, 3});
    } else if (state == ComponentState::hung) {
      pen.setDashPattern({6, 2});
      QColor tint = theme_.busy;
      tint.setAlphaF(0.10F);
      filling = tint;
    }
    if (detail_ == Detail::outline) pen.setWidthF(6);
    painter_.setPen(pen);
    painter_.setBrush(filling);
    painter_.drawRoundedRect(layout.box, card_radius, card_radius);
  }

  double ratio() const { return painter_.device()->devicePixelRatio(); }

  /// A texture that repeats without a seam.
  const QPixmap& stripes(const QColor& color) {
    QPixmap& picture =
        cache_.picture(QStringLiteral("stripes ") + color.name(QColor::HexArgb) + QString::number(ratio()));
    if (!picture.isNull()) return picture;
    const int size = static_cast<int>(std::lround(12 * ratio()));
    picture = QPixmap(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, size / 3.4));
    for (const int shift : {-size, 0, size})
      painter.drawLine(QPointF(shift - 2.0, size + 2.0), QPointF(shift + size + 2.0, -2.0));
    return picture;
  }

  void paint_meter(const QRectF& track, float utilisation) {
    if (utilisation <= 0.004F) return;
    const double share = std::min(1.0, static_cast<double>(utilisation));
    QRectF filled = track;
    filled.setWidth(std::max(track.height(), track.width() * share));
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(utilisation >= overloaded ? theme_.bad : utilisation >= warm ? theme_.busy : theme_.good);
    painter_.drawRoundedRect(filled, track.height() / 2, track.height() / 2);
  }

  /// A queue fills up along the left edge: by its order of magnitude, full where the backlog is.
  void paint_queue(const Component& component, const QRectF& box, float waiting) {
    if (waiting < least_queue) return;
    const double room = std::max(1.0, static_cast<double>(backlog_of(component)));
    const double level = std::log1p(static_cast<double>(waiting)) / std::log1p(room);
    const int filled = std::clamp(static_cast<int>(std::ceil(level * queue_places)), 1, queue_places);
    const double pitch = (box.height() - 2 * card_radius) / queue_places;
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(filled == queue_places ? theme_.bad : theme_.busy);
    for (int place = 0; place < filled; ++place) {
      const double bottom = box.bottom() - card_radius - place * pitch;
      painter_.drawRoundedRect(QRectF(box.left() + 2.5, bottom - pitch + 1, 5, pitch - 2), 1.5, 1.5);
    }
  }

  /// Death spreads as a ring and breaks what is wired to it; who takes over glows along the wire.
  void paint_pulse(const Pulse& pulse) {
    const double fading = 1 - pulse.progress;
    QColor color = pulse.look == Pulse::Look::dies         ? theme_.bad
                   : pulse.look == Pulse::Look::comes_back ? theme_.good
                                                           : theme_.accent;
    if (const auto* const link = std::get_if<LinkId>(&pulse.element)) {
      const std::size_t place = cache_.place_of(*link);
      if (place == LiveCache::no_place || cache_.tracks()[place].is_empty()) return;
      const bool spreads = pulse.look == Pulse::Look::takes_over;
      const double end = spreads ? std::min(1.0, pulse.progress * 2.5) : 1.0;
      paint_glow(cache_.tracks()[place], end, color, fading);
      return;
    }
    const QRectF box = rectangle_of(architecture_, pulse.element);
    if (box.isEmpty()) return;
    for (const double lag : {0.0, 0.25}) {
      const double progress = std::clamp((pulse.progress - lag) / (1 - lag), 0.0, 1.0);
      if (progress <= 0) continue;
      const double spread = pulse_reach * (1 - (1 - progress) * (1 - progress));
      color.setAlphaF(static_cast<float>(0.8 * (1 - progress)));
      painter_.setPen(QPen(color, 3));
      painter_.setBrush(Qt::NoBrush);
      painter_.drawRoundedRect(box.adjusted(-spread, -spread, spread, spread), card_radius + spread,
                               card_radius + spread);
    }
  }

  /// Light on a link, from its caller so far, 0 to 1. Stamped like dots: as a wide translucent stroke, the eighty links
  /// of a large tier would take several frames.
  void paint_glow(const LinkTrack& track, double until, const QColor& color, double opacity) {
    const double narrowing = std::min(1.0, scale_ / least_glow_scale);
    const double radius = glow_radius * narrowing * ratio();
    const auto cell = static_cast<int>(std::ceil(2 * radius));
    const QPixmap& light = glow_picture(color, radius, cell);
    const QTransform to_widget = painter_.worldTransform();
    const QRectF sight = QRectF(painter_.viewport()).adjusted(-cell, -cell, cell, cell);
    const double spacing = glow_spacing * narrowing / (scale_ * std::max(track.length(), 1.0));
    std::vector<QPainter::PixmapFragment> stamps;
    for (double progress = 0; progress <= until; progress += spacing) {
      if (track.is_covered(progress)) continue;
      const QPointF at = to_widget.map(track.at(progress));
      if (!sight.contains(at)) continue;
      stamps.push_back(QPainter::PixmapFragment::create(
          QPointF((at * ratio()).toPoint()) / ratio(), QRectF(0, 0, cell, cell), 1 / ratio(), 1 / ratio(), 0, opacity));
    }
    stamp(stamps, light, false);
  }

  /// So faint that the stamps of a link add up to its glow.
  const QPixmap& glow_picture(QColor color, double radius, int cell) {
    QPixmap& light = cache_.picture(QStringLiteral("glow ") + color.name() + QString::number(radius));
    if (!light.isNull()) return light;
    light = QPixmap(cell, cell);
    light.fill(Qt::transparent);
    QRadialGradient fading(QPointF(cell, cell) / 2, radius);
    for (const auto& [at, alpha] : {std::pair(0.0, 0.32F), std::pair(0.5, 0.2F), std::pair(1.0, 0.0F)}) {
      color.setAlphaF(alpha);
      fading.setColorAt(at, color);
    }
    QPainter painter(&light);
    painter.fillRect(light.rect(), fading);
    return light;
  }

  /// @param smoothly between the pixels, at the price of resampling
  void stamp(const std::vector<QPainter::PixmapFragment>& fragments, const QPixmap& pictures, bool smoothly) {
    painter_.save();
    painter_.resetTransform();
    painter_.setRenderHint(QPainter::SmoothPixmapTransform, smoothly);
    painter_.drawPixmapFragments(fragments.data(), static_cast<int>(fragments.size()), pictures);
    painter_.restore();
  }

  void paint_subtitle(const Component& component, const CardLayout& layout, ComponentState state,
                      const ComponentSample* sample) {
    QString text;
    QColor color = theme_.muted_text;
    switch (state) {
      case ComponentState::up:
        text = fitting_parts(sample ? activity_line(architecture_, component, *sample, view_.sample->length)
                                    : settings_line(architecture_, component),
                             subtitle_font(), layout.subtitle.width());
        if (sample && sample->instances < nodes_of(component)) color = theme_.bad_text;
        break;
      case ComponentState::booting:
        text = Words::tr("booting");
        color = theme_.accent;
        break;
      case ComponentState::hung:
        text = Words::tr("hangs");
        color = theme_.busy_text;
        break;
      case ComponentState::dead:
        text = Words::tr("dead");
        color = theme_.bad_text;
        break;
    }
    if (const auto news = news_.find(component.id.value); state != ComponentState::up && news != news_.end())
      text = news->second->text;
    draw(layout.subtitle, Qt::AlignLeft, text, subtitle_font(), color);
  }

  void paint_caption(std::size_t place, const CardLayout& layout, const ComponentSample* sample) {
    const Component& component = architecture_.components[place];
    Caption caption;
    if (sample) caption = caption_of(component, *sample, found(previous_, component.id));
    if (const auto news = news_.find(component.id.value); news != news_.end())
      caption = {news->second->text, news->second->is_bad ? CaptionTone::bad : CaptionTone::plain};
    if (caption.text.isEmpty()) return;
    const QColor color = caption.tone == CaptionTone::bad    ? theme_.bad_text
                         : caption.tone == CaptionTone::busy ? theme_.busy_text
                                                             : theme_.muted_text;
    if (cache_.has_link_below(place)) {
      // A ground of its own, or the link would run through it.
      const double width = std::min(layout.caption.width(),
                                    cache_.text(caption.text, caption_font(), layout.caption.width()).size().width());
      const QRectF ground(layout.caption.center().x() - width / 2 - 7, layout.caption.top() - 1, width + 14,
                          layout.caption.height() + 2);
      painter_.setPen(Qt::NoPen);
      painter_.setBrush(theme_.canvas);
      painter_.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2);
    }
    draw(layout.caption, Qt::AlignHCenter, caption.text, caption_font(), color);
  }

  void paint_speed(const CardLayout& layout, const ComponentSample& sample) {
    const QString text = Words::tr("speed %1").arg(share_text(static_cast<double>(sample.speed)));
    paint_pill(painter_, theme_, QPointF(layout.box.right() - pill_size(text).width() / 2 + 6, layout.box.top()), text,
               PillTone::busy);
  }

  void paint_link_figures() {
    if (!view_.sample || architecture_.links.size() > LiveCache::most_links_with_figures) return;
    const auto& places = cache_.figure_places();
    const QRectF exposed = painter_.combinedTransform().inverted().mapRect(QRectF(painter_.viewport()));
    for (const LinkSample& link : view_.sample->links) {
      const std::size_t place = cache_.place_of(link.id);
      const double calls = static_cast<double>(link.ok + link.failed);
      if (place == LiveCache::no_place || !places[place] || calls <= 0) continue;
      if (!exposed.adjusted(-card_reach, -card_reach, card_reach, card_reach).contains(*places[place])) continue;
      const QString text = rate_text(calls / view_.sample->length.seconds());
      const QStaticText& laid_out = cache_.text(text, caption_font(), 200);
      const QSizeF size(laid_out.size().width() + 16, 18);
      const QRectF box(*places[place] - QPointF(size.width(), size.height()) / 2, size);
      painter_.setPen(QPen(theme_.card_border, 1));
      painter_.setBrush(theme_.card);
      painter_.drawRoundedRect(box, size.height() / 2, size.height() / 2);
      painter_.setFont(caption_font());
      painter_.setPen(theme_.muted_text);
      painter_.drawStaticText(box.center() - QPointF(laid_out.size().width(), laid_out.size().height()) / 2, laid_out);
    }
  }

  std::size_t paint_dots() {
    if (view_.dots.empty()) return 0;
    const double least_radius = view_.dots.size() > many_dots ? 1.3 : 2.2;
    const double radius = std::clamp(dot_radius * scale_, least_radius, 6.0) * ratio();
    const auto cell = static_cast<int>(std::ceil(radius * 3.4));
    const QPixmap& sprites = dot_sprites(radius, cell);
    // On whole pixels, nothing has to be resampled. A few dots move more smoothly without.
    const bool on_pixels = view_.dots.size() > many_dots;
    const QTransform to_widget = painter_.worldTransform();
    const double reach = cell / ratio();
    const QRectF sight = QRectF(painter_.viewport()).adjusted(-reach, -reach, reach, reach);
    std::vector<QPainter::PixmapFragment> fragments;
    fragments.reserve(view_.dots.size());
    LinkId link;
    std::size_t place = LiveCache::no_place;
    for (const bool failures : {false, true}) {  // failures on top
      for (const Dot& dot : view_.dots) {
        if ((dot.look == Dot::Look::failed) != failures) continue;
        if (dot.link != link) place = cache_.place_of(link = dot.link);
        if (place == LiveCache::no_place || cache_.tracks()[place].is_empty()) continue;
        if (cache_.tracks()[place].is_covered(dot.progress)) continue;
        QPointF at = to_widget.map(cache_.tracks()[place].at(dot.progress));
        if (!sight.contains(at)) continue;
        if (on_pixels) at = QPointF((at * ratio()).toPoint()) / ratio();
        const QRectF source(cell * static_cast<int>(dot.look), 0, cell, cell);
        fragments.push_back(QPainter::PixmapFragment::create(at, source, 1 / ratio(), 1 / ratio()));
      }
    }
    stamp(fragments, sprites, !on_pixels);
    return fragments.size();
  }

  const QPixmap& dot_sprites(double radius, int cell) {
    QPixmap& sprites = cache_.picture(QStringLiteral("dots ") + theme_.key + QString::number(radius));
    if (!sprites.isNull()) return sprites;
    sprites = QPixmap(cell * static_cast<int>(dot_looks), cell);
    sprites.fill(Qt::transparent);
    QPainter painter(&sprites);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t look = 0; look < dot_looks; ++look)
      paint_dot(painter, theme_, static_cast<Dot::Look>(look),
                QPointF(cell * (static_cast<double>(look) + 0.5), cell / 2.0), radius);
    return sprites;
  }

  QPainter& painter_;
  const Architecture& architecture_;
  const Theme& theme_;
  const LiveView& view_;
  LiveCache& cache_;
  const double scale_;
  const Detail detail_;
  std::unordered_map<std::uint32_t, const ComponentSample*> samples_;
  std::unordered_map<std::uint32_t, const ComponentSample*> previous_;
  std::unordered_map<std::uint32_t, const ComponentNews*> news_;
};

}  // namespace

std::size_t paint_live(QPainter& painter, const Architecture& architecture, const Theme& theme, const LiveView& view,
                       double scale) {
  LiveCache own;
  return LivePainter(painter, architecture, theme, view, view.cache ? *view.cache : own, scale).paint();
}

}  // namespace loadframe
