#pragma once

#include "commands.h"

namespace loadframe {

/// Settings of the selected elements that the words give a value: "cpu time 8 ms", "policy least". A value that cannot
/// be is told as a command that is not possible, with the reason. Best first; their scores are comparable with those
/// of fuzzy_match.
std::vector<Command> typed_settings(MainWindow& window, const QString& words);

}  // namespace loadframe
