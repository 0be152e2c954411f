#pragma once

#include "architecture/result.h"
#include "document.h"

#include <QObject>
#include <QStringList>

class QWidget;

namespace loadframe {

class Appearance;

/// Examples to begin with, and those that reproduce published results.
enum class ExampleGroup { first_steps, papers };

/// New, open, save, export: what happens between the document and files, with the questions and messages about it.
class FileActions : public QObject {
  Q_OBJECT

public:
  FileActions(Document& document, const Appearance& appearance, QWidget& window);

  /// Each asks about unsaved changes first, and does nothing if told to.
  void start_new();
  void choose_and_open();
  void open(const QString& path);
  void open_example(const QString& resource);

  /// False: it was not saved, by choice or because it could not be.
  bool save();
  bool save_as();

  void export_picture();

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
  bool write(const QString& path);
  /// Adds the suffix where it is missing. False: that file exists, and is to stay.
  bool complete_suffix(QString& path, const QString& suffix);
  void remember(const QString& path);
  void tell(const QString& summary, const Diagnostic& diagnostic);
  void tell_warnings(const QString& path, const std::vector<Diagnostic>& warnings);
  QString folder() const;

  Document& document_;
  const Appearance& appearance_;
  QWidget& window_;
};

}  // namespace loadframe
