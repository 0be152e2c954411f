#pragma once

#include "exchange/run_result.h"

#include <string>

namespace loadframe::cli {

/// A run as people read it: what its users saw, what each component did, what happened.
std::string summary_of(const RunResult& result);

}  // namespace loadframe::cli
