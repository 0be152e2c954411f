#include "appearance.h"
#include "main_window.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("Loadframe"));
  QApplication::setOrganizationName(QStringLiteral("Loadframe"));
  QApplication::setApplicationVersion(QStringLiteral(LOADFRAME_VERSION));

  QCommandLineParser options;
  options.setApplicationDescription(
      QApplication::translate("main", "Draw a system, run it live, break it, and see what happens."));
  options.addHelpOption();
  options.addVersionOption();
  options.addPositionalArgument(QStringLiteral("FILE"), QApplication::translate("main", "A layout to open."),
                                QStringLiteral("[FILE]"));
  options.process(application);

  loadframe::Appearance appearance(application);
  loadframe::MainWindow window(appearance);
  window.show();
  if (!options.positionalArguments().isEmpty()) window.open(options.positionalArguments().constFirst());
  return QApplication::exec();
}
