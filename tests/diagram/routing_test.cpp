#include "diagram/routing.h"

#include "diagram/geometry.h"
#include "drawing.h"

#include <gtest/gtest.h>

#include <random>

namespace loadframe {
namespace {

struct Servers : Drawing {
  ComponentId at(const std::string& name, Point place) {
    const ComponentId id = add(name.c_str(), ServerSettings{});
    architecture.components.back().at = place;
    return id;
  }

  LinkStyle style = LinkStyle::curved;

  QPainterPath path(std::size_t link = 0) const { return routes_of(architecture, style)->paths[link]; }
};

bool crosses(const QPainterPath& path, const QRectF& box) {
  for (int i = 0; i <= 400; ++i)
    if (box.contains(path.pointAtPercent(i / 400.0))) return true;
  return false;
}

double distance_between(const QPainterPath& a, const QPainterPath& b) {
  double least = 1e9;
  for (int i = 20; i <= 80; ++i) {
    for (int j = 20; j <= 80; ++j) {
      const QPointF away = a.pointAtPercent(i / 100.0) - b.pointAtPercent(j / 100.0);
      least = std::min(least, std::hypot(away.x(), away.y()));
    }
  }
  return least;
}

TEST(Routing, LeadsFromTheSideThatFacesTheCallee) {
  Servers drawing;
  drawing.wire(drawing.at("left", {0, 0}), drawing.at("right", {400, 100}));
  EXPECT_EQ(drawing.path().pointAtPercent(0), QPointF(component_width, component_height / 2));
  EXPECT_EQ(drawing.path().pointAtPercent(1), QPointF(400, 100 + component_height / 2));
}

TEST(Routing, LeavesDownwardWhenTheCalleeIsBelow) {
  Servers drawing;
  drawing.wire(drawing.at("upper", {0, 0}), drawing.at("lower", {0, 300}));
  EXPECT_EQ(drawing.path().pointAtPercent(0), QPointF(component_width / 2, component_height));
}

TEST(Routing, OppositeLinksRunBesideEachOther) {
  Servers drawing;
  const ComponentId left = drawing.at("left", {0, 0});
  const ComponentId right = drawing.at("right", {400, 0});
  drawing.wire(left, right);
  drawing.wire(right, left);
  EXPECT_GT(distance_between(drawing.path(0), drawing.path(1)), 10);
}

TEST(Routing, GoesAroundComponentsInBothStyles) {
  for (const LinkStyle style : {LinkStyle::curved, LinkStyle::orthogonal}) {
    Servers drawing;
    drawing.style = style;
    drawing.wire(drawing.at("left", {0, 0}), drawing.at("right", {800, 0}));
    drawing.at("between", {400, 10});
    EXPECT_FALSE(crosses(drawing.path(), rectangle_of(drawing.architecture.components[2])));
  }
}

TEST(Routing, GoesAroundTheTitlesOfAreas) {
  Servers drawing;
  const ComponentId left = drawing.at("left", {0, 0});
  const ComponentId right = drawing.at("right", {800, 0});
  drawing.wire(left, right);
  drawing.area("a zone with a name", ZoneSettings{}, {right});
  drawing.architecture.areas[0].at = {500, 22, 600, 300};
  EXPECT_FALSE(crosses(drawing.path(), title_boxes(drawing.architecture.areas[0])[0]));
}

TEST(Routing, OrthogonalLinksAreOfHorizontalAndVerticalPieces) {
  Servers drawing;
  drawing.style = LinkStyle::orthogonal;
  drawing.wire(drawing.at("left", {0, 0}), drawing.at("right", {400, 300}));
  const QPainterPath path = drawing.path();
  // But for rounded corners, which are curves.
  for (int i = 1; i < path.elementCount(); ++i) {
    const QPainterPath::Element piece = path.elementAt(i);
    if (!piece.isLineTo()) continue;
    const QPointF along = QPointF(piece) - QPointF(path.elementAt(i - 1));
    EXPECT_LT(std::min(std::abs(along.x()), std::abs(along.y())), 0.01) << "piece " << i;
  }
  const double upright = path.pointAtPercent(0.5).x();
  EXPECT_GT(upright, component_width);
  EXPECT_LT(upright, 400);
}

TEST(Routing, EndsOnOneSideStandApartInTheOrderOfTheirCallees) {
  Servers drawing;
  const ComponentId caller = drawing.at("caller", {0, 200});
  const ComponentId low = drawing.at("low", {500, 400});
  const ComponentId high = drawing.at("high", {500, 0});
  const ComponentId middle = drawing.at("middle", {500, 200});
  for (const ComponentId callee : {low, high, middle}) drawing.wire(caller, callee);
  const double to_low = drawing.path(0).pointAtPercent(0).y();
  const double to_high = drawing.path(1).pointAtPercent(0).y();
  const double to_middle = drawing.path(2).pointAtPercent(0).y();
  EXPECT_LT(to_high + 8, to_middle);
  EXPECT_LT(to_middle + 8, to_low);
}

TEST(Routing, WaysThroughOneGapRunBesideEachOther) {
  Servers drawing;
  drawing.style = LinkStyle::orthogonal;
  const ComponentId a = drawing.at("a", {0, 0});
  const ComponentId b = drawing.at("b", {0, 120});
  const ComponentId c = drawing.at("c", {500, 400});
  const ComponentId d = drawing.at("d", {500, 520});
  drawing.wire(a, d);
  drawing.wire(b, c);
  // They cross once, as they must; their upright pieces stand apart.
  EXPECT_GT(std::abs(drawing.path(0).pointAtPercent(0.5).x() - drawing.path(1).pointAtPercent(0.5).x()), 5);
}

TEST(Routing, AnEditGivesTheSameAsFromScratch) {
  std::mt19937 random(7);
  Servers drawing;
  std::vector<ComponentId> all;
  for (int i = 0; i < 40; ++i) {
    const Point place{double(random() % 2000), double(random() % 1400)};
    all.push_back(drawing.at("server-" + std::to_string(i), place));
  }
  for (int i = 0; i < 90; ++i) {
    const ComponentId caller = all[random() % 40];
    const ComponentId callee = all[random() % 40];
    if (caller != callee && !find_link(drawing.architecture, caller, callee)) drawing.wire(caller, callee);
  }
  for (const LinkStyle style : {LinkStyle::curved, LinkStyle::orthogonal}) {
    drawing.style = style;
    Router router;
    router.follow(drawing.architecture, drawing.style);
    for (int edit = 0; edit < 30; ++edit) {
      Component& moved = drawing.architecture.components[random() % 40];
      moved.at.x += double(random() % 400) - 200;
      moved.at.y += double(random() % 400) - 200;
      if (edit % 7 == 6) drawing.architecture.links.erase(drawing.architecture.links.begin() + edit);
      const auto edited = router.follow(drawing.architecture, drawing.style);
      const auto fresh = routes_of(drawing.architecture, drawing.style);
      ASSERT_EQ(edited->links, fresh->links);
      for (std::size_t i = 0; i < fresh->paths.size(); ++i)
        ASSERT_EQ(edited->paths[i], fresh->paths[i]) << "link " << i << " after edit " << edit;
    }
  }
}

TEST(Routing, NothingNewIsTheSamePointer) {
  Servers drawing;
  drawing.wire(drawing.at("left", {0, 0}), drawing.at("right", {400, 0}));
  Router router;
  const auto first = router.follow(drawing.architecture, drawing.style);
  EXPECT_EQ(router.follow(drawing.architecture, drawing.style), first);
}

TEST(Routing, OverlappingComponentsAndCallersOfThemselvesStillHaveLinks) {
  Servers drawing;
  const ComponentId a = drawing.at("a", {0, 0});
  drawing.wire(a, drawing.at("b", {20, 20}));
  drawing.wire(a, a);
  for (const LinkStyle style : {LinkStyle::curved, LinkStyle::orthogonal}) {
    drawing.style = style;
    EXPECT_FALSE(drawing.path(0).isEmpty());
    EXPECT_FALSE(drawing.path(1).isEmpty());
  }
}

}  // namespace
}  // namespace loadframe
