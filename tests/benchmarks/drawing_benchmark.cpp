#include "canvas/still_layer.h"
#include "clock.h"
#include "diagram/geometry.h"
#include "diagram/live_cache.h"
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
  const Theme& look = theme(QStringLiteral("light"));
  Simulation run(architecture, {}, {.sampling_interval = milliseconds(100), .warm_up = {}});
  run.run_until(milliseconds(300));
  const auto& samples = run.recording().samples;

  for (const bool whole : {false, true}) {
    Viewport viewport;
    if (whole) viewport.fit(drawn_bounds(architecture), screen);
    const char* const zoom = whole ? "whole" : "100 %";
    StillLayer still_layer;
    StillView still;
    still.live = true;
    still.links = link_looks(architecture, *samples.back(), {});
    QImage frame(screen, QImage::Format_ARGB32_Premultiplied);
    const auto paint_still_layer = [&](QPainter& painter) {
      do still_layer.paint(painter, architecture, look, still, viewport, screen, 1);
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
        live.states.assign(number, ComponentState::up);
        live.dots = dots;
        paint_live(painter, architecture, look, live, viewport.zoom());
      });
    }
  }
}

}  // namespace
}  // namespace loadframe

int main(int count, char** arguments) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(count, arguments);
  const int frames = count > 1 ? std::atoi(arguments[1]) : 100;
  for (const int components : {10, 100, 1000}) loadframe::measure(loadframe::systems::components(components), frames);
  return 0;
}
