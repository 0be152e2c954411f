#include "architecture/laws.h"

#include "architecture/suggestion.h"
#include "architecture/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace loadframe {

namespace {

struct ShapeWord {
  LawShape shape;
  std::string_view key;
  std::string_view parameter;  ///< the parameter's name in text; empty where there is none
  double least;
  double most;
};

constexpr std::array shape_words{
    ShapeWord{LawShape::constant, "constant", "", 0, 0},
    ShapeWord{LawShape::exponential, "exponential", "", 0, 0},
    ShapeWord{LawShape::uniform, "uniform", "spread", 0, 1},
    ShapeWord{LawShape::erlang, "erlang", "stages", 1, 1000},
    ShapeWord{LawShape::hyperexponential, "hyperexponential", "cv", 1, 100},
    ShapeWord{LawShape::lognormal, "lognormal", "cv", 0, 100},
    ShapeWord{LawShape::gamma, "gamma", "cv", 0, 100},
    ShapeWord{LawShape::weibull, "weibull", "cv", 0, 100},
    ShapeWord{LawShape::pareto, "pareto", "alpha", 1.01, 1000},
    ShapeWord{LawShape::bimodal, "bimodal", "share", 0, 1},
    ShapeWord{LawShape::empirical, "empirical", "", 0, 0},
};

const ShapeWord& word_for(LawShape shape) { return shape_words[static_cast<std::size_t>(shape)]; }

constexpr std::string_view remedy =
    "write a time, alone or after its law: \"20 ms\", \"exponential 50 ms\", \"lognormal 50 ms cv 0.8\", "
    "\"uniform 10 ms spread 0.5\", \"erlang 10 ms stages 4\", \"hyperexponential 10 ms cv 2\", "
    "\"gamma 10 ms cv 0.5\", \"weibull 10 ms cv 2\", \"pareto 10 ms alpha 2.5\", "
    "\"bimodal 10 ms slow 1 s share 1 %\", \"empirical 1, 2, 2, 5 ms\"";

Diagnostic not_a_law(std::string_view text, const std::string& because = {}) {
  return error({}, in_quotes(text) + " is not a " + (because.empty() ? "time or a law of times" : because),
               std::string(remedy));
}

Diagnostic incomplete(std::string_view text, std::string_view missing) {
  return not_a_law(text, "complete law: \"" + std::string(missing) + "\" is missing");
}

/// Variance over squared mean of equally likely times; 0 if all are 0.
double variation_of(const SharedList<Duration>& times) {
  double mean = 0;
  for (std::size_t i = 0; i < times.size(); ++i) mean += times[i].seconds();
  mean /= static_cast<double>(times.size());
  if (times.empty() || mean <= 0) return 0;
  double squares = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double distance = times[i].seconds() / mean - 1;
    squares += distance * distance;
  }
  return squares / static_cast<double>(times.size());
}

Duration mean_of(const std::vector<Duration>& times, std::size_t first, std::size_t last) {
  double sum = 0;
  for (std::size_t i = first; i < last; ++i) sum += static_cast<double>(times[i].nanoseconds);
  return {std::llround(sum / static_cast<double>(last - first))};
}

// ── text ──

/// The times in the unit that makes the list shortest, and reads back exactly.
std::string list_text(const SharedList<Duration>& times) {
  std::string shortest;
  for (const char* unit : {"ns", "us", "ms", "s", "min", "h"}) {
    const auto factor = static_cast<double>(duration_from_text("1 " + std::string(unit))->nanoseconds);
    std::string list;
    for (std::size_t i = 0; i < times.size(); ++i) {
      const double number = static_cast<double>(times[i].nanoseconds) / factor;
      if (std::llround(number * factor) != times[i].nanoseconds) {
        list.clear();
        break;
      }
      if (i > 0) list += ", ";
      list += factor == 1 ? std::to_string(times[i].nanoseconds) : number_to_text(number);
      if (!shortest.empty() && list.size() >= shortest.size()) break;
    }
    if (list.empty()) continue;
    list += " " + std::string(unit);
    if (shortest.empty() || list.size() < shortest.size()) shortest = std::move(list);
  }
  return shortest;
}

/// "1, 2.5, 7 ms": a number without a unit has that of the last.
Result<Law> empirical_from_text(std::string_view whole, std::string_view list) {
  const auto comma = list.rfind(',');
  const std::string_view last = trimmed(comma == std::string_view::npos ? list : list.substr(comma + 1));
  const std::string_view unit = trimmed(last.substr(last.find_last_of("0123456789.") + 1));
  std::vector<Duration> times;
  while (true) {
    const auto end = list.find(',');
    const std::string item(trimmed(list.substr(0, end)));
    auto time = duration_from_text(item);
    if (!time) time = duration_from_text(item + " " + std::string(unit));
    if (!time) return not_a_law(whole, "list of times: " + in_quotes(item) + " is none");
    if (*time < Duration{} || *time > longest_time)
      return error({}, in_quotes(item) + " is not a time from 0 s to 365 days", "leave it out");
    if (times.size() == most_times)
      return error({}, "an empirical law holds at most 10,000 times",
                   "put them into a file, which is reduced to 1,000 equally likely ones");
    times.push_back(*time);
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + 1);
  }
  return empirical(std::move(times));
}

/// A share of a bimodal law may stand in per cent; other parameters are plain numbers.
std::optional<double> parameter_from_text(const ShapeWord& word, std::string_view text) {
  if (word.shape == LawShape::bimodal) {
    const auto share = share_from_text(text);
    return share ? std::optional(share->ratio) : std::nullopt;
  }
  const auto number = number_from_text(text);
  return number ? std::optional(*number) : std::nullopt;
}

bool is_within(const ShapeWord& word, double parameter) { return parameter >= word.least && parameter <= word.most; }

}  // namespace

Law bimodal(Duration usual, Duration slow, Share slow_share) {
  const double mean = usual.seconds() + slow_share.ratio * (slow.seconds() - usual.seconds());
  return {LawShape::bimodal, duration_from_seconds(mean), slow_share.ratio, usual, slow, {}};
}

Law empirical(std::vector<Duration> times) {
  Law law{LawShape::empirical, {}, 0};
  if (times.empty()) return law;
  std::sort(times.begin(), times.end());
  if (times.size() > most_times) {
    std::vector<Duration> reduced;
    for (std::size_t part = 0; part < reduced_times; ++part)
      reduced.push_back(mean_of(times, part * times.size() / reduced_times, (part + 1) * times.size() / reduced_times));
    times = std::move(reduced);
  }
  law.mean = mean_of(times, 0, times.size());
  law.times = SharedList(std::move(times));
  return law;
}

double squared_variation(const Law& law) {
  switch (law.shape) {
    case LawShape::constant:
      return 0;
    case LawShape::exponential:
      return 1;
    case LawShape::uniform:
      return law.parameter * law.parameter / 3;
    case LawShape::erlang:
      return 1 / law.parameter;
    case LawShape::hyperexponential:
    case LawShape::lognormal:
    case LawShape::gamma:
    case LawShape::weibull:
      return law.parameter * law.parameter;
    case LawShape::pareto:
      if (law.parameter <= 2) return std::numeric_limits<double>::infinity();
      return 1 / (law.parameter * (law.parameter - 2));
    case LawShape::bimodal: {
      const double mean = law.usual.seconds() + law.parameter * (law.slow.seconds() - law.usual.seconds());
      if (mean <= 0) return 0;
      const double distance = (law.slow.seconds() - law.usual.seconds()) / mean;
      return law.parameter * (1 - law.parameter) * distance * distance;
    }
    case LawShape::empirical:
      return variation_of(law.times);
  }
  return 0;
}

std::string to_text(const Law& value) {
  const ShapeWord& word = word_for(value.shape);
  const std::string key = std::string(word.key) + " ";
  if (value.shape == LawShape::empirical) return key + list_text(value.times);
  if (value.shape == LawShape::bimodal)
    return key + to_text(value.usual) + " slow " + to_text(value.slow) + " share " + to_text(Share{value.parameter});
  std::string text = key + to_text(value.mean);
  if (!word.parameter.empty()) text += " " + std::string(word.parameter) + " " + number_to_text(value.parameter);
  return text;
}

Result<Law> law_from_text(std::string_view text) {
  const std::string_view whole = trimmed(text);
  const auto first_word = whole.substr(0, whole.find_first_of(blanks));
  const ShapeWord* word = &word_for(LawShape::constant);
  std::string_view rest = whole;
  for (const ShapeWord& candidate : shape_words) {
    if (candidate.key != first_word) continue;
    word = &candidate;
    rest = trimmed(whole.substr(first_word.size()));
  }
  if (rest.starts_with('@'))
    return error({}, "no file can be read here: " + in_quotes(rest),
                 "name it in a layout file or after --set, or choose it in the inspector");
  if (word->shape == LawShape::empirical) return empirical_from_text(text, rest);

  Law law{word->shape, {}, 0};
  if (!word->parameter.empty()) {
    const auto at = rest.find(word->parameter);
    if (at == std::string_view::npos) return incomplete(text, word->parameter);
    const auto parameter = parameter_from_text(*word, rest.substr(at + word->parameter.size()));
    if (!parameter || !is_within(*word, *parameter))
      return error({},
                   "\"" + std::string(word->parameter) + "\" of a law \"" + std::string(word->key) +
                       "\" is a number from " + number_to_text(word->least) + " to " + number_to_text(word->most),
                   std::string(remedy));
    law.parameter = word->shape == LawShape::erlang ? std::floor(*parameter) : *parameter;
    rest = trimmed(rest.substr(0, at));
  }
  std::optional<Duration> slow;
  if (word->shape == LawShape::bimodal) {
    constexpr std::string_view slow_word = "slow";
    const auto at = rest.find(slow_word);
    if (at == std::string_view::npos) return incomplete(text, slow_word);
    const auto time = duration_from_text(rest.substr(at + slow_word.size()));
    if (!time) return not_a_law(text);
    slow = *time;
    rest = trimmed(rest.substr(0, at));
  }
  const auto time = duration_from_text(rest);
  if (!time) return not_a_law(text);
  if (slow) return bimodal(*time, *slow, {law.parameter});
  law.mean = *time;
  return law;
}

bool has_valid_parameter(const Law& law) {
  const ShapeWord& word = word_for(law.shape);
  if (law.shape == LawShape::empirical) {
    const std::size_t count = law.times.size();
    return count > 0 && count <= most_times && law.times[0] >= Duration{} && law.times[count - 1] <= longest_time;
  }
  if (law.shape == LawShape::bimodal)
    for (const Duration time : {law.usual, law.slow})
      if (time < Duration{} || time > longest_time) return false;
  return word.parameter.empty() || is_within(word, law.parameter);
}

std::string_view law_shape_key(LawShape shape) { return word_for(shape).key; }

}  // namespace loadframe
