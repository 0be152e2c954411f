#include "architecture/validation.h"
#include "cli/commands.h"
#include "cli/streams.h"

namespace loadframe::cli {

namespace {

int validate_file(const Arguments& arguments) {
  const auto layout = open_layout(arguments.operand());
  if (!layout) {
    report(layout.diagnostic());
    return status_no;
  }
  std::string text;
  const auto findings = validate(layout->architecture);
  for (const Finding& finding : findings) {
    const Severity severity = finding.diagnostic.severity;
    text += severity == Severity::error ? "error: " : severity == Severity::warning ? "warning: " : "note: ";
    text += to_text(finding.diagnostic) + "\n";
  }
  const bool can = can_run(findings);
  if (findings.empty()) text = "No problems found.\n";
  else if (can) text += "It can run.\n";
  return print(text) == status_done && can ? status_done : status_no;
}

}  // namespace

const Command& validate_command() {
  static const Command command{.name = "validate",
                               .operand = "FILE",
                               .summary = "Check a layout, and print what is wrong with it.",
                               .details = "The exit status is 1 if the layout cannot run.",
                               .options = {},
                               .run = validate_file};
  return command;
}

}  // namespace loadframe::cli
