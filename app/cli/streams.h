#pragma once

#include "cli/arguments.h"
#include "exchange/layout_file.h"

#include <string>
#include <string_view>

/// Where commands read from and write to.
namespace loadframe::cli {

/// Reads a layout from a file or pipe, or from standard input if it is "-". Prints its warnings.
Result<Layout> open_layout(const std::string& file);

/// Writes to a file, or to standard output if it is "-".
std::optional<Diagnostic> write_output(const std::string& file, std::string_view content);

/// Prints to standard output; returns the exit status, which tells whether all of it got there.
int print(std::string_view text);

/// Prints "error: …" or "warning: …" to standard error.
void report(const Diagnostic& diagnostic);

/// Reports what is wrong with the command line. @return status_usage
int usage_error(const Arguments& arguments, const Diagnostic& diagnostic);
int usage_error(std::string_view command, const Diagnostic& diagnostic);

/// Whether somebody watches standard error.
bool has_terminal();

}  // namespace loadframe::cli
