#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace loadframe {

/// Notices when the document's file is changed or removed by another program.
class FileWatch : public QObject {
  Q_OBJECT

public:
  /// What a file holds, in short. Removed files have none.
  using Fingerprint = QByteArray;
  static Fingerprint fingerprint(const QString& path);

  explicit FileWatch(QObject* parent = nullptr);

  /// Watches that file; what it holds now is known. An empty path watches nothing.
  void watch(const QString& path, const Fingerprint& known);

  /// What the file held when it was last read or written here.
  const Fingerprint& known() const { return known_; }
  const QString& path() const { return path_; }

  /// What the file holds now is no news any more.
  void accept(const Fingerprint& known) { known_ = told_ = known; }

signals:
  void changed_on_disk();
  void removed_on_disk();
  /// It is again as it was here.
  void as_known();

private:
  void look();
  void tell();
  void watch_paths();

  QFileSystemWatcher watcher_;
  QTimer due_;
  QString path_;
  Fingerprint known_;
  Fingerprint told_;
  QFutureWatcher<Fingerprint> looking_;
};

}  // namespace loadframe
