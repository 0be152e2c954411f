#include "canvas/clipboard.h"

#include "exchange/layout_file.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>

namespace loadframe {

namespace {

constexpr qsizetype most_characters = 4 << 20;

std::string text(const char* english) { return QCoreApplication::translate("Clipboard", english).toStdString(); }

}  // namespace

void put_on_clipboard(const Architecture& extracted) {
  QGuiApplication::clipboard()->setText(QString::fromStdString(layout_to_text(extracted)));
}

Result<Architecture> from_clipboard() {
  const QMimeData* const data = QGuiApplication::clipboard()->mimeData();
  const QString pasted = data && data->hasText() ? data->text() : QString();
  if (pasted.trimmed().isEmpty()) {
    return error({}, text(QT_TRANSLATE_NOOP("Clipboard", "There is nothing to paste.")));
  }
  if (pasted.size() > most_characters) {
    return error({}, text(QT_TRANSLATE_NOOP("Clipboard", "The clipboard holds too much to be part of a layout.")));
  }
  if (!pasted.trimmed().startsWith(QLatin1Char('{'))) {
    return error({}, text(QT_TRANSLATE_NOOP("Clipboard", "The clipboard holds no part of a layout.")));
  }
  auto layout = layout_from_text(pasted.toStdString(), text(QT_TRANSLATE_NOOP("Clipboard", "clipboard")));
  if (!layout) return layout.diagnostic();
  return std::move(layout).value().architecture;
}

}  // namespace loadframe
