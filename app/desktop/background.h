#pragma once

#include <QEventLoop>
#include <QFutureWatcher>
#include <QProgressDialog>
#include <QtConcurrent/QtConcurrentRun>

#include <type_traits>

namespace loadframe {

/// Runs work on another thread and returns its result. The window stays alive but takes no input meanwhile; if it
/// takes long, a dialog says what is going on.
template <class Work>
std::invoke_result_t<Work> run_in_background(QWidget* window, const QString& what, Work work) {
  QFutureWatcher<std::invoke_result_t<Work>> watcher;
  QProgressDialog dialog(what, QString(), 0, 0, window);
  dialog.setWindowModality(Qt::ApplicationModal);
  dialog.setMinimumDuration(400);
  dialog.setValue(0);
  QEventLoop loop;
  QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
  watcher.setFuture(QtConcurrent::run(std::move(work)));
  if (!watcher.isFinished()) loop.exec(QEventLoop::ExcludeUserInputEvents);
  return watcher.future().takeResult();
}

}  // namespace loadframe
