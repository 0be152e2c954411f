#include "canvas/still_layer.h"
#include "clock.h"
#include "diagram/geometry.h"
#include "diagram/live_cache.h"
#include "diagram/routing.h"
#include "simulation/simulation.h"
#include "systems.h"

#include <QGuiApplication>
#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

/// What painting a frame takes at 1920 x 1080 without a display: the still layer when all of it changed and when one
/// component did, and the live layer over it, by the number of components and of dots. "Whole" is zoomed out until all
/// is in sight.
///   drawing_benchmark [FRAMES]     prints a line of JSON for each case
namespace loadframe {
namespace {

constexpr QSize screen(1920, 1080);

/// In rows, as wide as the screen is for its height, in the order of being added.
void lay_out(Architecture& architecture) {
  constexpr double step_x = component_width + 56;
  constexpr double step_y = component_height + 44;
  const auto number = static_cast<double>(architecture.components.size());
  const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(number * 16 / 9 * step_y / step_x)));
  std::size_t place = 0;
  for (Component& component : architecture.components) {
    component.at = {static_cast<double>(place % columns) * step_x, static_cast<double>(place / columns) * step_y};
    ++place;
  }
}

std::vector<Dot> dots_on(const Architecture& architecture, std::size_t number) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> progress(0, 1);
  std::vector<Dot> dots;
  for (std::size_t i = 0; i < number; ++i) {
    const std::size_t link = random() % architecture.links.size();
    const std::uint64_t look = random() % 20;
    dots.push_back({architecture.links[link].id, progress(random),
                    look == 0   ? Dot::Look::failed
                    : look < 10 ? Dot::Look::answer
                                : Dot::Look::request});
  }
  return dots;
}

void move(std::vector<Dot>& dots) {
  for (Dot& dot : dots) dot.progress = dot.progress < 0.98 ? dot.progress + 0.02 : 0;
}

void report(const char* what, std::size_t components, std::size_t dots, const char* zoom, int frames,
            const std::function<void()>& paint) {
  const CpuClock beginning;
  paint();  // makes what is kept from frame to frame
  const double first = beginning.seconds() * 1e3;
  std::vector<double> times;
  for (int i = 0; i < frames; ++i) {
    const CpuClock clock;
    paint();
    times.push_back(clock.seconds() * 1e3);
  }
  std::sort(times.begin(), times.end());
  const auto at = [&times](double share) { return times[static_cast<std::size_t>(share * double(times.size() - 1))]; };
  std::printf(
      "{\"what\": \"%s\", \"components\": %zu, \"dots\": %zu, \"zoom\": \"%s\", \"median_ms\": %.2f, "
      "\"p95_ms\": %.2f, \"worst_ms\": %.2f, \"first_ms\": %.1f}\n",
      what, components, dots, zoom, at(0.5), at(0.95), at(1), first);
  std::fflush(stdout);
}

void measure(Architecture architecture, int frames) {
  lay_out(architecture);
  const std::size_t number = architecture.components.size();
  const auto shared = std::make_shared<const Architecture>(architecture);
  const auto routes = routes_of(architecture);
  const Theme& look = theme(QStringLiteral("light"));
  Simulation run(architecture, {}, {.sampling_interval = milliseconds(100), .warm_up = {}});
  run.run_until(milliseconds(300));
  const auto& samples = run.recording().samples;

  for (const bool whole : {false, true}) {
    Viewport viewport;
    if (whole) viewport.fit(drawn_bounds(architecture, *routes), screen);
    const char* const zoom = whole ? "whole" : "100 %";
    StillLayer still_layer;
    StillView still;
    still.live = true;
    still.routes = routes;
    still.links = link_looks(architecture, *samples.back(), {});
    QImage frame(screen, QImage::Format_ARGB32_Premultiplied);
    const auto paint_still_layer = [&](QPainter& painter) {
      do still_layer.paint(painter, shared, look, still, viewport, screen, 1);
      while (still_layer.is_behind());
    };
    report("still layer, all", number, 0, zoom, (frames + 9) / 10, [&] {
      still_layer.invalidate();
      QPainter painter(&frame);
      paint_still_layer(painter);
    });
    const QRectF one = rectangle_of(architecture.components.front()).adjusted(-28, -28, 28, 28);
    report("still layer, one component", number, 0, zoom, (frames + 9) / 10, [&] {
      still_layer.invalidate(one);
      QPainter painter(&frame);
      paint_still_layer(painter);
    });
    LiveCache cache;
    for (const std::size_t count : {0u, 1'000u, 5'000u, 20'000u}) {
      std::vector<Dot> dots = dots_on(architecture, count);
      report("frame", number, count, zoom, frames, [&] {
        move(dots);
        QPainter painter(&frame);
        paint_still_layer(painter);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        painter.setTransform(viewport.transform(), true);
        LiveView live;
        live.sample = samples.back().get();
        live.previous = samples[samples.size() - 2].get();
        live.cache = &cache;
        live.routes = routes;
        live.states.assign(number, ComponentState::up);
        live.dots = dots;
        paint_live(painter, architecture, look, live, viewport.zoom());
      });
    }
  }
}

/// Finding the ways of all links, and again after one component has moved.
void measure_routes(Architecture architecture, int frames) {
  lay_out(architecture);
  const std::size_t number = architecture.components.size();
  Router router;
  report("routes, all", number, 0, "", (frames + 19) / 20, [&] {
    router = Router();
    router.follow(architecture, LinkStyle::curved);
  });
  report("routes, one component moved", number, 0, "", (frames + 9) / 10, [&] {
    architecture.components[number / 2].at.x += 3;
    router.follow(architecture, LinkStyle::curved);
  });
}

/// Frames while the drawing is moved and zoomed, as the canvas paints them: what is not ready yet follows later.
void measure_moving(Architecture architecture, int frames) {
  lay_out(architecture);
  const std::size_t number = architecture.components.size();
  const auto shared = std::make_shared<const Architecture>(architecture);
  const auto routes = routes_of(architecture);
  StillView still;
  still.routes = routes;
  QImage frame(screen, QImage::Format_ARGB32_Premultiplied);
  const auto measure_with = [&](const char* what, const char* zoom, const Viewport& from, auto move) {
    StillLayer still_layer;
    Viewport viewport = from;
    int count = 0;
    report(what, number, 0, zoom, 3 * frames, [&] {
      move(viewport, count++);
      QPainter painter(&frame);
      still_layer.paint(painter, shared, theme(QStringLiteral("light")), still, viewport, screen, 1);
    });
  };
  constexpr int turn = 60;  // frames, then the other way
  const auto pan = [](Viewport& viewport, int count) {
    viewport.pan(count / turn % 2 == 0 ? QPointF(-9, -4) : QPointF(9, 4));
  };
  const auto zoom = [](Viewport& viewport, int count) {
    viewport.zoom_to(viewport.zoom() * (count / turn % 2 == 0 ? 1.02 : 1 / 1.02), QRectF(QPointF(), screen).center());
  };
  Viewport whole;
  whole.fit(drawn_bounds(architecture, *routes), screen);
  Viewport middle;
  middle.center_on(drawn_bounds(architecture, *routes).center(), screen);
  measure_with("pan", "100 %", middle, pan);
  measure_with("pan", "whole", whole, pan);
  measure_with("zoom", "100 %", middle, zoom);
  measure_with("zoom", "whole", whole, zoom);
}

}  // namespace
}  // namespace loadframe

int main(int count, char** arguments) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(count, arguments);
  const int frames = count > 1 ? std::atoi(arguments[1]) : 100;
  for (const int components : {10, 100, 1000}) loadframe::measure(loadframe::systems::components(components), frames);
  for (const int components : {1'000, 10'000}) {
    loadframe::measure_routes(loadframe::systems::components(components), frames);
    loadframe::measure_moving(loadframe::systems::components(components), frames);
  }
  return 0;
}
