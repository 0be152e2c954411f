#include "architecture/editing.h"
#include "architecture/suggestion.h"
#include "architecture/validation.h"
#include "behaviour/case.h"
#include "exchange/layout_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace loadframe::behaviour {

namespace {

constexpr std::array<std::string_view, 6> relations{"is", "at_least", "at_most", "more_than", "less_than", "about"};
constexpr std::array<std::string_view, 3> looks{"measure", "every_sample", "some_sample"};

constexpr std::size_t most_seeds = 100;
/// With fewer seeds, an interval of 99.9 % is too wide to tell anything.
constexpr std::size_t fewest_seeds_for_intervals = 5;
constexpr Duration longest_run = hours(24);

/// The JSON with line breaks where the file has them, so that what is found wrong in it is told by the file's lines.
void write_on_its_lines(const Json& value, std::uint32_t& line, std::string& text) {
  while (line < value.line) {
    text += '\n';
    ++line;
  }
  if (!value.is_array() && !value.is_object()) {
    text += json_to_text(value);
    return;
  }
  text += value.is_object() ? '{' : '[';
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (i > 0) text += ", ";
    if (value.is_object()) text += json_string(value.keys[i]) + ": ";
    write_on_its_lines(value.items[i], line, text);
  }
  text += value.is_object() ? '}' : ']';
}

/// A layout as its file would be: the format and its version may be left out here.
std::string layout_text(const Json& layout) {
  Json whole = layout;
  for (const auto& [key, text, type] :
       {std::tuple("format", "loadframe", Json::Type::string), std::tuple("version", "1", Json::Type::number)}) {
    if (layout.member(key)) continue;
    Json member;
    member.type = type;
    member.text = text;
    whole.keys.emplace_back(key);
    whole.items.push_back(member);
  }
  std::string text;
  std::uint32_t line = 1;
  write_on_its_lines(whole, line, text);
  return text;
}

/// Reads one case. What is wrong is kept as the first problem, after which nothing else is read.
class CaseReader {
public:
  CaseReader(const Json& item, const Json* common_layout, std::string_view file_name)
      : item_(item), common_layout_(common_layout), file_name_(file_name) {}

  Result<Case> read() {
    expect_members(item_, known_members().one_case, "a case");
    case_.name = required(item_, "name", "say in a sentence what must hold");
    case_.because = required(item_, "because", "say why it must hold, and by whose word");
    case_.where = place(item_);
    read_run();
    read_setups();
    read_expectations();
    if (problem_) return *problem_;
    return std::move(case_);
  }

private:
  std::string place(const Json& value) const { return file_name_ + ":" + std::to_string(value.line); }

  void fail(const Json& at, std::string what, std::string remedy = {}) {
    if (!problem_) problem_ = error(place(at), std::move(what), std::move(remedy));
  }

  /// @param what a text's reading has found; its place is not known there
  void fail(const Json& at, const Diagnostic& what) { fail(at, what.what, what.remedy); }

  bool expect_members(const Json& object, const std::vector<std::string_view>& known, std::string_view what) {
    if (!object.is_object())
      fail(object, std::string(what) + " must be an object, not " + std::string(json_type_text(object.type)));
    for (std::size_t i = 0; i < object.keys.size() && !problem_; ++i) {
      if (std::find(known.begin(), known.end(), object.keys[i]) != known.end()) continue;
      std::string list;
      for (const std::string_view key : known) list += (list.empty() ? "" : ", ") + std::string(key);
      fail(object.items[i], in_quotes(object.keys[i]) + " is not a member of " + std::string(what),
           did_you_mean(object.keys[i], known, "the members are " + list));
    }
    return !problem_;
  }

  std::string text_of(const Json& value, std::string_view key) {
    if (value.is_string()) return value.text;
    fail(value, in_quotes(key) + " must be text, not " + std::string(json_type_text(value.type)));
    return {};
  }

  std::string required(const Json& object, std::string_view key, std::string remedy) {
    if (problem_) return {};
    const Json* value = object.member(key);
    if (!value) fail(object, in_quotes(key) + " is missing", std::move(remedy));
    return value ? text_of(*value, key) : std::string();
  }

  /// A number, or text that stands for an amount.
  std::string amount_text_of(const Json& value, std::string_view key) {
    return value.is_number() ? value.text : text_of(value, key);
  }

  Duration time_of(const Json& value, std::string_view key, Duration least, Duration most) {
    const std::string text = text_of(value, key);
    if (problem_) return {};
    const auto time = duration_from_text(text);
    if (!time) fail(value, in_quotes(text) + " is not a time", "write a time such as \"20 s\"");
    else if (*time < least || *time > most)
      fail(value, in_quotes(text) + " is out of range", "choose " + to_text(least) + " to " + to_text(most));
    return problem_ ? Duration{} : *time;
  }

  // ── the run ──

  void read_run() {
    if (problem_) return;
    if (const Json* value = item_.member("duration"))
      case_.duration = time_of(*value, "duration", milliseconds(1), longest_run);
    if (const Json* value = item_.member("warmup"))
      case_.warm_up = time_of(*value, "warmup", Duration{}, case_.duration - milliseconds(1));
    if (const Json* value = item_.member("interval"))
      case_.interval = time_of(*value, "interval", milliseconds(1), case_.duration);
    if (const Json* value = item_.member("seeds")) read_seeds(*value);
  }

  std::uint64_t whole_number(const Json& value, std::string_view key, double most) {
    const double number = value.is_number() ? value.number() : -1;
    if (number < 0 || number != std::floor(number) || number > most)
      fail(value, in_quotes(key) + " takes whole numbers from 0 to " + number_to_text(most));
    return problem_ ? 0 : static_cast<std::uint64_t>(number);
  }

  void read_seeds(const Json& value) {
    case_.seeds.clear();
    if (value.is_array()) {
      for (const Json& item : value.items) case_.seeds.push_back(whole_number(item, "seeds", 1e15));
    } else {
      const std::uint64_t count = whole_number(value, "seeds", static_cast<double>(most_seeds));
      for (std::uint64_t seed = 1; seed <= count; ++seed) case_.seeds.push_back(seed);
    }
    if (case_.seeds.empty() || case_.seeds.size() > most_seeds)
      fail(value, "a case runs with 1 to " + std::to_string(most_seeds) + " seeds",
           "write how many, or a list of them");
  }

  // ── what is run ──

  void read_setups() {
    if (problem_) return;
    const Json* layout = item_.member("layout");
    if (!layout) layout = common_layout_;
    if (!layout)
      return fail(item_, "there is no layout", "give the case a \"layout\", or the file one for all its cases");
    const auto read = layout_from_text(layout_text(*layout), file_name_);
    if (!read) {
      problem_ = read.diagnostic();
      return;
    }
    if (!read->warnings.empty()) {
      problem_ = read->warnings.front();
      return;
    }
    Setup base{{}, read->architecture, {}};
    change(base, item_);
    case_.setups.push_back(base);
    const Json* variants = item_.member("variants");
    if (!variants || problem_) return;
    if (!variants->is_object())
      return fail(*variants, "\"variants\" must be an object", "name each variant by its key");
    for (std::size_t i = 0; i < variants->items.size() && !problem_; ++i) {
      const Json& item = variants->items[i];
      expect_members(item, known_members().variant, "a variant");
      Setup variant = base;
      variant.name = variants->keys[i];
      change(variant, item);
      case_.setups.push_back(std::move(variant));
    }
  }

  /// Does to a setup what the members "set" and "do" say.
  void change(Setup& setup, const Json& from) {
    if (problem_) return;
    if (const Json* set = from.member("set")) read_set(setup, *set);
    if (problem_) return;
    for (const Finding& finding : validate(setup.architecture))
      if (finding.diagnostic.severity == Severity::error)
        return fail(from, finding.diagnostic.where + ": " + finding.diagnostic.what, finding.diagnostic.remedy);
    const Json* steps = from.member("do");
    if (!steps) return;
    if (!steps->is_array()) return fail(*steps, "\"do\" must be a list", "write [\"20 s kill web-1\"], for example");
    for (const Json& item : steps->items) {
      const std::string text = text_of(item, "do");
      if (problem_) return;
      const auto step = scenario_step_from_text(setup.architecture, text);
      if (!step) return fail(item, in_quotes(text) + ": " + step.diagnostic().what, step.diagnostic().remedy);
      if (step->at > case_.duration)
        return fail(item, in_quotes(text) + " comes after the end of the run", "give the case a longer \"duration\"");
      setup.steps.push_back(*step);
    }
  }

  void read_set(Setup& setup, const Json& set) {
    if (!set.is_object()) return fail(set, "\"set\" must be an object", "write {\"web-1.workers\": 8}, for example");
    for (std::size_t i = 0; i < set.items.size() && !problem_; ++i) {
      const Json& value = set.items[i];
      const std::string& key = set.keys[i];
      const auto point = key.find('.');  // names hold no points
      if (point == std::string::npos)
        return fail(value, in_quotes(key) + " names no setting", "write a name, a point and a setting: web-1.workers");
      const std::string text = value.is_string() ? value.text : json_to_text(value);
      const std::string_view whole = key;
      const auto edit =
          set_setting_from_text(setup.architecture, whole.substr(0, point), whole.substr(point + 1), text);
      if (!edit) return fail(value, in_quotes(key) + ": " + edit.diagnostic().what, edit.diagnostic().remedy);
      apply(*edit, setup.architecture);
    }
  }

  // ── what must hold ──

  void read_expectations() {
    if (problem_) return;
    const Json* list = item_.member("expect");
    if (!list || !list->is_array() || list->items.empty())
      return fail(list ? *list : item_, "nothing is expected",
                  "write \"expect\": [{\"measure\": \"web-1.requests\", \"is\": 0}], for example");
    for (const Json& item : list->items) {
      if (!item.is_object()) fail(item, "an expectation must be an object");
      if (problem_) return;
      Expectation expectation;
      expectation.where = place(item);
      if (const Json* what = item.member("what")) expectation.what = text_of(*what, "what");
      if (item.member("event")) expectation.holds = read_event(item);
      else expectation.holds = read_measure(item);
      if (problem_) return;
      case_.expectations.push_back(std::move(expectation));
    }
  }

  std::optional<Window> read_between(const Json& item) {
    const Json* between = item.member("between");
    if (!between || problem_) return std::nullopt;
    if (!between->is_array() || between->items.size() != 2) {
      fail(*between, "\"between\" takes two times", "write [\"8 s\", \"20 s\"], for example");
      return std::nullopt;
    }
    const Window window{time_of(between->items[0], "between", Duration{}, case_.duration),
                        time_of(between->items[1], "between", Duration{}, case_.duration)};
    if (!problem_ && window.from > window.to) fail(*between, "\"between\" ends before it begins");
    return window;
  }

  void expect_variant(const Json& at, const std::string& name) {
    std::vector<std::string_view> known;
    for (const Setup& setup : case_.setups)
      if (!setup.name.empty()) known.push_back(setup.name);
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return;
    fail(at, "there is no variant " + in_quotes(name), did_you_mean(name, known, "write it into \"variants\""));
  }

  Expression read_expression(const Json& value, const std::string& text) {
    const auto read = expression_from_text(text);
    if (!read) {
      fail(value, read.diagnostic());
      return {};
    }
    for (const std::string& variant : variants_in(*read)) expect_variant(value, variant);
    Expression expression = *read;
    set_variant(expression, variant_);
    return expression;
  }

  /// The variant that an expectation speaks of where it names none; the case as it stands if it has no "with".
  std::string read_with(const Json& item) {
    const Json* variant = item.member("with");
    if (!variant || problem_) return {};
    const std::string name = text_of(*variant, "with");
    expect_variant(*variant, name);
    return name;
  }

  Tolerance read_tolerance(const Json& value, std::string_view key) {
    Tolerance tolerance;
    tolerance.text = amount_text_of(value, key);
    if (problem_) return tolerance;
    const auto amount = amount_from_text(tolerance.text);
    if (!amount || amount->value < 0)
      fail(value, in_quotes(tolerance.text) + " is not a tolerance", "write \"5 %\" or an amount");
    else tolerance.amount = *amount;
    tolerance.relative = tolerance.text.ends_with('%');
    return tolerance;
  }

  MeasureExpectation read_measure(const Json& item) {
    MeasureExpectation expectation;
    expectation.resolution = {Amount{0.05}, true, "5 %"};
    if (!expect_members(item, known_members().measure, "an expectation of a measure")) return expectation;
    const auto* const look =
        std::find_if(looks.begin(), looks.end(), [&](std::string_view key) { return item.member(key); });
    if (look == looks.end()) {
      fail(item, "it is not said what is measured",
           "give it a \"measure\", such as \"web-1.requests\", or an \"event\"");
      return expectation;
    }
    expectation.look = static_cast<Look>(look - looks.begin());
    variant_ = read_with(item);
    expectation.variant = variant_;
    const Json& measure = *item.member(*look);
    expectation.text = text_of(measure, *look);
    if (!problem_) expectation.measure = read_expression(measure, expectation.text);
    expectation.between = read_between(item);
    if (expectation.between && expectation.between->from == expectation.between->to)
      fail(*item.member("between"), "measures are of a length of time, not of a moment", "let it end later");
    if (const Json* within = item.member("within")) expectation.within = read_tolerance(*within, "within");
    if (const Json* resolution = item.member("resolution"))
      expectation.resolution = read_tolerance(*resolution, "resolution");
    read_bounds(item, expectation);
    return expectation;
  }

  void read_bounds(const Json& item, MeasureExpectation& expectation) {
    for (std::size_t i = 0; i < relations.size() && !problem_; ++i) {
      const Json* value = item.member(relations[i]);
      if (!value) continue;
      Bound bound;
      bound.relation = static_cast<Relation>(i);
      bound.text = amount_text_of(*value, relations[i]);
      if (problem_) return;
      const bool is_word = bound.relation == Relation::is && expectation.look != Look::whole &&
                           !is_amount(bound.text) && bound.text.find('.') == std::string::npos;
      if (is_word) bound.word = bound.text;
      else bound.expression = read_expression(*value, bound.text);
      if (bound.relation == Relation::about && expectation.look != Look::whole)
        fail(*value, "samples are compared with bounds", "write \"at_least\" and \"at_most\"");
      if (bound.relation == Relation::about && !expectation.within && case_.seeds.size() < fewest_seeds_for_intervals)
        fail(*value, "\"about\" needs a confidence interval over seeds, or \"within\"",
             "give the case \"seeds\": 10, or the expectation \"within\": \"5 %\"");
      expectation.bounds.push_back(std::move(bound));
    }
    if (!problem_ && expectation.bounds.empty())
      fail(item, "nothing is said about " + in_quotes(expectation.text),
           "compare it by is, at_least, at_most, more_than, less_than or about");
  }

  static bool is_amount(const std::string& text) { return amount_from_text(text).has_value(); }

  EventExpectation read_event(const Json& item) {
    EventExpectation expectation;
    if (!expect_members(item, known_members().event, "an expectation of an event")) return expectation;
    for (const auto& [key, in_result] :
         {std::pair("event", "what"), std::pair("component", "component"), std::pair("target", "target"),
          std::pair("cause", "cause"), std::pair("action", "do")})
      if (const Json* value = item.member(key)) expectation.members.emplace_back(in_result, text_of(*value, key));
    expectation.variant = read_with(item);
    expectation.between = read_between(item);
    constexpr double most = 1e9;
    if (const Json* least = item.member("at_least")) expectation.least = whole_number(*least, "at_least", most);
    if (const Json* limit = item.member("at_most")) {
      expectation.most = whole_number(*limit, "at_most", most);
      if (!item.member("at_least")) expectation.least = 0;
    }
    if (const Json* times = item.member("times"))
      expectation.least = expectation.most = whole_number(*times, "times", most);
    return expectation;
  }

  const Json& item_;
  const Json* common_layout_;
  std::string file_name_;
  Case case_;
  std::string variant_;  ///< of the expectation that is being read
  std::optional<Diagnostic> problem_;
};

}  // namespace

std::string_view relation_key(Relation relation) { return relations[static_cast<std::size_t>(relation)]; }

const KnownMembers& known_members() {
  static const KnownMembers all{
      {"$schema", "about", "layout", "cases"},
      {"name", "because", "layout", "set", "do", "duration", "warmup", "interval", "seeds", "variants", "expect"},
      {"set", "do"},
      {"what", "measure", "every_sample", "some_sample", "between", "with", "is", "at_least", "at_most", "more_than",
       "less_than", "about", "within", "resolution"},
      {"what", "event", "component", "target", "cause", "action", "between", "with", "times", "at_least", "at_most"}};
  return all;
}

Result<std::vector<ReadCase>> cases_from_text(std::string_view text, std::string_view file_name) {
  const auto root = json_from_text(text, file_name);
  if (!root) return root.diagnostic();
  const std::string file(file_name);
  const Json* list = root->is_object() ? root->member("cases") : nullptr;
  if (!list || !list->is_array())
    return error(file + ":1", "the file has no cases", "write {\"about\": \"…\", \"cases\": […]}");
  for (std::size_t i = 0; i < root->keys.size(); ++i) {
    const auto& known = known_members().file;
    if (std::find(known.begin(), known.end(), root->keys[i]) == known.end())
      return error(file + ":" + std::to_string(root->items[i].line),
                   in_quotes(root->keys[i]) + " is not a member of a file of cases",
                   did_you_mean(root->keys[i], known, "the members are about, layout and cases"));
  }
  std::vector<ReadCase> cases;
  for (const Json& item : list->items) {
    const Json* name = item.member("name");
    const bool is_named = name && name->is_string() && !name->text.empty();
    cases.push_back({is_named ? name->text : "case " + std::to_string(cases.size() + 1), item.line,
                     CaseReader(item, root->member("layout"), file_name).read()});
  }
  for (ReadCase& each : cases) {
    const bool repeated =
        std::count_if(cases.begin(), cases.end(), [&](const ReadCase& other) { return other.name == each.name; }) > 1;
    if (!repeated) continue;
    each.content = error(file + ":" + std::to_string(each.line), "the name " + in_quotes(each.name) + " is taken",
                         "give each case of the file a name of its own");
    each.name += " " + std::to_string(each.line);
  }
  return cases;
}

}  // namespace loadframe::behaviour
