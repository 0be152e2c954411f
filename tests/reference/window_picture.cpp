#include "appearance.h"
#include "canvas/canvas.h"
#include "file_actions.h"
#include "language.h"
#include "live/live_run.h"
#include "main_window.h"
#include "windows.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDeadlineTimer>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QThread>

#include <cstdio>
#include <functional>

/// Takes a picture of the window in a state that is the same every time, to be held against the one that is kept.
/// The pixel ratio is QT_SCALE_FACTOR's.
namespace {

using namespace loadframe;

constexpr int patience_ms = 30'000;
/// Long enough for what eases, fades and is painted bit by bit.
constexpr int settles_ms = 2'000;

bool wait_for(const std::function<bool()>& holds) {
  const QDeadlineTimer deadline(patience_ms);
  while (!holds()) {
    if (deadline.hasExpired()) return false;
    QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    QThread::msleep(1);
  }
  return true;
}

void settle() {
  const QDeadlineTimer deadline(settles_ms);
  static_cast<void>(wait_for([&] { return deadline.hasExpired(); }));
}

/// Runs on for some seconds, goes back to twelve, and kills web-2 there: from then on all is as the seed makes it.
bool kill_at_twelve_seconds(MainWindow& window) {
  LiveRun& run = window.live_run();
  run.set_speed(LiveRun::as_fast_as_it_goes);
  run.run();
  if (!wait_for([&] { return run.now() > seconds(14); })) return false;
  run.rewind_to(seconds(12));
  if (!wait_for([&] { return !run.is_rewinding(); })) return false;
  const Component* const victim = find_component(window.document().architecture(), "web-2");
  if (!victim) return false;
  run.act({ActionKind::kill, victim->id, 0});
  run.set_speed(1);
  if (!wait_for([&] { return run.state_of(victim->id) == ComponentState::dead; })) return false;
  window.canvas().select({victim->id});
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  QApplication application(argc, argv);
  QCoreApplication::setOrganizationName("Loadframe reference images");

  QCommandLineParser options;
  options.addOptions({{"theme", "", "key", "light"},
                      {"language", "", "code", "en"},
                      {"size", "", "WxH", "1600x1000"},
                      {"state", "", "drawn or killed", "drawn"}});
  options.addPositionalArgument("LAYOUT", "");
  options.addPositionalArgument("PNG", "");
  options.process(application);
  const QStringList arguments = options.positionalArguments();
  if (arguments.size() != 2) options.showHelp(2);

  QSettings().clear();
  QSettings().setValue(QStringLiteral("theme"), options.value("theme"));
  // Which of them comes when depends on how fast the machine is.
  QSettings().setValue(QStringLiteral("hints/shown"), QStringList{"wire", "run", "break", "rewind"});
  speak(application, options.value("language"));
  Appearance appearance(application);
  Windows windows(appearance);
  MainWindow& window = windows.open_new();
  window.files().open(arguments[0]);
  const QStringList wanted = options.value("size").split(QLatin1Char('x'));
  const QSize size(wanted.value(0).toInt(), wanted.value(1).toInt());
  window.resize(size);
  window.show();
  settle();
  window.resize(size);  // how little it can do with may have been known only when the layout was open
  settle();
  if (options.value("state") == QLatin1String("killed") && !kill_at_twelve_seconds(window)) {
    std::fputs("the run did not get there\n", stderr);
    return 1;
  }
  settle();
  return window.grab().save(arguments[1]) ? 0 : 1;
}
