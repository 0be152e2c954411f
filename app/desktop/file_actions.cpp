#include "file_actions.h"

#include "appearance.h"
#include "background.h"
#include "core_text.h"
#include "exchange/layout_file.h"
#include "export_dialog.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

namespace loadframe {

namespace {

constexpr int most_recent_files = 10;

QString recent_files_key() { return QStringLiteral("recent_files"); }

QString file_filter() { return FileActions::tr("Loadframe layouts (*.loadframe);;All files (*)"); }

std::filesystem::path file_path(const QString& path) { return {path.toStdU16String()}; }

QString sentence(const Diagnostic& diagnostic) {
  QString text = core_text(diagnostic.what);
  if (!diagnostic.remedy.empty()) text += QStringLiteral("\n") + core_text(diagnostic.remedy);
  return text;
}

}  // namespace

FileActions::FileActions(Document& document, const Appearance& appearance, QWidget& window)
    : QObject(&window), document_(document), appearance_(appearance), window_(window) {}

void FileActions::start_new() {
  if (may_drop_document()) document_.reset({}, {});
}

void FileActions::choose_and_open() {
  const QString path = QFileDialog::getOpenFileName(&window_, tr("Open a layout"), folder(), file_filter());
  if (!path.isEmpty()) open(path);
}

void FileActions::open(const QString& path) {
  if (may_drop_document()) load(path, QFileInfo(path).absoluteFilePath());
}

void FileActions::open_example(const QString& resource) {
  if (may_drop_document()) load(resource, {});
}

void FileActions::load(const QString& path, const QString& path_to_save_to) {
  const bool is_example = path_to_save_to.isEmpty();
  auto layout = run_in_background(&window_, tr("Opening %1…").arg(QFileInfo(path).fileName()),
                                  [path, is_example]() -> Result<Layout> {
                                    if (!is_example) return read_layout(file_path(path));
                                    QFile file(path);
                                    if (!file.open(QIODevice::ReadOnly))
                                      return error(path.toStdString(), file.errorString().toStdString());
                                    return layout_from_text(file.readAll().toStdString(), path.toStdString());
                                  });
  if (!layout) {
    tell(tr("%1 could not be opened.").arg(QFileInfo(path).fileName()), layout.diagnostic());
    return;
  }
  Layout read = std::move(layout).value();
  document_.reset(std::move(read.architecture), path_to_save_to);
  if (!is_example) remember(path_to_save_to);
  if (!read.warnings.empty()) tell_warnings(path, read.warnings);
}

bool FileActions::save() {
  if (document_.path().isEmpty()) return save_as();
  return write(document_.path());
}

bool FileActions::save_as() {
  QString suggestion = document_.path();
  if (suggestion.isEmpty()) {
    const QString name = QString::fromStdString(document_.architecture().properties.name).trimmed();
    suggestion = QDir(folder()).filePath((name.isEmpty() ? tr("untitled") : name) + QStringLiteral(".loadframe"));
  }
  QString path = QFileDialog::getSaveFileName(&window_, tr("Save the layout"), suggestion, file_filter());
  if (path.isEmpty() || !complete_suffix(path, QStringLiteral(".loadframe"))) return false;
  return write(QFileInfo(path).absoluteFilePath());
}

bool FileActions::complete_suffix(QString& path, const QString& suffix) {
  if (path.endsWith(suffix, Qt::CaseInsensitive)) return true;
  path += suffix;  // the file dialog has only asked about the name without it
  return !QFileInfo::exists(path) ||
         QMessageBox::question(&window_, tr("Replace file"),
                               tr("%1 exists already. Replace it?").arg(QFileInfo(path).fileName())) ==
             QMessageBox::Yes;
}

bool FileActions::write(const QString& path) {
  const auto failure = run_in_background(
      &window_, tr("Saving %1…").arg(QFileInfo(path).fileName()),
      [path, architecture = document_.architecture()] { return save_layout(architecture, file_path(path)); });
  if (failure) {
    tell(tr("%1 could not be saved.").arg(QFileInfo(path).fileName()), *failure);
    return false;
  }
  document_.set_saved(path);
  remember(path);
  return true;
}

bool FileActions::may_drop_document() {
  if (!document_.is_modified()) return true;
  const QString name = document_.path().isEmpty() ? tr("this layout") : QFileInfo(document_.path()).fileName();
  QMessageBox question(QMessageBox::Warning, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name),
                       QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &window_);
  question.setInformativeText(tr("They are lost if you do not save them."));
  question.setDefaultButton(QMessageBox::Save);
  question.setEscapeButton(QMessageBox::Cancel);
  switch (question.exec()) {
    case QMessageBox::Save:
      return save();
    case QMessageBox::Discard:
      return true;
    default:
      return false;
  }
}

void FileActions::export_picture() {
  ExportDialog dialog(appearance_.theme().key, &window_);
  if (dialog.exec() != QDialog::Accepted) return;
  const PictureFormatDescription& format = picture_formats()[static_cast<std::size_t>(dialog.format())];
  const QString base = document_.path().isEmpty() ? tr("diagram") : QFileInfo(document_.path()).completeBaseName();
  QString path = QFileDialog::getSaveFileName(&window_, tr("Export the picture"),
                                              QDir(folder()).filePath(base + QLatin1Char('.') + format.key),
                                              QStringLiteral("%1 (*.%2)").arg(format.label, format.key));
  if (path.isEmpty() || !complete_suffix(path, QLatin1Char('.') + format.key)) return;

  const auto failure = run_in_background(
      &window_, tr("Exporting %1…").arg(QFileInfo(path).fileName()),
      [path, architecture = document_.architecture(), kind = dialog.format(),
       options = dialog.options()]() -> std::optional<Diagnostic> {
        const auto picture = loadframe::export_picture(architecture, kind, options);
        if (!picture) return picture.diagnostic();
        QSaveFile file(path);  // the old picture stays until the new one is whole
        if (!file.open(QIODevice::WriteOnly) || file.write(*picture) != picture->size() || !file.commit()) {
          return error(path.toStdString(), file.errorString().toStdString());
        }
        return std::nullopt;
      });
  if (failure) tell(tr("%1 could not be exported.").arg(QFileInfo(path).fileName()), *failure);
}

void FileActions::tell(const QString& summary, const Diagnostic& diagnostic) {
  QMessageBox message(QMessageBox::Critical, tr("Loadframe"), summary, QMessageBox::Ok, &window_);
  message.setInformativeText(sentence(diagnostic));
  message.setDetailedText(QString::fromStdString(to_text(diagnostic)));
  message.exec();
}

void FileActions::tell_warnings(const QString& path, const std::vector<Diagnostic>& warnings) {
  QMessageBox message(QMessageBox::Warning, tr("Loadframe"),
                      tr("%1 was opened, but there is something to know about it.").arg(QFileInfo(path).fileName()),
                      QMessageBox::Ok, &window_);
  constexpr std::size_t most_shown = 3;
  QStringList first;
  QStringList all;
  for (const Diagnostic& warning : warnings) {
    if (static_cast<std::size_t>(first.size()) < most_shown) first += sentence(warning);
    all += QString::fromStdString(to_text(warning));
  }
  if (warnings.size() > most_shown)
    first += tr("… and %n more.", nullptr, static_cast<int>(warnings.size() - most_shown));
  message.setInformativeText(first.join(QStringLiteral("\n")));
  message.setDetailedText(all.join(QStringLiteral("\n")));
  message.exec();
}

QString FileActions::folder() const {
  if (!document_.path().isEmpty()) return QFileInfo(document_.path()).absolutePath();
  const QStringList recent = recent_files();
  if (!recent.isEmpty()) return QFileInfo(recent.constFirst()).absolutePath();
  return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QStringList FileActions::recent_files() const { return QSettings().value(recent_files_key()).toStringList(); }

void FileActions::forget_recent_files() {
  QSettings().remove(recent_files_key());
  emit recent_files_changed();
}

void FileActions::remember(const QString& path) {
  QStringList recent = recent_files();
  recent.removeAll(path);
  recent.prepend(path);
  while (recent.size() > most_recent_files) recent.removeLast();
  QSettings().setValue(recent_files_key(), recent);
  emit recent_files_changed();
}

std::vector<std::pair<QString, QString>> FileActions::examples(ExampleGroup group) {
  std::vector<std::pair<QString, QString>> found;
  const QDir folder(group == ExampleGroup::papers ? QStringLiteral(":/examples/papers") : QStringLiteral(":/examples"));
  for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.loadframe")}, QDir::Files, QDir::Name)) {
    QString name = file.completeBaseName().replace(QLatin1Char('-'), QLatin1Char(' '));
    name[0] = name[0].toUpper();
    found.emplace_back(file.filePath(), name);
  }
  return found;
}

}  // namespace loadframe
