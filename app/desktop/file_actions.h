#pragma once

#include "architecture/result.h"
#include "document.h"
#include "recovery.h"

#include <QObject>
#include <QStringList>

namespace loadframe {

class Appearance;
class FileWatch;
class MainWindow;
class Windows;

/// Examples to begin with, and those that reproduce published results.
enum class ExampleGroup { first_steps, papers };

/// New, open, save, export: what happens between the document and files, with the questions and messages about it.
class FileActions : public QObject {
  Q_OBJECT

public:
  FileActions(Document& document, const Appearance& appearance, MainWindow& window, Windows& windows);

  /// Each opens another window where something would be lost in this one.
  void start_new();
  void choose_and_open();
  void open(const QString& path);
  void open_example(const QString& resource);
  /// Opens work that was left behind, here; it is unsaved as it was.
  void recover(const Recovery::Found& found);

  /// False: it was not saved, by choice or because it could not be.
  bool save();
  bool save_as();
  /// Reads the file again; what was done since is gone.
  void reload();

  void export_picture();
  void print();

  /// What is to become of unsaved changes; with so many other documents of which the same will be asked.
  enum class Answer { save, save_all, discard, cancel };
  Answer ask_to_save(int others = 0);

  /// Whether the present document may be dropped: it is saved, or people do not mind.
  bool may_drop_document();

  QStringList recent_files() const;
  void forget_recent_files();
  /// The example layouts that come with the program: resource path and name.
  static std::vector<std::pair<QString, QString>> examples(ExampleGroup group = ExampleGroup::first_steps);

signals:
  void recent_files_changed();

private:
  void load(const QString& path, const QString& path_to_save_to);
  enum class OverChanges { ask, write };
  bool write(const QString& path, OverChanges over_changes = OverChanges::ask);
  bool may_write_over(const QString& path);
  void tell_of_change();
  void tell_of_removal();
  /// Adds the suffix where it is missing. False: that file exists, and is to stay.
  bool complete_suffix(QString& path, const QString& suffix);
  void remember(const QString& path);
  void forget(const QString& path);
  void tell(const QString& summary, const Diagnostic& diagnostic);
  void tell_warnings(const QString& path, const std::vector<Diagnostic>& warnings);
  QString folder() const;

  Document& document_;
  const Appearance& appearance_;
  MainWindow& window_;
  Windows& windows_;
  FileWatch* watch_;
};

}  // namespace loadframe
