#include "appearance.h"
#include "file_actions.h"
#include "language.h"
#include "main_window.h"
#include "view_options.h"
#include "windows.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

namespace {

constexpr QLatin1String language_option("language");

/// In the language that is spoken at the time.
void describe(QCommandLineParser& options) {
  options.setApplicationDescription(
      QApplication::translate("main", "Draw a system, run it live, break it, and see what happens."));
  options.addHelpOption();
  options.addVersionOption();
  options.addOption({language_option,
                     QApplication::translate("main", "Language of the window: %1. Without it, the system's.")
                         .arg(loadframe::languages().join(QStringLiteral(", "))),
                     QApplication::translate("main", "language")});
  options.addPositionalArgument(QStringLiteral("FILE"),
                                QApplication::translate("main", "Layouts to open, each in a window of its own."),
                                QStringLiteral("[FILE…]"));
}

/// The language that the command line asks for, looked up ahead of all else: help and errors speak it, too.
QString language_asked_for() {
  QCommandLineParser options;
  describe(options);
  options.parse(QApplication::arguments());
  return options.value(language_option);
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("Loadframe"));
  QApplication::setOrganizationName(QStringLiteral("Loadframe"));
  QApplication::setApplicationVersion(QStringLiteral(LOADFRAME_VERSION));

  const QString language = language_asked_for();
  const bool is_spoken = language.isEmpty() || loadframe::languages().contains(language);
  loadframe::speak(application, is_spoken ? language : QString());
  QCommandLineParser options;
  describe(options);
  options.process(application);
  if (!is_spoken) {
    const QString problem = QApplication::translate("main", "There is no language “%1”; choose one of: %2.")
                                .arg(language, loadframe::languages().join(QStringLiteral(", ")));
    std::fprintf(stderr, "%s\n", qUtf8Printable(problem));
    return 1;
  }

  loadframe::Appearance appearance(application);
  loadframe::restore_view_options(appearance);
  loadframe::Windows windows(appearance);
  windows.open_new();
  for (const QString& file : options.positionalArguments()) windows.current().files().open(file);
  windows.offer_recovery();
  return QApplication::exec();
}
