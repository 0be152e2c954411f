#pragma once

#include "architecture/quantities.h"
#include "architecture/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The command line, read against a table of what a command takes.
namespace loadframe::cli {

/// One row of a command's options.
struct Option {
  std::string_view name;   ///< without its dashes: "duration"
  std::string_view value;  ///< what stands for its value in the help; empty: it takes none
  std::string_view help;
  char letter = 0;  ///< a short form: -o
  enum class Times { once, many } times = Times::once;
};

class Arguments;

struct Command {
  std::string_view name;
  std::string_view operand;  ///< its one operand in the help: "FILE"; empty: it takes none
  enum class Operand { required, optional } need = Operand::required;
  std::string_view summary;
  std::string_view details;  ///< further paragraphs of its help
  std::span<const Option> options;
  int (*run)(const Arguments&);
};

/// Exit status of the program.
inline constexpr int status_done = 0;
inline constexpr int status_no = 1;  ///< invalid input, or output that could not be written
inline constexpr int status_usage = 2;

class Arguments {
public:
  /// Reads "--name value", "--name=value", "-n value" and operands; "--" ends the options.
  static Result<Arguments> read(const Command& command, std::span<const std::string> words);

  const Command& command() const { return *command_; }
  const std::string& operand() const { return operand_; }
  bool has(std::string_view option) const { return values_.contains(option); }
  /// The value that was given, or none.
  std::optional<std::string> value(std::string_view option) const;
  const std::vector<std::string>& values(std::string_view option) const;

  /// A value within a range, or the fallback if the option was not given.
  Result<Duration> duration(std::string_view option, Duration fallback, Duration least, Duration most) const;
  Result<std::int64_t> count(std::string_view option, std::int64_t fallback, std::int64_t least,
                             std::int64_t most) const;
  Result<double> number(std::string_view option, double fallback, double least, double most) const;

private:
  explicit Arguments(const Command& command) : command_(&command) {}

  const Command* command_;
  std::string operand_;
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// What --help prints about a command.
std::string help_text(const Command& command);

}  // namespace loadframe::cli
