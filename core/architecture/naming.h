#pragma once

#include "architecture/architecture.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The rules of names. Components and areas share one set of names, since files, scenarios and the command line
/// address them by name; request classes have their own.
namespace loadframe {

inline constexpr std::size_t longest_name = 60;  ///< in characters

/// Why an element cannot be called so, whatever the others are called; none if it can.
std::optional<Diagnostic> objection_to_name(std::string_view name);

/// "stem-N" with the smallest N from 1 that no component or area has.
std::string fresh_name(const Architecture& architecture, std::string_view stem);
std::string fresh_class_name(const Architecture& architecture, std::string_view stem);

/// The name if it may be used and is free; else a fresh one with the same stem: "web-2" for "web-1".
std::string free_name(const Architecture& architecture, std::string_view wanted);

/// The next free name counting up from this one: "web-4" for "web-3", "db-r2" for "db-r1", "api-2" for "api".
std::string next_name(const Architecture& architecture, std::string_view name);

/// Everything that find_by_name finds.
std::vector<std::string> names_in(const Architecture& architecture);

}  // namespace loadframe
