#pragma once

#include "architecture/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// Whole files as text.
namespace loadframe {

/// Reads a regular file of at most so many bytes.
Result<std::string> read_file(const std::filesystem::path& file, std::size_t most_bytes);

/// Writes beside the file, syncs and renames, so that a crash leaves the old file or the new one. Follows symbolic
/// links and keeps permissions. Returns why it could not be written; the old file is then untouched.
std::optional<Diagnostic> replace_file(const std::filesystem::path& file, std::string_view text);

}  // namespace loadframe
