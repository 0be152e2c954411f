#pragma once

#include "architecture/presets.h"
#include "architecture/result.h"

#include <filesystem>

/// Presets in files: {"format": "loadframe-presets", "version": 1, "presets": [{"name": …, "kind": "server",
/// "help": …, "source": …, "settings": {"cores": 2}}]}, with values as layouts hold them.
namespace loadframe {

/// Reads all, or tells what is wrong with the first that cannot be used.
Result<std::vector<Preset>> presets_from_text(std::string_view text, std::string_view file_name);

std::string presets_to_text(std::span<const Preset> presets);

/// Those that come with the program: resources/presets.json.
const std::vector<Preset>& program_presets();

/// Settings of one element as text for the clipboard, and back; they are a file with one preset without a name.
std::string settings_to_text(const Architecture& architecture, const ElementId& element);
Result<Preset> settings_from_text(std::string_view text);

}  // namespace loadframe
