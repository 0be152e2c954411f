#pragma once

#include "cli/arguments.h"

/// One file per command; main.cpp lists them.
namespace loadframe::cli {

const Command& run_command();
const Command& validate_command();
const Command& kinds_command();
const Command& export_command();
const Command& schema_command();
const Command& validate_engine_command();

}  // namespace loadframe::cli
