#pragma once

#include "architecture/result.h"
#include "behaviour/amount.h"
#include "exchange/json_text.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace loadframe::behaviour {

/// Measures and amounts, and what is reckoned from them: "web-1.requests / (totals.requests + 1)",
/// "cache.hits with short-ttl". Operators stand between blanks, since names hold hyphens and amounts slashes.
struct Expression {
  enum class Kind { amount, measure, sum, difference, product, quotient };

  Kind kind = Kind::amount;
  Amount amount;
  std::string path;               ///< measure: "totals.latency.p99", "lb-1 -> web-1.calls"
  std::string variant;            ///< measure: the variant of the case that it is of; empty: the case as it stands
  std::vector<Expression> parts;  ///< of operators: left and right
};

/// The diagnostic has no place; the caller adds it.
Result<Expression> expression_from_text(std::string_view text);

/// Makes it speak of that variant wherever it names none.
void set_variant(Expression& expression, std::string_view variant);

/// The variants that it speaks of, with repetitions; an empty name is the case as it stands.
std::vector<std::string> variants_in(const Expression& expression);

/// A run's result, or one of its samples, as its JSON says, of a variant.
using ResultOf = std::function<const Json&(std::string_view variant)>;

/// What a path of member names leads to. The element's section ("components", "links", "classes", "hosts") and the
/// unit at the end of a key ("_ms", "_s", "_per_s") may be left out.
Result<const Json*> find_measure(const Json& result, std::string_view path);

Result<Amount> evaluate(const Expression& expression, const ResultOf& result_of);

}  // namespace loadframe::behaviour
