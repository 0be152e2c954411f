#include "file_watch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrent/QtConcurrentRun>

#include <chrono>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

/// Programs write in several steps: look when they have come to rest.
constexpr auto rest = 300ms;

}  // namespace

FileWatch::Fingerprint FileWatch::fingerprint(const QString& path) {
  QFile file(path);
  if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) return {};
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(&file);
  return hash.result();
}

FileWatch::FileWatch(QObject* parent) : QObject(parent) {
  due_.setSingleShot(true);
  due_.setInterval(rest);
  connect(&watcher_, &QFileSystemWatcher::fileChanged, &due_, qOverload<>(&QTimer::start));
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, &due_, qOverload<>(&QTimer::start));
  connect(&due_, &QTimer::timeout, this, &FileWatch::look);
  connect(&looking_, &QFutureWatcherBase::finished, this, &FileWatch::tell);
}

void FileWatch::watch(const QString& path, const Fingerprint& known) {
  path_ = path;
  known_ = told_ = known;
  due_.stop();
  watch_paths();
}

void FileWatch::watch_paths() {
  const QStringList before = watcher_.files() + watcher_.directories();
  if (!before.isEmpty()) watcher_.removePaths(before);
  if (path_.isEmpty()) return;
  // The folder, too: who saves by renaming puts another file in the place of the one watched.
  watcher_.addPath(QFileInfo(path_).absolutePath());
  if (QFileInfo::exists(path_)) watcher_.addPath(path_);
}

void FileWatch::look() {
  if (path_.isEmpty()) return;
  if (looking_.isRunning()) {
    due_.start();
    return;
  }
  looking_.setFuture(QtConcurrent::run([path = path_]() -> Fingerprint { return fingerprint(path); }));
}

void FileWatch::tell() {
  watch_paths();
  const Fingerprint now = looking_.result();
  if (now == told_) return;
  told_ = now;
  if (now == known_) emit as_known();
  else if (now.isEmpty()) emit removed_on_disk();
  else emit changed_on_disk();
}

}  // namespace loadframe
