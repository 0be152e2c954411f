#include "language.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace loadframe {

namespace {

constexpr QLatin1String english("en");

/// "de" of "de-AT" and "de_DE".
QString language_of(const QString& locale_name) {
  const auto separator = std::find_if(locale_name.begin(), locale_name.end(), [](QChar c) { return !c.isLetter(); });
  return QString(locale_name.begin(), separator - locale_name.begin()).toLower();
}

QString system_language() {
  const QStringList known = languages();
  for (const QString& wanted : QLocale::system().uiLanguages())
    if (known.contains(language_of(wanted))) return language_of(wanted);
  return english;
}

void install(QApplication& application, const QString& file, const QString& folder) {
  auto* const translator = new QTranslator(&application);
  if (translator->load(file, folder)) QApplication::installTranslator(translator);
  else delete translator;
}

}  // namespace

QStringList languages() {
  const QString prefix = QStringLiteral("loadframe_");
  const QString suffix = QStringLiteral(".qm");
  QStringList found{english};
  const QDir compiled_in(QStringLiteral(":/translations"));
  for (const QString& file : compiled_in.entryList({prefix + QLatin1Char('*') + suffix}))
    found << file.mid(prefix.size(), file.size() - prefix.size() - suffix.size());
  found.sort();
  return found;
}

void speak(QApplication& application, const QString& language) {
  const QString spoken = language.isEmpty() ? system_language() : language;
  if (!language.isEmpty() && language_of(QLocale::system().name()) != language) QLocale::setDefault(QLocale(language));
  if (spoken == english) return;
  install(application, QStringLiteral("qtbase_") + spoken, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(application, QStringLiteral("loadframe_") + spoken, QStringLiteral(":/translations"));
}

}  // namespace loadframe
