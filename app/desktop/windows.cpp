#include "windows.h"

#include "appearance.h"
#include "file_actions.h"
#include "main_window.h"
#include "recovery.h"
#include "recovery_dialog.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int cascade_step = 32;

QString theme_key() { return QStringLiteral("theme"); }

}  // namespace

Windows::Windows(Appearance& appearance, QObject* parent) : QObject(parent), appearance_(appearance) {
  appearance_.set_theme(QSettings().value(theme_key(), QStringLiteral("system")).toString());
  connect(&appearance_, &Appearance::changed, this, [this] { QSettings().setValue(theme_key(), appearance_.key()); });
}

Windows::~Windows() {
  const std::vector<MainWindow*> left = all_;
  for (MainWindow* const window : left) delete window;
}

MainWindow& Windows::open_new() {
  const MainWindow* const before = all_.empty() ? nullptr : all_.back();
  auto* const window = new MainWindow(appearance_, *this);
  window->setAttribute(Qt::WA_DeleteOnClose);
  if (before) {
    window->resize(before->size());
    window->move(before->pos() + QPoint(cascade_step, cascade_step));
  }
  all_.push_back(window);
  connect(window, &QObject::destroyed, this, [this, window] {
    std::erase(all_, window);
    emit changed();
  });
  connect(window, &QWidget::windowTitleChanged, this, &Windows::changed);
  window->show();
  emit changed();
  return *window;
}

MainWindow& Windows::current() {
  QWidget* const active = QApplication::activeWindow();
  const auto found = std::find_if(all_.begin(), all_.end(), [active](MainWindow* window) {
    return window == active || (active && window->isAncestorOf(active));
  });
  if (found != all_.end()) return **found;
  return all_.empty() ? open_new() : *all_.back();
}

MainWindow& Windows::place_beside(MainWindow& asking) {
  // An example that nobody has changed can be opened again at any time.
  const bool nothing_to_lose = asking.document().path().isEmpty() && !asking.document().is_modified();
  return nothing_to_lose ? asking : open_new();
}

bool Windows::bring_up(const QString& path) {
  const QString wanted = QFileInfo(path).canonicalFilePath();
  if (wanted.isEmpty()) return false;
  for (MainWindow* const window : all_) {
    if (QFileInfo(window->document().path()).canonicalFilePath() != wanted) continue;
    window->come_to_front();
    return true;
  }
  return false;
}

void Windows::quit() {
  std::vector<MainWindow*> unsaved;
  std::copy_if(all_.begin(), all_.end(), std::back_inserter(unsaved),
               [](MainWindow* window) { return window->document().is_modified(); });
  bool saves_all = false;
  for (std::size_t i = 0; i < unsaved.size(); ++i) {
    FileActions& files = unsaved[i]->files();
    if (saves_all) {
      if (!files.save()) return;
      continue;
    }
    if (unsaved.size() > 1) unsaved[i]->come_to_front();
    const auto others = unsaved.size() - i - 1;
    const FileActions::Answer answer = files.ask_to_save(static_cast<int>(others));
    if (answer == FileActions::Answer::cancel) return;
    saves_all = answer == FileActions::Answer::save_all;
    if (answer != FileActions::Answer::discard && !files.save()) return;
  }
  const std::vector<MainWindow*> closing = all_;
  for (MainWindow* const window : closing) window->close_without_asking();
}

void Windows::offer_recovery() {
  const std::vector<Recovery::Found> found = Recovery::left_behind();
  if (found.empty()) return;
  RecoveryDialog dialog(found, all_.empty() ? nullptr : &current());
  switch (dialog.ask()) {
    case RecoveryDialog::Answer::later:
      return;
    case RecoveryDialog::Answer::discard:
      for (const Recovery::Found& one : found) Recovery::discard(one);
      return;
    case RecoveryDialog::Answer::recover:
      for (const Recovery::Found& one : found) place_beside(current()).files().recover(one);
      return;
  }
}

}  // namespace loadframe
