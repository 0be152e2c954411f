#pragma once

#include "architecture/architecture.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The layout format, *.loadframe: reading, writing, saving.
namespace loadframe {

inline constexpr int layout_version = 1;

/// What was read, with what the reader should know: members that this version does not know, and the like.
struct Layout {
  Architecture architecture;
  std::vector<Diagnostic> warnings;
};

/// Reads a layout. The diagnostic's place is "file:line" with the path of the element ("components[3].settings.rate").
/// Never fails in any other way, whatever the text.
/// @param folder where the files are that settings take values from ("@times.csv"); none: such settings are refused
Result<Layout> layout_from_text(std::string_view text, std::string_view file_name,
                                const std::optional<std::filesystem::path>& folder = std::nullopt);

/// The layout as text. What layout_from_text reads from it is equal to the architecture but for ids; and writing
/// that gives the same bytes.
std::string layout_to_text(const Architecture& architecture);

/// Reads a file of at most 64 MiB, and the files beside it that its settings take values from.
Result<Layout> read_layout(const std::filesystem::path& file);

/// Writes beside the file, syncs and renames, so that a crash leaves the old file or the new one. Follows symbolic
/// links and keeps permissions. Returns why it could not be saved; the old file is then untouched.
std::optional<Diagnostic> save_layout(const Architecture& architecture, const std::filesystem::path& file);

}  // namespace loadframe
