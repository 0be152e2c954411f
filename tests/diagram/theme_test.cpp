#include "diagram/theme.h"

#include "architecture/areas.h"
#include "architecture/faults.h"
#include "architecture/kinds.h"
#include "diagram/icons.h"

#include <gtest/gtest.h>
#include <QImage>
#include <QPainter>

#include <array>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace loadframe {
namespace {

/// Relative luminance and contrast. Source: WCAG 2.1, "contrast ratio".
double luminance(const QColor& color) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a) + 0.05;
  const double y = luminance(b) + 0.05;
  return std::max(x, y) / std::min(x, y);
}

TEST(Themes, AreLightDarkAndHighContrast) {
  ASSERT_EQ(themes().size(), 3u);
  EXPECT_EQ(theme("light").key, "light");
  EXPECT_EQ(theme("dark").key, "dark");
  EXPECT_TRUE(theme("dark").dark);
  EXPECT_EQ(theme("high-contrast").key, "high-contrast");
  EXPECT_EQ(theme("no such theme").key, "light");
}

TEST(Themes, DefineEveryColour) {
  for (const Theme& look : themes())
    for (const ThemeColor& color : theme_colors()) EXPECT_TRUE((look.*color.member).isValid()) << color.key;
}

using Colour = std::function<QColor(const Theme&)>;

struct Pair {
  const char* what;
  Colour above;
  Colour ground;
};

Colour of(QColor Theme::*member) {
  return [member](const Theme& look) { return look.*member; };
}

Colour blend(QColor Theme::*member, QColor Theme::*other, double share) {
  return [=](const Theme& look) { return mixed(look.*member, look.*other, share); };
}

/// What text stands on what. The blends are those of the style sheet.
std::vector<Pair> texts() {
  std::vector<Pair> pairs;
  const std::vector<std::pair<const char*, Colour>> grounds{{"surface", of(&Theme::surface)},
                                                            {"card", of(&Theme::card)},
                                                            {"canvas", of(&Theme::canvas)},
                                                            {"area", of(&Theme::area_fill)},
                                                            {"inner area", of(&Theme::inner_area_fill)},
                                                            {"button", of(&Theme::hover)},
                                                            {"field", blend(&Theme::surface, &Theme::hover, 0.8)}};
  for (const auto& [name, ground] : grounds) {
    pairs.push_back({name, of(&Theme::text), ground});
    pairs.push_back({name, of(&Theme::muted_text), ground});
    pairs.push_back({name, of(&Theme::good_text), ground});
    pairs.push_back({name, of(&Theme::busy_text), ground});
    pairs.push_back({name, of(&Theme::bad_text), ground});
  }
  pairs.push_back({"chosen row", of(&Theme::text), blend(&Theme::surface, &Theme::accent, 0.16)});
  pairs.push_back({"pressed button", of(&Theme::text), blend(&Theme::hover, &Theme::muted_text, 0.25)});
  pairs.push_back({"chosen tab", of(&Theme::accent), of(&Theme::surface)});
  pairs.push_back({"checked", blend(&Theme::accent, &Theme::text, 0.35), blend(&Theme::surface, &Theme::accent, 0.16)});
  for (QColor Theme::*ground : {&Theme::accent, &Theme::bad}) {
    pairs.push_back({"filled button", of(&Theme::accent_text), of(ground)});
    pairs.push_back({"filled button under the pointer", of(&Theme::accent_text), blend(ground, &Theme::text, 0.12)});
  }
  return pairs;
}

/// Meters, dots, lines of charts, icons, frames of what is selected.
std::vector<Pair> marks() {
  std::vector<Pair> pairs;
  const std::array colours{&Theme::good,      &Theme::busy,        &Theme::bad,   &Theme::entry,  &Theme::compute,
                           &Theme::data,      &Theme::messaging,   &Theme::ok,    &Theme::failed, &Theme::lookup,
                           &Theme::selection, &Theme::replication, &Theme::check, &Theme::accent};
  for (QColor Theme::*ground :
       {&Theme::surface, &Theme::card, &Theme::canvas, &Theme::area_fill, &Theme::inner_area_fill})
    for (QColor Theme::*colour : colours) pairs.push_back({"mark", of(colour), of(ground)});
  for (QColor Theme::*badge : {&Theme::good, &Theme::busy, &Theme::bad})
    pairs.push_back({"sign on a badge", of(&Theme::card), of(badge)});
  return pairs;
}

void expect_contrast(const Theme& look, const std::vector<Pair>& pairs, double least) {
  for (const Pair& pair : pairs) {
    const QColor above = pair.above(look);
    const QColor ground = pair.ground(look);
    EXPECT_GE(contrast(above, ground), least)
        << pair.what << ": " << above.name().toStdString() << " on " << ground.name().toStdString();
  }
}

TEST(Themes, KeepTextReadable) {
  for (const Theme& look : themes()) {
    SCOPED_TRACE(look.key.toStdString());
    expect_contrast(look, texts(), look.key == "high-contrast" ? 7 : 4.5);  // WCAG 2.1 AAA and AA
  }
}

TEST(Themes, KeepMarksVisible) {
  for (const Theme& look : themes()) {
    SCOPED_TRACE(look.key.toStdString());
    expect_contrast(look, marks(), 3);  // WCAG 2.1, 1.4.11
  }
  const Theme& high = theme("high-contrast");
  for (const QColor& ground : {high.canvas, high.area_fill}) EXPECT_GE(contrast(high.link, ground), 3);
}

bool paints_something(std::string_view key) {
  QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  paint_icon(painter, QRectF(0, 0, 24, 24), key, Qt::black);
  painter.end();
  int painted = 0;
  for (int y = 0; y < 24; ++y)
    for (int x = 0; x < 24; ++x) painted += qAlpha(image.pixel(x, y)) > 100;
  return painted > 10;
}

TEST(Icons, ExistForEveryKindOfComponentAndArea) {
  for (const KindDescription& kind : kinds()) EXPECT_TRUE(paints_something(kind.key)) << kind.key;
  for (const AreaKindDescription& kind : area_kinds()) EXPECT_TRUE(paints_something(kind.key)) << kind.key;
  EXPECT_FALSE(paints_something("no such icon"));
}

TEST(Icons, ExistForEveryAction) {
  for (const ActionDescription& action : action_kinds()) EXPECT_TRUE(paints_something(action.key)) << action.key;
}

TEST(Icons, AllPaintSomething) {
  EXPECT_GE(icon_keys().size(), 30);
  for (const QString& key : icon_keys()) EXPECT_TRUE(paints_something(key.toStdString())) << key.toStdString();
}

TEST(Mixed, AColourThatBecomesTransparentKeepsItsHue) {
  const QColor faint = mixed(QColor(47, 111, 237), Qt::transparent, 0.8);
  EXPECT_EQ(faint.rgb(), qRgb(47, 111, 237));
  EXPECT_NEAR(faint.alphaF(), 0.2, 0.01);
  EXPECT_EQ(mixed(Qt::black, Qt::white, 0.2), QColor(51, 51, 51));
  for (int i = 0; i <= 1000; ++i) EXPECT_EQ(mixed(Qt::black, Qt::white, i / 1000.0).alpha(), 255) << i;
}

}  // namespace
}  // namespace loadframe
