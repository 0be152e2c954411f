#include "file_actions.h"

#include "appearance.h"
#include "background.h"
#include "canvas/canvas.h"
#include "core_text.h"
#include "exchange/layout_file.h"
#include "export_dialog.h"
#include "file_watch.h"
#include "main_window.h"
#include "notice_bar.h"
#include "print_dialog.h"
#include "windows.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

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

FileActions::FileActions(Document& document, const Appearance& appearance, MainWindow& window, Windows& windows)
    : QObject(&window),
      document_(document),
      appearance_(appearance),
      window_(window),
      windows_(windows),
      watch_(new FileWatch(this)) {
  connect(watch_, &FileWatch::changed_on_disk, this, &FileActions::tell_of_change);
  connect(watch_, &FileWatch::removed_on_disk, this, &FileActions::tell_of_removal);
  connect(watch_, &FileWatch::as_known, this, [this] { window_.notice().hide(); });
  connect(&document_, &Document::title_changed, this, [this] {
    if (document_.path().isEmpty()) watch_->watch({}, {});
  });
}

void FileActions::start_new() {
  if (!window_.is_unused()) windows_.open_new();
}

void FileActions::choose_and_open() {
  const QString path = QFileDialog::getOpenFileName(&window_, tr("Open a layout"), folder(), file_filter());
  if (!path.isEmpty()) open(path);
}

void FileActions::open(const QString& path) {
  if (windows_.bring_up(path)) return;
  FileActions& there = windows_.place_beside(window_).files();
  there.load(path, QFileInfo(path).absoluteFilePath());
}

void FileActions::open_example(const QString& resource) { windows_.place_beside(window_).files().load(resource, {}); }

void FileActions::load(const QString& path, const QString& path_to_save_to) {
  const bool is_example = path_to_save_to.isEmpty();
  FileWatch::Fingerprint fingerprint;
  auto layout = run_in_background(&window_, tr("Opening %1…").arg(QFileInfo(path).fileName()),
                                  [path, is_example, &fingerprint]() -> Result<Layout> {
                                    if (!is_example) {
                                      fingerprint = FileWatch::fingerprint(path);
                                      return read_layout(file_path(path));
                                    }
                                    QFile file(path);
                                    if (!file.open(QIODevice::ReadOnly))
                                      return error(path.toStdString(), file.errorString().toStdString());
                                    return layout_from_text(file.readAll().toStdString(), path.toStdString());
                                  });
  if (!layout) {
    tell(tr("%1 could not be opened.").arg(QFileInfo(path).fileName()), layout.diagnostic());
    if (!QFileInfo::exists(path)) forget(path);
    return;
  }
  Layout read = std::move(layout).value();
  window_.notice().hide();
  document_.reset(std::move(read.architecture), path_to_save_to);
  watch_->watch(path_to_save_to, fingerprint);
  if (!is_example) remember(path_to_save_to);
  if (!read.warnings.empty()) tell_warnings(path, read.warnings);
}

void FileActions::recover(const Recovery::Found& found) {
  auto layout = run_in_background(&window_, tr("Recovering %1…").arg(found.name),
                                  [file = found.file] { return read_layout(file_path(file)); });
  if (!layout) {
    tell(tr("%1 could not be recovered.").arg(found.name), layout.diagnostic());
    return;
  }
  document_.restore(std::move(layout).value().architecture, found.original);
  watch_->watch(found.original, FileWatch::fingerprint(found.original));
  window_.recovery().keep_now();
  Recovery::discard(found);
}

void FileActions::reload() {
  // In place of what is here, whatever it is: that was asked before.
  if (!document_.path().isEmpty()) load(document_.path(), document_.path());
}

void FileActions::tell_of_change() {
  NoticeBar& notice = window_.notice();
  const QString name = QFileInfo(document_.path()).fileName();
  notice.tell(
      document_.is_modified()
          ? tr("%1 was changed by another program. Loading it again drops your changes since the last save.").arg(name)
          : tr("%1 was changed by another program.").arg(name));
  notice.offer(tr("Load it again"), QStringLiteral("primary"), [this] { reload(); });
  notice.offer(tr("Keep mine"), {}, [this] { document_.set_unsaved(); });
}

void FileActions::tell_of_removal() {
  NoticeBar& notice = window_.notice();
  notice.tell(
      tr("%1 was removed, renamed or moved. What you see is still here.").arg(QFileInfo(document_.path()).fileName()));
  document_.set_unsaved();
  notice.offer(tr("Save it again"), QStringLiteral("primary"), [this] { write(document_.path(), OverChanges::write); });
  notice.offer(tr("Save as…"), {}, [this] { save_as(); });
  notice.offer(tr("Not now"), QStringLiteral("quiet"), {});
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

bool FileActions::write(const QString& path, OverChanges over_changes) {
  struct Written {
    std::optional<Diagnostic> failure;
    bool changed_meanwhile = false;
    FileWatch::Fingerprint fingerprint;
  };
  const bool guards = over_changes == OverChanges::ask && path == watch_->path();
  const Written written =
      run_in_background(&window_, tr("Saving %1…").arg(QFileInfo(path).fileName()),
                        [path, architecture = document_.architecture(), guards, known = watch_->known()]() -> Written {
                          if (guards) {
                            const FileWatch::Fingerprint now = FileWatch::fingerprint(path);
                            if (!now.isEmpty() && now != known) return {std::nullopt, true, {}};
                          }
                          if (auto failure = save_layout(architecture, file_path(path)))
                            return {std::move(failure), false, {}};
                          return {std::nullopt, false, FileWatch::fingerprint(path)};
                        });
  if (written.changed_meanwhile) return may_write_over(path);
  if (written.failure) {
    tell(tr("%1 could not be saved.").arg(QFileInfo(path).fileName()), *written.failure);
    return false;
  }
  watch_->watch(path, written.fingerprint);
  window_.notice().hide();
  document_.set_saved(path);
  remember(path);
  return true;
}

bool FileActions::may_write_over(const QString& path) {
  QMessageBox question(QMessageBox::Warning, tr("Changed by another program"),
                       tr("%1 was changed by another program since you opened it.").arg(QFileInfo(path).fileName()),
                       QMessageBox::Cancel, &window_);
  question.setInformativeText(tr("Saving replaces those changes by yours."));
  QPushButton* const replace = question.addButton(tr("Replace them"), QMessageBox::DestructiveRole);
  QPushButton* const elsewhere = question.addButton(tr("Save as…"), QMessageBox::ActionRole);
  question.setDefaultButton(QMessageBox::Cancel);
  question.exec();
  if (question.clickedButton() == replace) return write(path, OverChanges::write);
  return question.clickedButton() == elsewhere && save_as();
}

FileActions::Answer FileActions::ask_to_save(int others) {
  const QString name = document_.path().isEmpty() ? tr("this layout") : QFileInfo(document_.path()).fileName();
  QMessageBox question(QMessageBox::Warning, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name),
                       QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &window_);
  question.setInformativeText(tr("They are lost if you do not save them."));
  question.setDefaultButton(QMessageBox::Save);
  question.setEscapeButton(QMessageBox::Cancel);
  if (others > 0) {
    question.addButton(QMessageBox::SaveAll);
    question.setInformativeText(
        tr("They are lost if you do not save them. %n more layout(s) have unsaved changes.", nullptr, others));
  }
  switch (question.exec()) {
    case QMessageBox::Save:
      return Answer::save;
    case QMessageBox::SaveAll:
      return Answer::save_all;
    case QMessageBox::Discard:
      return Answer::discard;
    default:
      return Answer::cancel;
  }
}

bool FileActions::may_drop_document() {
  if (!document_.is_modified()) return true;
  switch (ask_to_save()) {
    case Answer::save:
    case Answer::save_all:
      return save();
    case Answer::discard:
      return true;
    case Answer::cancel:
      return false;
  }
  return false;
}

void FileActions::export_picture() {
  ExportDialog dialog(appearance_.theme().key, &window_);
  if (dialog.exec() != QDialog::Accepted) return;
  const PictureFormatDescription& format = picture_formats()[static_cast<std::size_t>(dialog.format())];
  PictureOptions options = dialog.options();
  options.links = window_.canvas().link_style();
  const QString base = document_.path().isEmpty() ? tr("diagram") : QFileInfo(document_.path()).completeBaseName();
  QString path = QFileDialog::getSaveFileName(&window_, tr("Export the picture"),
                                              QDir(folder()).filePath(base + QLatin1Char('.') + format.key),
                                              QStringLiteral("%1 (*.%2)").arg(format.label, format.key));
  if (path.isEmpty() || !complete_suffix(path, QLatin1Char('.') + format.key)) return;

  const auto failure = run_in_background(
      &window_, tr("Exporting %1…").arg(QFileInfo(path).fileName()),
      [path, architecture = document_.architecture(), kind = dialog.format(), options,
       remedy = tr("Choose another folder, or make room on the disk.").toStdString()]() -> std::optional<Diagnostic> {
        const auto picture = loadframe::export_picture(architecture, kind, options);
        if (!picture) return picture.diagnostic();
        QSaveFile file(path);  // the old picture stays until the new one is whole
        if (!file.open(QIODevice::WriteOnly) || file.write(*picture) != picture->size() || !file.commit()) {
          return error(path.toStdString(), file.errorString().toStdString(), remedy);
        }
        return std::nullopt;
      });
  if (failure) tell(tr("%1 could not be exported.").arg(QFileInfo(path).fileName()), *failure);
}

void FileActions::print() {
  const Architecture& architecture = document_.architecture();
  QString title = QString::fromStdString(architecture.properties.name).trimmed();
  if (title.isEmpty())
    title = document_.path().isEmpty() ? tr("untitled") : QFileInfo(document_.path()).completeBaseName();
  PrintDialog(architecture, window_.canvas().link_style(), title, &window_).exec();
}

void FileActions::tell(const QString& summary, const Diagnostic& diagnostic) {
  QMessageBox message(QMessageBox::Critical, tr("Loadframe"), summary, QMessageBox::Ok, &window_);
  QString text = sentence(diagnostic);
  if (diagnostic.remedy.empty()) text += QLatin1Char('\n') + tr("What is in the window has not changed.");
  message.setInformativeText(text);
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

void FileActions::forget(const QString& path) {
  QStringList recent = recent_files();
  recent.removeAll(QFileInfo(path).absoluteFilePath());
  QSettings().setValue(recent_files_key(), recent);
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
  QFileInfoList files = folder.entryInfoList({QStringLiteral("*.loadframe")}, QDir::Files, QDir::Name);
  // First steps go from small to large; others follow.
  static const QStringList first_steps{QStringLiteral("single-server"), QStringLiteral("web-and-database"),
                                       QStringLiteral("load-balanced"), QStringLiteral("cache-and-replicas"),
                                       QStringLiteral("million-users")};
  const auto place = [](const QFileInfo& file) {
    const qsizetype step = first_steps.indexOf(file.completeBaseName());
    return step < 0 ? first_steps.size() : step;
  };
  std::stable_sort(files.begin(), files.end(),
                   [&place](const QFileInfo& a, const QFileInfo& b) { return place(a) < place(b); });
  for (const QFileInfo& file : files) {
    QString name = file.completeBaseName().replace(QLatin1Char('-'), QLatin1Char(' '));
    name[0] = name[0].toUpper();
    found.emplace_back(file.filePath(), name);
  }
  return found;
}

}  // namespace loadframe
