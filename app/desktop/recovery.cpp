#include "recovery.h"

#include "document.h"
#include "exchange/layout_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>
#include <QtConcurrent/QtConcurrentRun>

#include <chrono>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

/// From a change to its being kept: many changes in a row are written once.
constexpr auto delay = 2s;

constexpr QLatin1String layout_suffix(".loadframe");
constexpr QLatin1String about_suffix(".json");
constexpr QLatin1String lock_suffix(".lock");
constexpr QLatin1String path_key("path");
constexpr QLatin1String name_key("name");

QString folder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

void remove_files(const QString& base) {
  for (const QLatin1String suffix : {layout_suffix, about_suffix, lock_suffix}) QFile::remove(base + suffix);
}

QString base_of(const QString& layout_file) { return layout_file.chopped(layout_suffix.size()); }

void write(const Architecture& architecture, const QString& path, const QString& base) {
  const std::string name = architecture.properties.name;
  const QString shown = !path.isEmpty() ? QFileInfo(path).fileName() : QString::fromStdString(name);
  QSaveFile about(base + about_suffix);
  if (about.open(QIODevice::WriteOnly)) {
    about.write(QJsonDocument(QJsonObject{{path_key, path}, {name_key, shown}}).toJson());
    about.commit();
  }
  // Without room for it there is nothing to be done: saving will tell.
  static_cast<void>(save_layout(architecture, std::filesystem::path((base + layout_suffix).toStdU16String())));
}

}  // namespace

Recovery::Recovery(Document& document, QObject* parent) : QObject(parent), document_(document) {
  due_.setSingleShot(true);
  due_.setInterval(delay);
  connect(&due_, &QTimer::timeout, this, &Recovery::keep);
  connect(&document_, &Document::changed, this, &Recovery::follow);
  connect(&document_, &Document::title_changed, this, &Recovery::follow);
}

Recovery::~Recovery() { writing_.waitForFinished(); }

void Recovery::follow() {
  if (!document_.is_modified()) forget();
  else if (!due_.isActive()) due_.start();
}

void Recovery::forget() {
  due_.stop();
  writing_.waitForFinished();
  if (!lock_) return;
  lock_->unlock();
  remove_files(base_);
  lock_.reset();
}

bool Recovery::take_place() {
  if (lock_) return true;
  if (!QDir().mkpath(folder())) return false;
  base_ = folder() + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces);
  lock_ = std::make_unique<QLockFile>(base_ + lock_suffix);
  lock_->setStaleLockTime(0);
  if (lock_->tryLock(0)) return true;
  lock_.reset();
  return false;
}

void Recovery::keep() {
  if (writing_.isRunning()) {
    due_.start();
    return;
  }
  if (!document_.is_modified() || !take_place()) return;
  writing_.setFuture(QtConcurrent::run(write, document_.architecture(), document_.path(), base_));
}

void Recovery::keep_now() {
  due_.stop();
  writing_.waitForFinished();
  keep();
  writing_.waitForFinished();
}

std::vector<Recovery::Found> Recovery::left_behind() {
  std::vector<Found> found;
  const QDir place(folder());
  for (const QFileInfo& layout : place.entryInfoList({QLatin1Char('*') + layout_suffix}, QDir::Files, QDir::Time)) {
    const QString base = base_of(layout.filePath());
    QLockFile lock(base + lock_suffix);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0)) continue;  // its owner is alive
    QFile about(base + about_suffix);
    QJsonObject told;
    if (about.open(QIODevice::ReadOnly)) told = QJsonDocument::fromJson(about.readAll()).object();
    found.push_back({layout.filePath(), told[path_key].toString(), told[name_key].toString(), layout.lastModified()});
  }
  return found;
}

void Recovery::discard(const Found& found) { remove_files(base_of(found.file)); }

}  // namespace loadframe
