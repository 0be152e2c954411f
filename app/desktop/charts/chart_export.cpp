#include "charts/chart_export.h"

#include "charts/chart_card.h"
#include "exchange/file_text.h"
#include "panels/wording.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QImage>
#include <QMessageBox>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>
#include <QSvgGenerator>
#include <QtConcurrentRun>

#include <algorithm>

namespace loadframe {

namespace {

constexpr QSize picture_size(960, 420);
constexpr int picture_ratio = 2;

QString text(const char* english) { return QCoreApplication::translate("metric", english); }

QString ask_for_file(const QString& title, const QString& ending, QWidget& parent) {
  const QString key = QStringLiteral("charts_folder");
  const QString folder =
      QSettings().value(key, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).toString();
  QString name = title;
  name.replace(QLatin1Char('/'), QLatin1Char('-')).replace(QLatin1Char(':'), QString());
  QString file =
      QFileDialog::getSaveFileName(parent.window(), text(QT_TRANSLATE_NOOP("metric", "Export")),
                                   QDir(folder).filePath(QStringLiteral("%1.%2").arg(name.simplified(), ending)),
                                   QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending));
  if (file.isEmpty()) return file;
  if (!file.endsWith(QLatin1Char('.') + ending, Qt::CaseInsensitive)) file += QLatin1Char('.') + ending;
  QSettings().setValue(key, QFileInfo(file).absolutePath());
  return file;
}

QString write(const QString& file, const QByteArray& content) {
  const auto problem =
      replace_file(file.toStdString(), std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
  return problem ? translated(to_text(*problem)) : QString();
}

void tell(const QString& problem, QWidget& parent) {
  if (!problem.isEmpty()) QMessageBox::warning(parent.window(), text(QT_TRANSLATE_NOOP("metric", "Export")), problem);
}

}  // namespace

QString write_chart_picture(const ChartCard& card, const QString& format, const QString& file) {
  QByteArray content;
  QBuffer buffer(&content);
  buffer.open(QIODevice::WriteOnly);
  const QRectF box(QPointF(), picture_size);
  if (format == QStringLiteral("svg")) {
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(picture_size);
    generator.setViewBox(box);
    generator.setTitle(title_of(card.spec()));
    QPainter painter(&generator);
    card.paint_into(painter, box);
  } else {
    QImage image(picture_size * picture_ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(picture_ratio);
    QPainter painter(&image);
    card.paint_into(painter, box);
    painter.end();
    image.save(&buffer, "PNG");
  }
  buffer.close();
  return write(file, content);
}

void export_chart_picture(const ChartCard& card, const QString& format, QWidget& parent) {
  const QString file = ask_for_file(title_of(card.spec()), format, parent);
  if (!file.isEmpty()) tell(write_chart_picture(card, format, file), parent);
}

void export_chart_table(std::vector<ChartColumn> columns, const Samples& samples, double from_s, double to_s,
                        QWidget& parent) {
  const QString file = ask_for_file(text(QT_TRANSLATE_NOOP("metric", "Charts")), QStringLiteral("csv"), parent);
  if (file.isEmpty()) return;
  auto* watcher = new QFutureWatcher<QString>(&parent);
  QObject::connect(watcher, &QFutureWatcher<QString>::finished, &parent, [watcher, &parent] {
    tell(watcher->result(), parent);
    watcher->deleteLater();
  });
  watcher->setFuture(QtConcurrent::run([columns = std::move(columns), samples, from_s, to_s, file] {
    return write(file, csv_of(columns, samples, from_s, to_s));
  }));
}

}  // namespace loadframe
