#include "exchange/schema.h"

#include "architecture/suggestion.h"
#include "cli/commands.h"
#include "cli/streams.h"

#include <array>

namespace loadframe::cli {

namespace {

int run_schema_command(const Arguments& arguments) {
  if (arguments.operand() == "layout") return print(layout_schema());
  if (arguments.operand() == "run") return print(run_schema());
  constexpr std::array<std::string_view, 2> names{"layout", "run"};
  return usage_error(arguments, error({}, "there is no schema " + in_quotes(arguments.operand()),
                                      did_you_mean(arguments.operand(), names, "choose layout or run")));
}

}  // namespace

const Command& schema_command() {
  static const Command command{.name = "schema",
                               .operand = "NAME",
                               .summary = "Print the JSON Schema of layout files (layout) or of run results (run).",
                               .details = {},
                               .options = {},
                               .run = run_schema_command};
  return command;
}

}  // namespace loadframe::cli
