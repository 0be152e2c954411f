#include "canvas/clipboard.h"

#include "canvas/picture_import.h"
#include "canvas/snapping.h"
#include "diagram/theme.h"
#include "exchange/layout_file.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr qsizetype most_characters = 4 << 20;

constexpr qsizetype longest_note = 5000;
constexpr int note_pixels = 12;
constexpr double note_padding = 24;
constexpr double widest_note = 320;
constexpr double tallest_note = 480;
constexpr QSizeF least_note(120, 40);

/// A layout may stand in a letter or between the fences of a page; whatever else begins as one is meant to be one.
bool looks_like_layout(const QString& pasted) {
  static const QRegularExpression mark(QStringLiteral("\"format\"\\s*:\\s*\"loadframe\""));
  return pasted.trimmed().startsWith(QLatin1Char('{')) || mark.match(pasted).hasMatch();
}

QString layout_part(const QString& pasted) {
  const qsizetype from = pasted.indexOf(QLatin1Char('{'));
  const qsizetype to = pasted.lastIndexOf(QLatin1Char('}'));
  return from >= 0 && to > from ? pasted.mid(from, to - from + 1) : pasted;
}

/// Without what cannot be seen.
QString readable(QString pasted) {
  pasted.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
  pasted.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
  return pasted.trimmed();
}

/// Where in the text, and why.
Diagnostic in_words(Diagnostic diagnostic) {
  if (!diagnostic.where.empty()) diagnostic.what = diagnostic.where + ": " + diagnostic.what;
  return diagnostic;
}

std::string text(const char* english) { return QCoreApplication::translate("Clipboard", english).toStdString(); }

}  // namespace

void put_on_clipboard(const Architecture& extracted) {
  QGuiApplication::clipboard()->setText(QString::fromStdString(layout_to_text(extracted)));
}

Result<ClipboardContent> read_clipboard(QWidget& window) {
  const QMimeData* const data = QGuiApplication::clipboard()->mimeData();
  const QString pasted = data && data->hasText() ? data->text() : QString();
  if (looks_like_layout(pasted)) {
    if (pasted.size() > most_characters)
      return error({}, text(QT_TRANSLATE_NOOP("Clipboard", "The clipboard holds too much to be part of a layout.")));
    auto layout =
        layout_from_text(layout_part(pasted).toStdString(), text(QT_TRANSLATE_NOOP("Clipboard", "clipboard")));
    if (!layout) return in_words(layout.diagnostic());
    return ClipboardContent(std::move(layout).value().architecture);
  }
  if (data && holds_picture(*data)) {
    auto picture = picture_from(*data, window);
    if (!picture) return picture.diagnostic();
    return ClipboardContent(*std::move(picture));
  }
  const QString note = readable(pasted);
  if (note.isEmpty()) return error({}, text(QT_TRANSLATE_NOOP("Clipboard", "There is nothing to paste.")));
  if (note.size() > longest_note)
    return error({}, text(QT_TRANSLATE_NOOP("Clipboard", "The clipboard holds too much text for a note.")));
  return ClipboardContent(note);
}

QSizeF size_of_note(const QString& text) {
  const QFontMetricsF metrics(diagram_font(note_pixels));
  double width = 0;
  for (const QString& line : text.split(QLatin1Char('\n'))) width = std::max(width, metrics.horizontalAdvance(line));
  width = std::clamp(width + 2, least_note.width(), widest_note);
  const QRectF needed = metrics.boundingRect(QRectF(0, 0, width, 1e5), Qt::TextWrapAnywhere | Qt::TextWordWrap, text);
  const double lines = std::ceil(needed.height() / metrics.height());
  const double height = std::clamp(lines * metrics.lineSpacing() + note_padding, least_note.height(), tallest_note);
  return {std::ceil((width + note_padding) / snap_step) * snap_step, std::ceil(height / snap_step) * snap_step};
}

}  // namespace loadframe
