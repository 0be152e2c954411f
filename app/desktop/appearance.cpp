#include "appearance.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QStyleFactory>

#include <utility>
#include <vector>

namespace loadframe {

namespace {

QColor mixed(const QColor& a, const QColor& b, double share_of_b) {
  const auto mix = [share_of_b](int x, int y) { return static_cast<int>(x + (y - x) * share_of_b + 0.5); };
  return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

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
      {QStringLiteral("accent"), theme.accent.name()},
      {QStringLiteral("bad_hover"), mixed(theme.bad, theme.text, 0.12).name()},
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
  application_.setFont(font);
  set_theme(QStringLiteral("system"));
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
