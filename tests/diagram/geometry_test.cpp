#include "diagram/geometry.h"
#include "diagram/routing.h"

#include "drawing.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

struct Pair : Drawing {
  ComponentId left = add("left", ServerSettings{});
  ComponentId right = add("right", ServerSettings{});

  Pair() {
    architecture.components[0].at = {0, 0};
    architecture.components[1].at = {400, 100};
  }
};

TEST(ElementAt, FindsTheTopmost) {
  Pair drawing;
  const LinkId link = drawing.wire(drawing.left, drawing.right);
  const AreaId area = drawing.area("zone", ZoneSettings{}, {drawing.left});
  drawing.architecture.areas[0].at = {-50, -50, 300, 200};
  drawing.architecture.notes.push_back({NoteId{1}, "note", {20, 20, 40, 40}, {}});
  EXPECT_EQ(element_at(drawing.architecture, *routes_of(drawing.architecture), {30, 30}, 4), ElementId(NoteId{1}));
  EXPECT_EQ(element_at(drawing.architecture, *routes_of(drawing.architecture), {5, 5}, 4), ElementId(drawing.left));
  EXPECT_EQ(element_at(drawing.architecture, *routes_of(drawing.architecture), {-20, -20}, 4), ElementId(area));
  const QPointF on_link = routes_of(drawing.architecture)->paths[0].pointAtPercent(0.5);
  EXPECT_EQ(element_at(drawing.architecture, *routes_of(drawing.architecture), on_link + QPointF(0, 3), 4),
            ElementId(link));
  EXPECT_EQ(element_at(drawing.architecture, *routes_of(drawing.architecture), {1000, 1000}, 4), ElementId());
}

TEST(ElementsIn, TakesAreasOnlyAsAWhole) {
  Pair drawing;
  const AreaId area = drawing.area("zone", ZoneSettings{}, {});
  drawing.architecture.areas[0].at = {-50, -50, 300, 200};
  const std::vector<ElementId> touched = elements_in(drawing.architecture, QRectF(0, 0, 100, 100));
  EXPECT_EQ(touched, std::vector<ElementId>{drawing.left});
  const std::vector<ElementId> all = elements_in(drawing.architecture, QRectF(-100, -100, 1000, 1000));
  EXPECT_EQ(all.size(), 3u);
  EXPECT_NE(std::find(all.begin(), all.end(), ElementId(area)), all.end());
}

}  // namespace
}  // namespace loadframe
