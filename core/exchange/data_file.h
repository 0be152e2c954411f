#pragma once

#include "architecture/settings.h"

#include <filesystem>
#include <string_view>
#include <vector>

/// Values of settings that stand in files of their own: measured times, recorded traffic. They are read once, into the
/// layout.
namespace loadframe {

/// Reads a law from the first column of a CSV file of at most 64 MiB: fields end with a comma, semicolon or tab; a
/// header, empty lines and lines that begin with # are allowed. The unit stands in the header ("latency_ms",
/// "latency (s)"), beside each number, or is given.
/// @param unit of numbers that have none; empty: that of the header
/// @param warnings gets what the reader should know, such as that the list was reduced
/// @return or a diagnostic with file, line and remedy
Result<Law> law_from_file(const std::filesystem::path& file, std::string_view unit, std::vector<Diagnostic>& warnings);

/// Reads steps of a profile from the first two columns of such a file: a time, which counts from that of the first row,
/// and the factor that holds from then on. Recorded rates are factors on a rate of 1/s.
Result<Profile> profile_from_file(const std::filesystem::path& file, std::string_view unit);

/// Reads a setting's value as setting_value_from_text does, but where the setting can take it from a file,
/// "@times.csv" or "@times.csv in ms" names one.
/// @param folder that file names are relative to
Result<SettingValue> setting_value_from_text(const Setting& setting, std::string_view text,
                                             const std::filesystem::path& folder, std::vector<Diagnostic>& warnings);

}  // namespace loadframe
