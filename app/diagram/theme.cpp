#include "diagram/theme.h"

#include "diagram/resources.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cassert>

namespace loadframe {

namespace {

struct ThemeFile {
  const char* key;
  const char* label;
};

constexpr std::array theme_files{ThemeFile{"light", QT_TRANSLATE_NOOP("theme", "Light")},
                                 ThemeFile{"dark", QT_TRANSLATE_NOOP("theme", "Dark")},
                                 ThemeFile{"high-contrast", QT_TRANSLATE_NOOP("theme", "High contrast")}};

constexpr std::array all_colors{
    ThemeColor{"canvas", &Theme::canvas},
    ThemeColor{"grid", &Theme::grid},
    ThemeColor{"surface", &Theme::surface},
    ThemeColor{"border", &Theme::border},
    ThemeColor{"hover", &Theme::hover},
    ThemeColor{"card", &Theme::card},
    ThemeColor{"card_border", &Theme::card_border},
    ThemeColor{"text", &Theme::text},
    ThemeColor{"muted_text", &Theme::muted_text},
    ThemeColor{"accent_text", &Theme::accent_text},
    ThemeColor{"good_text", &Theme::good_text},
    ThemeColor{"busy_text", &Theme::busy_text},
    ThemeColor{"bad_text", &Theme::bad_text},
    ThemeColor{"area_fill", &Theme::area_fill},
    ThemeColor{"inner_area_fill", &Theme::inner_area_fill},
    ThemeColor{"area_border", &Theme::area_border},
    ThemeColor{"link", &Theme::link},
    ThemeColor{"accent", &Theme::accent},
    ThemeColor{"selection", &Theme::selection},
    ThemeColor{"good", &Theme::good},
    ThemeColor{"busy", &Theme::busy},
    ThemeColor{"bad", &Theme::bad},
    ThemeColor{"track", &Theme::track},
    ThemeColor{"entry", &Theme::entry},
    ThemeColor{"compute", &Theme::compute},
    ThemeColor{"data", &Theme::data},
    ThemeColor{"messaging", &Theme::messaging},
    ThemeColor{"ok", &Theme::ok},
    ThemeColor{"failed", &Theme::failed},
    ThemeColor{"lookup", &Theme::lookup},
    ThemeColor{"replication", &Theme::replication},
    ThemeColor{"check", &Theme::check},
    ThemeColor{"shadow", &Theme::shadow},
};

Theme read_theme(const ThemeFile& file) {
  load_resources();
  Theme theme;
  theme.key = QString::fromLatin1(file.key);
  theme.label = QString::fromLatin1(file.label);
  QFile source(QStringLiteral(":/loadframe/themes/%1.json").arg(theme.key));
  [[maybe_unused]] const bool opened = source.open(QIODevice::ReadOnly);
  assert(opened && "every theme is compiled into the program");
  const QJsonObject content = QJsonDocument::fromJson(source.readAll()).object();
  theme.dark = content[QLatin1String("dark")].toBool();
  const QJsonObject colors = content[QLatin1String("colors")].toObject();
  for (const ThemeColor& color : all_colors) {
    theme.*color.member = QColor(colors[QLatin1String(color.key)].toString());
  }
  return theme;
}

}  // namespace

std::span<const ThemeColor> theme_colors() { return all_colors; }

const std::vector<Theme>& themes() {
  static const std::vector<Theme> all = [] {
    std::vector<Theme> read;
    for (const ThemeFile& file : theme_files) read.push_back(read_theme(file));
    return read;
  }();
  return all;
}

const Theme& theme(const QString& key) {
  const auto& all = themes();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Theme& each) { return each.key == key; });
  return found == all.end() ? all.front() : *found;
}

QColor color_of(const Theme& theme, Tier tier) {
  switch (tier) {
    case Tier::entry: return theme.entry;
    case Tier::compute: return theme.compute;
    case Tier::data: return theme.data;
    case Tier::messaging: return theme.messaging;
  }
  return theme.compute;
}

QColor mixed(const QColor& color, const QColor& other, double share) {
  // By opacity: what is transparent has no colour of its own to give.
  const float of_other = other.alphaF() * static_cast<float>(share);
  const float alpha = std::min(1.0F, color.alphaF() * static_cast<float>(1 - share) + of_other);
  if (alpha <= 0) return Qt::transparent;
  const auto between = [part = of_other / alpha](float a, float b) { return a + (b - a) * part; };
  return QColor::fromRgbF(between(color.redF(), other.redF()), between(color.greenF(), other.greenF()),
                          between(color.blueF(), other.blueF()), alpha);
}

QFont diagram_font(int pixel_size, int weight) {
  QFont font;
  font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")});
  font.setStyleHint(QFont::SansSerif);
  font.setPixelSize(pixel_size);
  font.setWeight(static_cast<QFont::Weight>(weight));
  font.setHintingPreference(QFont::PreferNoHinting);  // or text would change its width with the zoom
  return font;
}

}  // namespace loadframe
