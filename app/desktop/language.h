#pragma once

#include <QString>
#include <QStringList>

class QApplication;

namespace loadframe {

/// The languages that the program speaks, as "de".
QStringList languages();

/// Makes the program speak and write numbers in one of languages(), or, when that is empty, in the first of the
/// system's languages that it speaks; else English. To be called before there are windows.
void speak(QApplication& application, const QString& language);

}  // namespace loadframe
