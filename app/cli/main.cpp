#include "cli/commands.h"

#include "architecture/suggestion.h"
#include "cli/streams.h"

#include <algorithm>
#include <array>
#include <exception>

namespace {

using namespace loadframe;
using namespace loadframe::cli;

std::vector<const Command*> commands() {
  return {&run_command(), &validate_command(), &export_command(), &kinds_command(), &schema_command(),
          &validate_engine_command()};
}

std::string overview() {
  std::string text =
      "Usage: loadframe-cli COMMAND [ARGUMENT]…\n\nRuns, checks and exports Loadframe layouts without a "
      "display.\n\nCommands:\n";
  for (const Command* command : commands()) {
    const bool optional = command->need == Command::Operand::optional;
    const std::string operand(command->operand);
    std::string name = "  " + std::string(command->name) + " " + (optional ? "[" + operand + "]" : operand);
    name.resize(std::max<std::size_t>(name.size() + 2, 19), ' ');
    text += name + std::string(command->summary) + "\n";
  }
  return text +
         "\nloadframe-cli COMMAND --help tells more of a command; --version prints the version.\n"
         "A FILE \"-\" is standard input or output. Exit status: 0 done, 1 the answer is no, 2 wrong usage.\n";
}

int main_of(const std::vector<std::string>& words) {
  if (words.empty()) return usage_error("", error({}, "the command is missing", "try loadframe-cli run FILE"));
  const std::string& name = words.front();
  if (name == "--help" || name == "-h" || name == "help") return print(overview());
  if (name == "--version" || name == "-V") return print("loadframe-cli " LOADFRAME_VERSION "\n");

  std::vector<std::string_view> names;
  for (const Command* command : commands()) {
    names.push_back(command->name);
    if (command->name != name) continue;
    const auto arguments = Arguments::read(*command, std::span(words).subspan(1));
    if (!arguments) return usage_error(command->name, arguments.diagnostic());
    if (arguments->has("help")) return print(help_text(*command));
    return command->run(*arguments);
  }
  const bool option = name.starts_with('-');
  if (option) names = {"--help", "--version"};
  return usage_error(
      "", error({}, (option ? "unknown option " : "unknown command ") + in_quotes(name), did_you_mean(name, names)));
}

}  // namespace

int main(int count, char** words) {
  try {
    return main_of(std::vector<std::string>(words + 1, words + std::max(count, 1)));
  } catch (const std::exception& problem) {  // memory, or threads, are exhausted
    report(error({}, problem.what()));
    return status_no;
  }
}
