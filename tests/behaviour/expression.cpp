#include "behaviour/expression.h"

#include "architecture/suggestion.h"
#include "simulation/outcome.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace loadframe::behaviour {

namespace {

constexpr std::string_view with = " with ";
constexpr int deepest = 32;
constexpr std::string_view both_sides = "write a measure or an amount on each side";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Where the operator stands that is done last: outside parentheses, between blanks, the rightmost of the weakest.
struct OperatorAt {
  std::size_t place = std::string_view::npos;
  char sign = 0;
};

OperatorAt last_operator(std::string_view text) {
  OperatorAt found;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    const bool apart = i > 0 && i + 1 < text.size() && text[i - 1] == ' ' && text[i + 1] == ' ';
    if (depth != 0 || !apart) continue;
    const bool weak = text[i] == '+' || text[i] == '-';
    const bool strong = text[i] == '*' || text[i] == '/';
    const bool found_weak = found.sign == '+' || found.sign == '-';
    if (weak || (strong && !found_weak)) found = {i, text[i]};
  }
  return found;
}

Expression::Kind kind_of(char sign) {
  switch (sign) {
    case '+':
      return Expression::Kind::sum;
    case '-':
      return Expression::Kind::difference;
    case '*':
      return Expression::Kind::product;
    default:
      return Expression::Kind::quotient;
  }
}

Result<Expression> primary_from_text(std::string_view text) {
  if (const auto amount = amount_from_text(text)) return Expression{Expression::Kind::amount, *amount, {}, {}, {}};
  constexpr std::string_view operators = "+-*/";
  const bool open_end = text.size() > 1 && text[text.size() - 2] == ' ' && operators.find(text.back()) != text.npos;
  const bool open_start = text.size() > 1 && text[1] == ' ' && operators.find(text.front()) != text.npos;
  if (open_end || open_start) return error({}, "an operand is missing in " + in_quotes(text), std::string(both_sides));
  Expression measure;
  measure.kind = Expression::Kind::measure;
  if (const auto at = text.rfind(with); at != std::string_view::npos) {
    measure.variant = trimmed(text.substr(at + with.size()));
    text = trimmed(text.substr(0, at));
  }
  if (text.find('.') == std::string_view::npos || text.ends_with('.') || text.starts_with('.'))
    return error({}, in_quotes(text) + " is neither a measure nor an amount",
                 "write a name, a point and a measure, such as \"web-1.requests\", or an amount, such as \"20 ms\"");
  measure.path = text;
  return measure;
}

Result<Expression> read(std::string_view text, int depth) {
  text = trimmed(text);
  if (text.empty()) return error({}, "an operand is missing", std::string(both_sides));
  if (depth > deepest) return error({}, "the expression is nested too deep");
  const OperatorAt found = last_operator(text);
  if (found.sign != 0) {
    auto left = read(text.substr(0, found.place), depth + 1);
    if (!left) return left.diagnostic();
    auto right = read(text.substr(found.place + 1), depth + 1);
    if (!right) return right.diagnostic();
    return Expression{kind_of(found.sign), {}, {}, {}, {*std::move(left), *std::move(right)}};
  }
  if (text.starts_with('(') && text.ends_with(')')) return read(text.substr(1, text.size() - 2), depth + 1);
  return primary_from_text(text);
}

struct Unit {
  std::string_view suffix;
  double factor;
  int seconds;
  int bytes;
};

/// The longest suffix first: "_per_s" also ends in "_s".
constexpr std::array units{Unit{"_bytes_per_s", 1, -1, 1}, Unit{"_per_s", 1, -1, 0}, Unit{"_bytes", 1, 0, 1},
                           Unit{"_ms", 1e-3, 1, 0}, Unit{"_s", 1, 1, 0}};

std::optional<Unit> unit_of(std::string_view key) {
  const auto* const found =
      std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return key.ends_with(unit.suffix); });
  if (found == units.end()) return std::nullopt;
  return *found;
}

std::string known_keys(const Json& object) {
  std::string text = "it has ";
  for (const std::string& key : object.keys) text += (&key == &object.keys.front() ? "" : ", ") + key;
  return object.keys.empty() ? "it has no measures" : text;
}

Diagnostic unknown(std::string_view what, std::string_view word, const Json& object) {
  const std::vector<std::string_view> keys(object.keys.begin(), object.keys.end());
  return error({}, "there is no " + std::string(what) + " " + in_quotes(word) + " in the result",
               did_you_mean(word, keys, known_keys(object)));
}

/// The member of that name, also where its unit is left out of the name. @return its place, or none
std::optional<std::size_t> member_at(const Json& object, std::string_view key) {
  const auto& keys = object.keys;
  const auto place_of = [&](std::string_view wanted) -> std::optional<std::size_t> {
    const auto found = std::find(keys.begin(), keys.end(), wanted);
    if (found == keys.end()) return std::nullopt;
    return static_cast<std::size_t>(found - keys.begin());
  };
  if (const auto place = place_of(key)) return place;
  for (const Unit& unit : units)
    if (const auto place = place_of(std::string(key) + std::string(unit.suffix))) return place;
  return std::nullopt;
}

bool is_outcome(std::string_view key) {
  for (std::size_t i = 0; i < outcome_count; ++i)
    if (outcome_key(static_cast<Outcome>(i)) == key) return true;
  return false;
}

/// What a path leads to: the value, and the unit that the keys on the way tell.
struct Found {
  const Json* value = nullptr;
  std::optional<Unit> unit;
};

constexpr std::array<std::string_view, 4> sections{"components", "links", "classes", "hosts"};

/// The element's object, by its name alone or after its section. @param rest what of the path comes after it
Result<const Json*> find_element(const Json& result, std::string_view path, std::string_view& rest) {
  const auto split = [&rest](std::string_view text) {
    const auto point = text.find('.');
    rest = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    return text.substr(0, point);
  };
  const std::string_view first = split(path);
  if (first == "totals") {
    const Json* totals = result.member("totals");
    return totals ? totals : &result;  // a sample's own members are the users'
  }
  if (std::find(sections.begin(), sections.end(), first) != sections.end()) {
    const Json* section = result.member(first);
    const std::string_view name = split(rest);
    const Json* element = section ? section->member(name) : nullptr;
    if (!element) return unknown(first, name, section ? *section : Json{});
    return element;
  }
  const Json* found = nullptr;
  Json names;
  for (const std::string_view key : sections) {
    const Json* section = result.member(key);
    if (!section) continue;
    names.keys.insert(names.keys.end(), section->keys.begin(), section->keys.end());
    const Json* element = section->member(first);
    if (element && found)
      return error({}, "more than one thing is called " + in_quotes(first),
                   "say which: \"components." + std::string(first) + "\" or \"classes." + std::string(first) + "\"");
    if (element) found = element;
  }
  if (!found) return unknown("component, link, class or host", first, names);
  return found;
}

Result<Found> find_value(const Json& result, std::string_view path) {
  static const Json none_ended = [] {
    Json zero;
    zero.type = Json::Type::number;
    zero.text = "0";
    return zero;
  }();
  std::string_view rest;
  const auto element = find_element(result, path, rest);
  if (!element) return element.diagnostic();
  Found found{*element, std::nullopt};
  bool among_outcomes = false;
  while (!rest.empty()) {
    const auto point = rest.find('.');
    const std::string_view key = rest.substr(0, point);
    rest = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
    if (!found.value->is_object()) return error({}, in_quotes(key) + " leads nowhere: what is before it is a number");
    const auto place = member_at(*found.value, key);
    if (!place) {
      if (among_outcomes && is_outcome(key)) return Found{&none_ended, std::nullopt};
      if (found.value->keys.empty()) return error({}, in_quotes(path) + " has no value: nothing ended ok");
      return unknown("measure", key, *found.value);
    }
    const std::string& name = found.value->keys[*place];
    among_outcomes = name == "outcomes";
    if (const auto unit = unit_of(name)) found.unit = unit;
    found.value = &found.value->items[*place];
  }
  return found;
}

Result<Amount> measure(const Expression& expression, const ResultOf& result_of) {
  const auto found = find_value(result_of(expression.variant), expression.path);
  if (!found) return found.diagnostic();
  if (found->value->type == Json::Type::null) return error({}, in_quotes(expression.path) + " has no value");
  if (!found->value->is_number())
    return error({}, in_quotes(expression.path) + " is " + std::string(json_type_text(found->value->type)),
                 "go on to a number in it; " + known_keys(*found->value));
  const Unit unit = found->unit.value_or(Unit{{}, 1, 0, 0});
  return Amount{found->value->number() * unit.factor, unit.seconds, unit.bytes};
}

}  // namespace

Result<Expression> expression_from_text(std::string_view text) {
  auto expression = read(text, 0);
  if (!expression) return expression;
  // "a / b with short" could be meant to speak of both; it would speak of b.
  const std::vector<std::string> variants = variants_in(*expression);
  const bool last_alone = variants.size() > 1 && !variants.back().empty() && variants.front().empty();
  if (last_alone)
    return error(
        {}, "it is not clear whether \"with " + variants.back() + "\" speaks of all measures in it",
        "give the expectation \"with\": " + in_quotes(variants.back()) + ", or name the measure of the variant first");
  return expression;
}

void set_variant(Expression& expression, std::string_view variant) {
  if (expression.kind == Expression::Kind::measure && expression.variant.empty()) expression.variant = variant;
  for (Expression& part : expression.parts) set_variant(part, variant);
}

std::vector<std::string> variants_in(const Expression& expression) {
  if (expression.kind == Expression::Kind::measure) return {expression.variant};
  std::vector<std::string> all;
  for (const Expression& part : expression.parts)
    for (std::string& name : variants_in(part)) all.push_back(std::move(name));
  return all;
}

Result<const Json*> find_measure(const Json& result, std::string_view path) {
  const auto found = find_value(result, path);
  if (!found) return found.diagnostic();
  return found->value;
}

Result<Amount> evaluate(const Expression& expression, const ResultOf& result_of) {
  if (expression.kind == Expression::Kind::amount) return expression.amount;
  if (expression.kind == Expression::Kind::measure) return measure(expression, result_of);
  const auto left = evaluate(expression.parts[0], result_of);
  if (!left) return left;
  const auto right = evaluate(expression.parts[1], result_of);
  if (!right) return right;
  const bool adds = expression.kind == Expression::Kind::sum || expression.kind == Expression::Kind::difference;
  if (adds && !same_dimension(*left, *right))
    return error({}, dimension_text(*left) + " and " + dimension_text(*right) + " do not add up");
  switch (expression.kind) {
    case Expression::Kind::sum:
      return Amount{left->value + right->value, left->seconds, left->bytes};
    case Expression::Kind::difference:
      return Amount{left->value - right->value, left->seconds, left->bytes};
    case Expression::Kind::product:
      return Amount{left->value * right->value, left->seconds + right->seconds, left->bytes + right->bytes};
    default:
      break;
  }
  if (right->value == 0) return error({}, "something is divided by " + to_text(*right));
  return Amount{left->value / right->value, left->seconds - right->seconds, left->bytes - right->bytes};
}

}  // namespace loadframe::behaviour
