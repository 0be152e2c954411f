#include "analysis/theory/check.h"
#include "architecture/quantities.h"
#include "architecture/suggestion.h"
#include "cli/commands.h"
#include "cli/parallel.h"
#include "cli/streams.h"
#include "cli/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

namespace loadframe::cli {

namespace {

using theory::Check;
using theory::Claim;
using theory::Verdict;

constexpr Option options[] = {
    {"only", "TEXT", "Run the checks whose name or source contains this."},
    {"replications", "NUMBER", "Runs of each check, with different seeds (default: 20)."},
    {"tables", "NUMBER", "Repeat all with that many sets of seeds, for a sharper test of bias (default: 1)."},
    {"seed", "NUMBER", "Fixes all chance (default: 1)."},
    {"sources", "", "Print where each formula comes from."},
    {"json", "FILE", "Write the table as JSON."},
};

constexpr int validation_version = 1;
constexpr double least_p_value_of_uniformity = 0.01;
constexpr std::size_t fewest_p_values = 5;

struct Row {
  Check check;
  std::vector<double> values;    ///< of all tables, one after the other
  std::vector<double> p_values;  ///< of each table
  Verdict verdict;               ///< by all values
};

struct Validation {
  std::vector<Row> rows;
  std::size_t in_all = 0;  ///< checks that the whole table has
  std::size_t replications = theory::default_replications;
  std::size_t tables = 1;
  std::uint64_t seed = 1;
  std::optional<Uniformity> uniformity;  ///< of the p-values of equalities, if there are enough

  std::size_t failed() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !row.verdict.holds(); }));
  }
  bool unbiased() const { return !uniformity || uniformity->p_value >= least_p_value_of_uniformity; }
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::string formatted(const char* format, double value) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

/// Five digits that matter.
std::string digits(double value) { return formatted("%.5g", value); }

std::string p_text(double p) { return p < 0.001 ? formatted("%.0e", p) : formatted("%.3f", p); }

void run_all(Validation& validation) {
  const std::size_t each = validation.replications * validation.tables;
  for (Row& row : validation.rows) row.values.resize(each);
  for_each_index(validation.rows.size() * each, "checking", [&](std::size_t job) {
    Row& row = validation.rows[job / each];
    row.values[job % each] = row.check.measure(theory::seed_of(row.check, validation.seed, job % each));
  });
  std::vector<double> equalities;
  for (Row& row : validation.rows) {
    row.verdict = theory::judge(row.check, row.values, validation.in_all);
    for (std::size_t table = 0; table < validation.tables; ++table) {
      const auto part = std::span(row.values).subspan(table * validation.replications, validation.replications);
      row.p_values.push_back(theory::judge(row.check, part, validation.in_all).p_value);
    }
    if (row.check.claim == Claim::equals) equalities.insert(equalities.end(), row.p_values.begin(), row.p_values.end());
  }
  if (equalities.size() >= fewest_p_values) validation.uniformity = uniformity(equalities);
}

std::string claim_text(const Check& check) {
  std::string text = std::string(theory::claim_sign(check.claim)) + " " + digits(check.value);
  if (check.claim == Claim::about) text += " within " + number_to_text(100 * check.error) + " %";
  return text;
}

std::string verdict_text(const Verdict& verdict) {
  if (!verdict.agrees) return "DISAGREES";
  return verdict.narrow ? "holds" : "TOO WIDE TO TELL";
}

std::string table_text(const Validation& validation, bool with_sources) {
  std::vector<Align> columns{Align::left,  Align::left, Align::right, Align::left,
                             Align::right, Align::left, Align::left};
  std::vector<std::string> names{"Check", "Theory", "Simulated", "99 % interval", "p", "Verdict"};
  if (with_sources) names.push_back("Source");
  Table table(columns);
  table.add(names);
  for (const Row& row : validation.rows) {
    const ConfidenceInterval& interval = row.verdict.interval;
    const std::string unit = row.check.unit.empty() ? "" : " " + row.check.unit;
    std::vector<std::string> cells{row.check.name,
                                   claim_text(row.check) + unit,
                                   digits(interval.mean) + unit,
                                   digits(interval.low()) + " … " + digits(interval.high()),
                                   p_text(row.verdict.p_value),
                                   verdict_text(row.verdict)};
    if (with_sources) cells.push_back(row.check.source);
    table.add(std::move(cells));
  }
  return table.text();
}

std::string conclusion(const Validation& validation) {
  const std::size_t failed = validation.failed();
  std::string text = "\n" + std::to_string(validation.rows.size()) + " checks, " +
                     std::to_string(validation.replications * validation.tables) + " replications each, from seed " +
                     std::to_string(validation.seed) + ": ";
  text += failed == 0 ? "all hold.\n" : std::to_string(failed) + " failed.\n";
  text += "A check disagrees if p < " + formatted("%.1e", theory::p_value_limit(validation.in_all)) +
          " (Šidák's limit: 1 % for the whole table of " + std::to_string(validation.in_all) + ").\n";
  if (validation.uniformity)
    text += std::string("The p-values of equalities are ") + (validation.unbiased() ? "" : "NOT ") +
            "spread evenly (Kolmogorov–Smirnov distance " + formatted("%.3f", validation.uniformity->distance) +
            ", p " + p_text(validation.uniformity->p_value) +
            "): " + (validation.unbiased() ? "no sign of bias.\n" : "the engine is biased.\n");
  return text;
}

std::string to_json(const Validation& validation) {
  using Json = nlohmann::ordered_json;
  Json root{{"format", "loadframe-validation"}, {"version", validation_version},
            {"seed", validation.seed},          {"replications", validation.replications},
            {"tables", validation.tables},      {"p_value_limit", theory::p_value_limit(validation.in_all)}};
  Json& checks = root["checks"] = Json::array();
  for (const Row& row : validation.rows) {
    constexpr std::string_view claims[] = {"equals", "at_most", "at_least", "about"};
    Json entry{{"check", row.check.name},
               {"source", row.check.source},
               {"unit", row.check.unit},
               {"claim", claims[static_cast<std::size_t>(row.check.claim)]},
               {"theory", row.check.value}};
    if (row.check.claim == Claim::about) entry["relative_error"] = row.check.error;
    entry["simulated"] = row.verdict.interval.mean;
    entry["interval_99"] = {row.verdict.interval.low(), row.verdict.interval.high()};
    entry["widest_half_width"] = row.check.widest * row.check.value;
    entry["p_value"] = row.verdict.p_value;
    if (validation.tables > 1) entry["p_values"] = row.p_values;
    entry["agrees"] = row.verdict.agrees;
    entry["narrow"] = row.verdict.narrow;
    checks.push_back(std::move(entry));
  }
  if (validation.uniformity)
    root["uniformity"] = {{"distance", validation.uniformity->distance},
                          {"p_value", validation.uniformity->p_value},
                          {"unbiased", validation.unbiased()}};
  root["holds"] = validation.failed() == 0 && validation.unbiased();
  return root.dump(2) + "\n";
}

int validate_engine(const Arguments& arguments) {
  constexpr std::int64_t most = 10'000;
  const auto replications = arguments.count("replications", theory::default_replications, 2, most);
  if (!replications) return usage_error(arguments, replications.diagnostic());
  const auto tables = arguments.count("tables", 1, 1, most);
  if (!tables) return usage_error(arguments, tables.diagnostic());
  const auto seed = arguments.count("seed", 1, 0, std::int64_t{1} << 53);
  if (!seed) return usage_error(arguments, seed.diagnostic());

  Validation validation;
  validation.replications = static_cast<std::size_t>(*replications);
  validation.tables = static_cast<std::size_t>(*tables);
  validation.seed = static_cast<std::uint64_t>(*seed);
  const std::string wanted = lower(arguments.value("only").value_or(""));
  std::vector<Check> checks = theory::all_checks();
  validation.in_all = checks.size();
  for (Check& check : checks)
    if (lower(check.name + "\n" + check.source).find(wanted) != std::string::npos)
      validation.rows.push_back({std::move(check), {}, {}, {}});
  if (validation.rows.empty())
    return usage_error(arguments, error({}, "no check's name or source contains " + in_quotes(wanted)));

  run_all(validation);
  const int status = validation.failed() == 0 && validation.unbiased() ? status_done : status_no;
  if (const auto file = arguments.value("json")) {
    if (const auto problem = write_output(*file, to_json(validation))) {
      report(*problem);
      return status_no;
    }
    if (*file == "-") return status;
  }
  const int printed = print(table_text(validation, arguments.has("sources")) + conclusion(validation));
  return printed == status_done ? status : printed;
}

}  // namespace

const Command& validate_engine_command() {
  static const Command command{
      .name = "validate-engine",
      .operand = {},
      .need = Command::Operand::optional,
      .summary = "Hold the engine against queueing theory, and print the table.",
      .details =
          "Each check builds an architecture whose behaviour a published formula gives, runs it with several seeds,\n"
          "and compares the mean. The exit status is 1 if a check fails.",
      .options = options,
      .run = validate_engine};
  return command;
}

}  // namespace loadframe::cli
