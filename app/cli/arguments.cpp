#include "cli/arguments.h"

#include "architecture/suggestion.h"

#include <algorithm>
#include <cmath>

namespace loadframe::cli {

namespace {

constexpr Option help_option{"help", "", "Show this help.", 'h'};

std::string dashed(std::string_view name) { return "--" + std::string(name); }

/// The row of "--name" or "-n"; none if the command has no such option.
const Option* find_option(const Command& command, std::string_view word) {
  const auto is_called_so = [&](const Option& option) {
    if (word.starts_with("--")) return option.name == word.substr(2);
    return word.size() == 2 && option.letter == word[1];
  };
  if (is_called_so(help_option)) return &help_option;
  const auto found = std::find_if(command.options.begin(), command.options.end(), is_called_so);
  return found == command.options.end() ? nullptr : &*found;
}

Diagnostic unknown_option(const Command& command, std::string_view word) {
  std::vector<std::string> names{dashed(help_option.name)};
  for (const Option& option : command.options) names.push_back(dashed(option.name));
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return error({}, "unknown option " + in_quotes(word), did_you_mean(word, candidates));
}

Diagnostic outside(std::string_view option, std::string_view text, const std::string& least, const std::string& most) {
  return error({}, dashed(option) + " is out of range: " + in_quotes(text), "choose from " + least + " to " + most);
}

Diagnostic misread(std::string_view option, const Diagnostic& problem) {
  return error({}, dashed(option) + ": " + problem.what, problem.remedy);
}

}  // namespace

Result<Arguments> Arguments::read(const Command& command, std::span<const std::string> words) {
  Arguments arguments(command);
  bool only_operands = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!only_operands && word == "--") {
      only_operands = true;
      continue;
    }
    if (only_operands || word == "-" || !word.starts_with('-')) {
      if (command.operand.empty() || !arguments.operand_.empty())
        return error({}, "unexpected argument " + in_quotes(word),
                     command.operand.empty() ? "this command takes none" : "put names with blanks in quotation marks");
      if (word.empty()) return error({}, "the name of the " + std::string(command.operand) + " is empty");
      arguments.operand_ = word;
      continue;
    }

    const auto equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name = word.substr(0, equals);
    const Option* option = find_option(command, name);
    if (!option) return unknown_option(command, name);
    std::string value;
    if (option->value.empty()) {
      if (equals != std::string::npos) return error({}, name + " takes no value");
    } else if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      value = words[++i];
    } else {
      return error({}, name + " needs a value", "write " + name + " " + std::string(option->value));
    }
    auto& values = arguments.values_[std::string(option->name)];
    if (option->times == Option::Times::once && !values.empty())
      return error({}, dashed(option->name) + " was given twice");
    values.push_back(std::move(value));
  }
  const bool needs_operand = !command.operand.empty() && command.need == Command::Operand::required;
  if (needs_operand && arguments.operand_.empty() && !arguments.has(help_option.name))
    return error({}, "the " + std::string(command.operand) + " is missing",
                 "write loadframe-cli " + std::string(command.name) + " " + std::string(command.operand));
  return arguments;
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto& given = values(option);
  return given.empty() ? std::nullopt : std::optional(given.front());
}

const std::vector<std::string>& Arguments::values(std::string_view option) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(option);
  return found == values_.end() ? none : found->second;
}

Result<Duration> Arguments::duration(std::string_view option, Duration fallback, Duration least, Duration most) const {
  const auto text = value(option);
  if (!text) return fallback;
  const auto read = duration_from_text(*text);
  if (!read) return misread(option, read.diagnostic());
  if (*read < least || *read > most) return outside(option, *text, to_text(least), to_text(most));
  return *read;
}

Result<std::int64_t> Arguments::count(std::string_view option, std::int64_t fallback, std::int64_t least,
                                      std::int64_t most) const {
  const auto text = value(option);
  if (!text) return fallback;
  const auto read = number_from_text(*text);
  if (!read) return misread(option, read.diagnostic());
  if (*read != std::floor(*read)) return error({}, dashed(option) + " takes a whole number, not " + in_quotes(*text));
  if (*read < static_cast<double>(least) || *read > static_cast<double>(most))
    return outside(option, *text, std::to_string(least), std::to_string(most));
  return static_cast<std::int64_t>(*read);
}

Result<double> Arguments::number(std::string_view option, double fallback, double least, double most) const {
  const auto text = value(option);
  if (!text) return fallback;
  const auto read = number_from_text(*text);
  if (!read) return misread(option, read.diagnostic());
  if (*read < least || *read > most) return outside(option, *text, number_to_text(least), number_to_text(most));
  return *read;
}

std::string help_text(const Command& command) {
  std::string text = "Usage: loadframe-cli " + std::string(command.name);
  if (!command.operand.empty()) {
    const bool optional = command.need == Command::Operand::optional;
    text += (optional ? " [" : " ") + std::string(command.operand) + (optional ? "]" : "");
  }
  if (!command.options.empty()) text += " [OPTION]…";
  text += "\n\n" + std::string(command.summary) + "\n";
  if (!command.details.empty()) text += "\n" + std::string(command.details) + "\n";

  text += "\nOptions:\n";
  const auto add = [&](const Option& option) {
    std::string form = option.letter ? std::string("  -") + option.letter + ", " : std::string("      ");
    form += dashed(option.name);
    if (!option.value.empty()) form += " " + std::string(option.value);
    constexpr std::size_t column = 30;
    form.resize(std::max(form.size() + 2, column), ' ');
    text += form + std::string(option.help) + "\n";
  };
  for (const Option& option : command.options) add(option);
  add(help_option);
  return text;
}

}  // namespace loadframe::cli
