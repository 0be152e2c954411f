#include "diagram/painter.h"

#include "diagram/geometry.h"
#include "diagram/live_cache.h"
#include "diagram/routing.h"
#include "drawing.h"

#include <gtest/gtest.h>
#include <QImage>

namespace loadframe {
namespace {

struct Scene : Drawing {
  ComponentId users = add("users", UsersSettings{});
  ComponentId server = add("server", ServerSettings{});
  LinkId link;
  Sample sample;

  Scene() {
    architecture.components[0].at = {40, 40};
    architecture.components[1].at = {320, 40};
    link = wire(users, server);
    sample.length = seconds(1);
    sample.components.resize(2);
    sample.components[0].id = users;
    sample.components[1].id = server;
    sample.links.push_back({link, 100, 0, false, false});
  }

  ComponentSample& at_server() { return sample.components[1]; }

  QImage painted(const LiveView& live = {}, const QString& look = "light") const {
    QImage image(560, 180, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme(look).canvas);
    QPainter painter(&image);
    StillView still;
    still.live = live.sample != nullptr;
    paint_still(painter, architecture, theme(look), still, QRectF(image.rect()), 1);
    if (live.sample) paint_live(painter, architecture, theme(look), live, 1);
    return image;
  }

  QImage live(std::span<const Dot> dots = {}) const {
    LiveView view;
    view.sample = &sample;
    view.dots = dots;
    return painted(view);
  }
};

/// In shades of grey, so that what differs does so not by colour alone.
int grey_difference(const QImage& a, const QImage& b) {
  int differing = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) differing += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24;
  return differing;
}

TEST(LiveLayer, TellsConditionsApartWithoutColour) {
  Scene scene;
  std::vector<QImage> looks{scene.live()};
  for (const ComponentState state : {ComponentState::dead, ComponentState::hung, ComponentState::booting}) {
    scene.at_server().state = state;
    looks.push_back(scene.live());
  }
  scene.at_server().state = ComponentState::up;
  scene.at_server().utilisation = 1;
  scene.at_server().queue = 200;
  looks.push_back(scene.live());
  for (std::size_t i = 0; i < looks.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_GT(grey_difference(looks[i], looks[j]), 60) << i << " and " << j;
}

TEST(LiveLayer, FillsTheMeterByUtilisation) {
  Scene scene;
  const auto filled = [&](float utilisation) {
    scene.at_server().utilisation = utilisation;
    const QImage image = scene.live();
    const QRgb track = theme("light").track.rgb();
    const QRectF box = rectangle_of(scene.architecture.components[1]);
    int pixels = 0;
    for (int x = static_cast<int>(box.left()) + 12; x < static_cast<int>(box.right()) - 12; ++x)
      pixels += image.pixel(x, static_cast<int>(box.top()) + 61) != track;
    return pixels;
  };
  EXPECT_EQ(filled(0), 0);
  EXPECT_NEAR(filled(0.5F), 72, 6);
  EXPECT_GT(filled(0.9F), 125);
}

TEST(LiveLayer, ShowsAllThatIsInSightOnAScreenOfTwoPixelsAPoint) {
  Scene scene;
  scene.at_server().utilisation = 1;
  QImage image(1120, 360, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(2);
  image.fill(theme("light").canvas);
  const QImage empty = image;
  LiveView view;
  view.sample = &scene.sample;
  QPainter painter(&image);
  paint_live(painter, scene.architecture, theme("light"), view, 1);
  painter.end();
  const QRect server(2 * 320, 2 * 40, 300, 140);
  EXPECT_NE(image.copy(server), empty.copy(server));
}

TEST(LiveLayer, PutsDotsWhereTheirCallsAre) {
  Scene scene;
  const std::vector<Dot> dots{{scene.link, 0.25, Dot::Look::failed}};
  const QPointF place = routes_of(scene.architecture)->paths[0].pointAtPercent(0.25);
  const QRect around(place.toPoint() - QPoint(4, 4), QSize(9, 9));
  EXPECT_NE(scene.live(dots).copy(around), scene.live().copy(around));
}

TEST(LiveLayer, DrawsEachLookOfDotsDifferently) {
  Scene scene;
  std::vector<QImage> images;
  for (const Dot::Look look : {Dot::Look::request, Dot::Look::answer, Dot::Look::failed, Dot::Look::check}) {
    const std::vector<Dot> dots{{scene.link, 0.5, look}};
    images.push_back(scene.live(dots));
  }
  for (std::size_t i = 0; i < images.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(images[i], images[j]);
}

TEST(LiveLayer, IsTheSameWithAndWithoutACache) {
  Scene scene;
  LiveCache cache;
  const std::vector<Dot> dots{{scene.link, 0.5, Dot::Look::request}};
  LiveView view;
  view.sample = &scene.sample;
  view.dots = dots;
  const QImage without = scene.painted(view);
  view.cache = &cache;
  EXPECT_EQ(scene.painted(view), without);
  EXPECT_EQ(scene.painted(view), without);
  scene.architecture.components[1].at = {300, 80};
  const QImage moved = scene.painted(view);
  view.cache = nullptr;
  EXPECT_EQ(scene.painted(view), moved);
}

TEST(LiveLayer, SurvivesDotsOnLinksThatAreGone) {
  Scene scene;
  const std::vector<Dot> dots{{LinkId{99}, 0.5, Dot::Look::request}, {scene.link, 7, Dot::Look::request}};
  scene.live(dots);
}

TEST(LinkLooks, GrowWithTrafficAndDoNotFlicker) {
  Scene scene;
  const auto weight = [&](std::uint32_t calls, std::span<const LinkLook> before) {
    scene.sample.links[0].ok = calls;
    return link_looks(scene.architecture, scene.sample, before)[0];
  };
  EXPECT_EQ(weight(0, {}).weight, 0);
  EXPECT_LT(weight(10, {}).weight, weight(10'000, {}).weight);
  const std::vector<LinkLook> before{weight(100, {})};
  EXPECT_EQ(weight(140, before).weight, before[0].weight);
  EXPECT_EQ(weight(70, before).weight, before[0].weight);
}

TEST(StillLayer, MarksFindings) {
  Scene scene;
  QImage plain = scene.painted();
  QImage marked = plain;
  marked.fill(theme("light").canvas);
  QPainter painter(&marked);
  StillView view;
  view.findings.push_back({error("server", "something"), scene.server});
  paint_still(painter, scene.architecture, theme("light"), view, QRectF(marked.rect()), 1);
  painter.end();
  EXPECT_NE(plain, marked);
}

TEST(StillLayer, LooksTheSamePaintedBitByBit) {
  Scene scene;
  for (int i = 0; i < 100; ++i) scene.add("spare-" + std::to_string(i), ServerSettings{});
  const QImage at_once = scene.painted();
  QImage bit_by_bit = at_once;
  bit_by_bit.fill(theme("light").canvas);
  StillPainting painting(std::make_shared<const Architecture>(scene.architecture), theme("light"), {},
                         {QRectF(bit_by_bit.rect())}, 1);
  scene.architecture = {};  // it goes on with what it was given
  const auto go_on = [&] {
    QPainter painter(&bit_by_bit);
    return painting.go_on(painter, QDeadlineTimer(0));
  };
  std::size_t parts = 1;
  while (!go_on()) ++parts;
  EXPECT_EQ(bit_by_bit, at_once);
  EXPECT_GT(parts, 100U) << "each component is a part: no frame waits for several";
}

TEST(LiveLayer, HidesDotsThatPassBehindComponents) {
  Scene scene;
  scene.architecture.components[scene.architecture.components.size() - 1].at = {700, 40};
  const ComponentId between = scene.add("between", ServerSettings{});
  for (Component& component : scene.architecture.components)
    if (component.id == between) component.at = {320, 40};
  const std::vector<Dot> dots{{scene.link, 0.5}, {scene.link, 0.01}};
  LiveView view;
  view.sample = &scene.sample;
  view.dots = dots;
  view.routes = hasty_routes(scene.architecture, {});  // which go around nothing
  QImage image(1000, 180, QImage::Format_ARGB32_Premultiplied);
  QPainter painter(&image);
  EXPECT_EQ(paint_live(painter, scene.architecture, theme("light"), view, 1), 1U);
}

}  // namespace
}  // namespace loadframe
