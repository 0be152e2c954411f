#include "diagram/theme.h"

#include "architecture/areas.h"
#include "architecture/faults.h"
#include "architecture/kinds.h"
#include "diagram/icons.h"

#include <gtest/gtest.h>
#include <QImage>
#include <QPainter>

#include <cmath>

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

TEST(Themes, KeepTextReadable) {
  for (const Theme& look : themes()) {
    SCOPED_TRACE(look.key.toStdString());
    const double least = look.key == "high-contrast" ? 7 : 4.5;  // WCAG 2.1 AAA and AA
    for (const QColor& ground : {look.surface, look.card}) {
      EXPECT_GE(contrast(look.text, ground), least);
      EXPECT_GE(contrast(look.muted_text, ground), least);
      EXPECT_GE(contrast(look.good_text, ground), least);
      EXPECT_GE(contrast(look.busy_text, ground), least);
      EXPECT_GE(contrast(look.bad_text, ground), least);
    }
    EXPECT_GE(contrast(look.messaging, look.card), 4.5);
    EXPECT_GE(contrast(look.muted_text, look.area_fill), least);
    EXPECT_GE(contrast(look.muted_text, look.canvas), least);
  }
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

}  // namespace
}  // namespace loadframe
