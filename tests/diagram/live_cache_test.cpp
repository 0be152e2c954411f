#include "diagram/live_cache.h"

#include "diagram/link_label.h"
#include "diagram/routing.h"
#include "drawing.h"

#include <gtest/gtest.h>

#include <QLineF>
#include <QPainterPath>

namespace loadframe {
namespace {

TEST(LinkTrack, RunsEvenlyAlongItsCurve) {
  QPainterPath path(QPointF(10, 20));
  path.cubicTo({800, 20}, {-400, 900}, {1500, 700});
  const LinkTrack track(path);
  EXPECT_NEAR(track.length(), path.length(), 1);
  for (const double progress : {0.0, 0.1, 0.25, 0.5, 0.77, 0.9, 1.0}) {
    const QPointF expected = path.pointAtPercent(path.percentAtLength(progress * path.length()));
    EXPECT_LT(QLineF(track.at(progress), expected).length(), 1) << progress;
  }
}

TEST(LinkTrack, IsEmptyWithoutAWay) {
  QPainterPath path(QPointF(5, 5));
  path.cubicTo({5, 5}, {5, 5}, {5, 5});
  EXPECT_TRUE(LinkTrack(path).is_empty());
}

TEST(LiveCache, FiguresStayOffWhatIsWrittenOnLinks) {
  Drawing drawing;
  const ComponentId caller = drawing.add("caller", ServerSettings{});
  const ComponentId callee = drawing.add("callee", ServerSettings{});
  drawing.architecture.components[1].at = {600, 0};
  drawing.wire(caller, callee);
  LiveCache cache;
  const auto routes = routes_of(drawing.architecture);
  cache.follow(drawing.architecture, routes);
  const QString label = QStringLiteral("by far the most of all reads");
  const QRectF written = label_box(routes->paths[0], label);
  ASSERT_TRUE(cache.figure_places()[0]);
  EXPECT_TRUE(written.contains(*cache.figure_places()[0]));  // without the label, it would stand there
  drawing.architecture.links[0].label = label.toStdString();
  cache.follow(drawing.architecture, routes);
  ASSERT_TRUE(cache.figure_places()[0]);
  EXPECT_FALSE(written.contains(*cache.figure_places()[0]));
}

}  // namespace
}  // namespace loadframe
