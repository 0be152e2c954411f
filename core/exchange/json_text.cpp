#include "exchange/json_text.h"

#include "architecture/suggestion.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>

namespace loadframe {

namespace {

constexpr std::size_t deepest_nesting = 64;
constexpr std::size_t most_values = 4'000'000;
constexpr std::size_t longest_message = 200;

/// How far the parser has read.
struct Cursor {
  std::uint32_t line = 1;
  std::uint32_t line_before = 1;  ///< before the last character
};

/// Walks through the text and tells the cursor of it.
class TrackedIterator {
public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator(const char* at, Cursor* cursor) : at_(at), cursor_(cursor) {}
  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    cursor_->line_before = cursor_->line;
    if (*at_ == '\n') ++cursor_->line;
    ++at_;
    return *this;
  }
  TrackedIterator operator++(int) {
    const TrackedIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }
  bool operator!=(const TrackedIterator& other) const { return at_ != other.at_; }

private:
  const char* at_;
  Cursor* cursor_;
};

/// "parse error at line 3, column 5: syntax error while …" without what we say ourselves.
std::string reason_of(const nlohmann::json::exception& problem) {
  std::string_view text = problem.what();
  if (const auto bracket = text.find("] "); bracket != std::string_view::npos) text.remove_prefix(bracket + 2);
  if (text.starts_with("parse error at "))
    if (const auto colon = text.find(": "); colon != std::string_view::npos) text.remove_prefix(colon + 2);
  std::string reason;
  for (const char letter : text.substr(0, longest_message))
    reason += static_cast<unsigned char>(letter) < 0x20 || static_cast<unsigned char>(letter) >= 0x7F ? '?' : letter;
  if (text.size() > longest_message) reason += "…";
  return reason;
}

/// Builds the tree from the parser's events; stops at the first problem.
class TreeBuilder {
public:
  TreeBuilder(std::string_view text, std::string_view file_name, const Cursor& cursor)
      : text_(text), file_name_(file_name), cursor_(cursor) {}

  bool null() { return add(Json::Type::null, {}) != nullptr; }
  bool boolean(bool flag) {
    Json* value = add(Json::Type::boolean, {});
    if (value) value->flag = flag;
    return value;
  }
  bool number_integer(std::int64_t number) { return add_number(std::to_string(number)); }
  bool number_unsigned(std::uint64_t number) { return add_number(std::to_string(number)); }
  bool number_float(double, const std::string& literal) { return add_number(literal); }
  bool string(std::string& text) { return add(Json::Type::string, std::move(text)) != nullptr; }
  bool binary(nlohmann::json::binary_t&) { return fail(cursor_.line, "binary data is not JSON"); }
  bool start_object(std::size_t) { return open(Json::Type::object); }
  bool start_array(std::size_t) { return open(Json::Type::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    Level& level = levels_.back();
    const auto [earlier, is_new] = level.lines.emplace(name, cursor_.line);
    if (!is_new)
      return fail(cursor_.line, in_quotes(name) + " is there twice, first on line " + std::to_string(earlier->second),
                  "remove one of them");
    level.value->keys.push_back(std::move(name));
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& problem) {
    const std::string_view read = text_.substr(0, std::min(position, text_.size()));
    const auto line = 1 + static_cast<std::size_t>(std::count(read.begin(), read.end(), '\n'));
    const auto line_begin = read.rfind('\n');
    const auto column = line_begin == std::string_view::npos ? read.size() : read.size() - line_begin - 1;
    problem_ = error(file_name_ + ":" + std::to_string(line) + ":" + std::to_string(std::max<std::size_t>(1, column)),
                     "not valid JSON: " + reason_of(problem));
    return false;
  }

  Json take() { return std::move(root_); }
  const std::optional<Diagnostic>& problem() const { return problem_; }

private:
  struct Level {
    Json* value;
    std::unordered_map<std::string, std::uint32_t> lines;  ///< of the object's keys so far
  };

  bool fail(std::uint32_t line, std::string what, std::string remedy = {}) {
    problem_ = error(file_name_ + ":" + std::to_string(line), std::move(what), std::move(remedy));
    return false;
  }

  Json* add(Json::Type type, std::string content) {
    if (++count_ > most_values) {
      fail(cursor_.line, "the file holds more than four million values", "a layout may not be that large");
      return nullptr;
    }
    Json* value = &root_;
    if (!levels_.empty()) value = &levels_.back().value->items.emplace_back();
    value->type = type;
    value->text = std::move(content);
    value->line = cursor_.line;
    return value;
  }

  /// The parser only knows that a number has ended when it has read one character more.
  bool add_number(std::string literal) {
    Json* value = add(Json::Type::number, std::move(literal));
    if (value) value->line = cursor_.line_before;
    return value;
  }

  bool open(Json::Type type) {
    if (levels_.size() >= deepest_nesting)
      return fail(cursor_.line, "values are nested more than 64 deep", "a layout needs no more than ten");
    Json* value = add(type, {});
    if (!value) return false;
    levels_.push_back({value, {}});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  std::string_view text_;
  std::string file_name_;
  const Cursor& cursor_;
  Json root_;
  std::vector<Level> levels_;
  std::size_t count_ = 0;
  std::optional<Diagnostic> problem_;
};

}  // namespace

const Json* Json::member(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i] == key) return &items[i];
  return nullptr;
}

double Json::number() const {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  // Numbers too small for a double are reported as out of range, too; too large ones were refused by the parser.
  return problem == std::errc() && std::isfinite(value) ? value : 0;
}

std::string_view json_type_text(Json::Type type) {
  switch (type) {
    case Json::Type::null:
      return "null";
    case Json::Type::boolean:
      return "true or false";
    case Json::Type::number:
      return "a number";
    case Json::Type::string:
      return "text";
    case Json::Type::array:
      return "a list";
    case Json::Type::object:
      return "an object";
  }
  return {};
}

Result<Json> json_from_text(std::string_view text, std::string_view file_name) {
  const std::string file(file_name);
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return error(file + ":1", "the text is UTF-16", "save it as UTF-8");
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(nul), '\n');
    return error(file + ":" + std::to_string(line), "the file holds binary data");
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return error(file, "the file is empty");

  Cursor cursor;
  TreeBuilder builder(text, file_name, cursor);
  const bool read = nlohmann::json::sax_parse(TrackedIterator(text.data(), &cursor),
                                              TrackedIterator(text.data() + text.size(), &cursor), &builder);
  if (builder.problem()) return *builder.problem();
  if (!read) return error(file, "not valid JSON");
  return builder.take();
}

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_to_text(const Json& value) {
  switch (value.type) {
    case Json::Type::null:
      return "null";
    case Json::Type::boolean:
      return value.flag ? "true" : "false";
    case Json::Type::number:
      return value.text;
    case Json::Type::string:
      return json_string(value.text);
    case Json::Type::array:
    case Json::Type::object:
      break;
  }
  const bool is_object = value.is_object();
  std::string text(1, is_object ? '{' : '[');
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (i > 0) text += ", ";
    if (is_object) text += json_string(value.keys[i]) + ": ";
    text += json_to_text(value.items[i]);
  }
  return text + (is_object ? '}' : ']');
}

}  // namespace loadframe
