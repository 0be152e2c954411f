#pragma once

#include "architecture/architecture.h"
#include "behaviour/expression.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Behaviour cases: a layout, what is done to it, and what must hold, as data. README.md tells how to write one.
namespace loadframe::behaviour {

/// A stretch of simulated time.
struct Window {
  Duration from;
  Duration to;
  friend auto operator<=>(const Window&, const Window&) = default;
};

enum class Relation { is, at_least, at_most, more_than, less_than, about };

/// "at_least": the key in case files.
std::string_view relation_key(Relation relation);

/// One side of a comparison: the measure must be so to the bound.
struct Bound {
  Relation relation = Relation::is;
  Expression expression;
  std::string word;  ///< instead of the expression, for measures that are words, such as states
  std::string text;  ///< as the case says it
};

/// How far apart two amounts may be: a share of the expected one, or an amount of its own.
struct Tolerance {
  Amount amount;
  bool relative = false;
  std::string text;
};

/// Which figures are looked at: those of the whole time, or of each sampling interval.
enum class Look { whole, every_sample, some_sample };

struct MeasureExpectation {
  Look look = Look::whole;
  Expression measure;
  std::string text;     ///< of the measure, as the case says it
  std::string variant;  ///< the one that it speaks of where it names none
  std::vector<Bound> bounds;
  std::optional<Window> between;    ///< instead of all after the warm-up
  std::optional<Tolerance> within;  ///< of `about`; without: the confidence interval of the mean over the seeds
  Tolerance resolution;             ///< of `about` without `within`: the interval must be narrower
};

struct EventExpectation {
  std::vector<std::pair<std::string, std::string>> members;  ///< key and text in the result's events
  std::optional<Window> between;                             ///< the ends included
  std::string variant;
  std::uint64_t least = 1;
  std::uint64_t most = UINT64_MAX;
};

struct Expectation {
  std::string where;  ///< "file:line"
  std::string what;   ///< in words, if the case tells
  std::variant<MeasureExpectation, EventExpectation> holds;
};

/// What is run: the case as it stands, or a variant of it.
struct Setup {
  std::string name;  ///< empty: the case as it stands
  Architecture architecture;
  std::vector<ScenarioStep> steps;
};

struct Case {
  std::string name;
  std::string because;
  std::string where;
  Duration duration = seconds(30);
  Duration warm_up;
  Duration interval = seconds(1);
  std::vector<std::uint64_t> seeds{1};
  std::vector<Setup> setups;  ///< the first is the case as it stands
  std::vector<Expectation> expectations;
};

/// A case, or why it cannot be run.
struct ReadCase {
  std::string name;
  std::uint32_t line = 0;
  Result<Case> content;
};

/// The cases of one file; one diagnostic if the file as a whole cannot be read.
Result<std::vector<ReadCase>> cases_from_text(std::string_view text, std::string_view file_name);

/// The members that a file, a case, a variant and an expectation may have, for the schema.
struct KnownMembers {
  std::vector<std::string_view> file;
  std::vector<std::string_view> one_case;
  std::vector<std::string_view> variant;
  std::vector<std::string_view> measure;
  std::vector<std::string_view> event;
};
const KnownMembers& known_members();

}  // namespace loadframe::behaviour
