#include "appearance.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleFactory>

#include <algorithm>
#include <utility>
#include <vector>

namespace loadframe {

namespace {

QPalette palette_of(const Theme& theme) {
  QPalette palette;
  palette.setColor(QPalette::Window, theme.surface);
  palette.setColor(QPalette::WindowText, theme.text);
  palette.setColor(QPalette::Base, theme.surface);
  palette.setColor(QPalette::AlternateBase, theme.canvas);
  palette.setColor(QPalette::Text, theme.text);
  palette.setColor(QPalette::PlaceholderText, theme.muted_text);
  palette.setColor(QPalette::Button, theme.surface);
  palette.setColor(QPalette::ButtonText, theme.text);
  palette.setColor(QPalette::BrightText, theme.bad);
  palette.setColor(QPalette::Highlight, theme.accent);
  palette.setColor(QPalette::HighlightedText, theme.accent_text);
  palette.setColor(QPalette::ToolTipBase, theme.surface);
  palette.setColor(QPalette::ToolTipText, theme.text);
  palette.setColor(QPalette::Link, theme.accent);
  palette.setColor(QPalette::LinkVisited, theme.accent);
  palette.setColor(QPalette::Light, theme.surface);
  palette.setColor(QPalette::Midlight, theme.hover);
  palette.setColor(QPalette::Mid, theme.border);
  palette.setColor(QPalette::Dark, theme.border);
  palette.setColor(QPalette::Shadow, theme.border);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, mixed(theme.muted_text, theme.surface, 0.4));
  }
  return palette;
}

constexpr double least_text_scale = 1;
constexpr double most_text_scale = 2;

/// GTK's setting, which desktops write where people ask for less motion.
bool desktop_reduces_motion() {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
  for (const QLatin1String version : {QLatin1String("gtk-4.0"), QLatin1String("gtk-3.0")}) {
    const QSettings settings(QStringLiteral("%1/%2/settings.ini").arg(folder, version), QSettings::IniFormat);
    const QVariant animates = settings.value(QStringLiteral("Settings/gtk-enable-animations"));
    if (animates.isValid()) return !animates.toBool();
  }
  return false;
}

enum class Arrow { up, down };

/// Writes the arrow of spin and combo boxes, at 1x and 2x, and returns the path for the style sheet.
QString arrow_file(const QTemporaryDir& folder, const QString& theme, Arrow arrow, const QColor& color) {
  constexpr int size = 12;
  const QString name =
      QStringLiteral("%1-%2").arg(theme, arrow == Arrow::up ? QStringLiteral("up") : QStringLiteral("down"));
  for (const int ratio : {1, 2}) {
    QImage image(size * ratio, size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(ratio, ratio);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double tip = arrow == Arrow::up ? 4.2 : 7.8;
    painter.drawPolyline(QPolygonF({{2.5, size - tip}, {6, tip}, {9.5, size - tip}}));
    painter.end();
    image.save(folder.filePath(name + (ratio == 1 ? QStringLiteral(".png") : QStringLiteral("@2x.png"))));
  }
  return folder.filePath(name + QStringLiteral(".png"));
}

/// The style sheet with its @names replaced by the theme's colours and the font's sizes.
QString style_sheet_of(const Theme& theme, const QFont& font, const QTemporaryDir& arrows) {
  QFile file(QStringLiteral(":/desktop/appearance.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString sheet = QString::fromUtf8(file.readAll());

  const double points = font.pointSizeF();
  const auto size = [points](double factor) { return QString::number(points * factor, 'f', 1) + QStringLiteral("pt"); };
  const std::vector<std::pair<QString, QString>> names{
      {QStringLiteral("canvas"), theme.canvas.name()},
      {QStringLiteral("surface"), theme.surface.name()},
      {QStringLiteral("border"), theme.border.name()},
      {QStringLiteral("hover"), theme.hover.name()},
      {QStringLiteral("field"), mixed(theme.surface, theme.hover, 0.8).name()},
      {QStringLiteral("pressed"), mixed(theme.hover, theme.muted_text, 0.25).name()},
      {QStringLiteral("text"), theme.text.name()},
      {QStringLiteral("muted"), theme.muted_text.name()},
      {QStringLiteral("disabled"), mixed(theme.muted_text, theme.surface, 0.4).name()},
      {QStringLiteral("accent_text"), theme.accent_text.name()},
      {QStringLiteral("accent_hover"), mixed(theme.accent, theme.text, 0.12).name()},
      {QStringLiteral("accent_soft"), mixed(theme.surface, theme.accent, 0.16).name()},
      {QStringLiteral("accent_strong"), mixed(theme.accent, theme.text, 0.35).name()},
      {QStringLiteral("accent"), theme.accent.name()},
      {QStringLiteral("bad_hover"), mixed(theme.bad, theme.text, 0.12).name()},
      {QStringLiteral("good_text"), theme.good_text.name()},
      {QStringLiteral("busy_text"), theme.busy_text.name()},
      {QStringLiteral("bad_text"), theme.bad_text.name()},
      {QStringLiteral("good"), theme.good.name()},
      {QStringLiteral("busy"), theme.busy.name()},
      {QStringLiteral("bad"), theme.bad.name()},
      {QStringLiteral("track"), theme.track.name()},
      {QStringLiteral("arrow_up"), arrow_file(arrows, theme.key, Arrow::up, theme.muted_text)},
      {QStringLiteral("arrow_down"), arrow_file(arrows, theme.key, Arrow::down, theme.muted_text)},
      {QStringLiteral("size_small"), size(0.88)},
      {QStringLiteral("size_normal"), size(1)},
      {QStringLiteral("size_title"), size(1.15)},
      {QStringLiteral("size_product"), size(1.25)},
      {QStringLiteral("size_large"), size(1.7)},
  };
  for (const auto& [name, value] : names) {
    sheet.replace(QRegularExpression(QStringLiteral("@%1\\b").arg(name)), value);
  }
  return sheet;
}

}  // namespace

QString theme_label(const Theme& theme) {
  return QCoreApplication::translate("theme", theme.label.toUtf8().constData());
}

Appearance::Appearance(QApplication& application, QObject* parent) : QObject(parent), application_(application) {
  system_is_dark_ = application_.palette().color(QPalette::Window).lightness() < 128;
  application_.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QFont font = application_.font();
  font.setFamily(diagram_font(12).family());
  if (font.pointSizeF() > 0) usual_points_ = font.pointSizeF();
  application_.setFont(font);
  reduces_motion_ = desktop_reduces_motion();
  set_theme(QStringLiteral("system"));
}

void Appearance::set_text_scale(double scale) {
  scale = std::clamp(scale, least_text_scale, most_text_scale);
  if (scale == text_scale_) return;
  text_scale_ = scale;
  QFont font = application_.font();
  font.setPointSizeF(usual_points_ * text_scale_);
  application_.setFont(font);
  apply();
  emit changed();
}

void Appearance::set_reduces_motion(bool on) {
  if (on == reduces_motion_) return;
  reduces_motion_ = on;
  emit motion_changed();
}

void Appearance::set_theme(const QString& key) {
  const bool follow = key == QStringLiteral("system");
  const Theme& chosen =
      loadframe::theme(follow ? (system_is_dark_ ? QStringLiteral("dark") : QStringLiteral("light")) : key);
  key_ = follow ? key : chosen.key;
  if (&chosen == theme_) return;
  theme_ = &chosen;
  apply();
  emit changed();
}

void Appearance::apply() {
  application_.setPalette(palette_of(*theme_));
  application_.setStyleSheet(style_sheet_of(*theme_, application_.font(), arrows_));
}

}  // namespace loadframe
