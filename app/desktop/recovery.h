#pragma once

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <vector>

class QLockFile;

namespace loadframe {

class Document;

/// Keeps the unsaved work of one document in a file among the program's own data, a moment after each change, so that
/// a crash costs seconds. The file goes when the work is saved, or given up on purpose.
class Recovery : public QObject {
  Q_OBJECT

public:
  explicit Recovery(Document& document, QObject* parent = nullptr);
  ~Recovery() override;

  /// The work is saved, or its owner does not want it.
  void forget();

  /// Writes now, and waits for it.
  void keep_now();

  /// Work that a program which runs no longer has left.
  struct Found {
    QString file;      ///< with the layout as it was
    QString original;  ///< the file that it was to be saved to; empty if there was none yet
    QString name;      ///< for people
    QDateTime at;
  };
  static std::vector<Found> left_behind();
  static void discard(const Found& found);

private:
  void follow();
  void keep();
  bool take_place();

  Document& document_;
  QString base_;                     ///< of this document's files, without their suffix
  std::unique_ptr<QLockFile> lock_;  ///< tells other runs of the program that this one is alive
  QTimer due_;
  QFutureWatcher<void> writing_;
};

}  // namespace loadframe
