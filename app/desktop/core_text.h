#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>
#include <string_view>

namespace loadframe {

/// A text of the core (marked with TR there) in the user's language.
inline QString core_text(std::string_view text) {
  return QCoreApplication::translate("core", std::string(text).c_str());
}

}  // namespace loadframe
