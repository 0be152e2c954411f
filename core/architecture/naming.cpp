#include "architecture/naming.h"

#include <charconv>
#include <set>

namespace loadframe {

namespace {

/// The next character of UTF-8 text, taken off its front; none if the text is not UTF-8 there.
std::optional<char32_t> take_character(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || length > text.size()) return std::nullopt;
  char32_t character = length == 1 ? first : first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80) return std::nullopt;
    character = character << 6 | (byte(i) & 0x3Fu);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (character < least[length] || character > 0x10FFFF || surrogate) return std::nullopt;
  text.remove_prefix(length);
  return character;
}

bool is_control(char32_t c) {
  const bool separator = c == 0x2028 || c == 0x2029;
  const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || separator || turns_direction;
}

bool is_blank(char32_t c) { return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000; }

/// The name without a number at its end: "web" of "web-12".
std::string_view stem_of(std::string_view name) {
  const auto dash = name.rfind('-');
  if (dash == std::string_view::npos || dash == 0 || dash + 1 == name.size()) return name;
  const bool numbered = name.find_first_not_of("0123456789", dash + 1) == std::string_view::npos;
  return numbered ? name.substr(0, dash) : name;
}

/// Cut to a number of bytes, between two characters.
std::string_view shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0u) == 0x80) --most;
  return text.substr(0, most);
}

std::string numbered(std::string_view stem, const std::set<std::string_view>& taken) {
  const std::string front = std::string(shortened(stem, longest_name - 8)) + "-";
  for (std::size_t number = 1;; ++number)
    if (std::string name = front + std::to_string(number); !taken.contains(name)) return name;
}

std::set<std::string_view> taken_names(const Architecture& architecture) {
  std::set<std::string_view> taken;
  for (const Component& component : architecture.components) taken.insert(component.name);
  for (const Area& area : architecture.areas) taken.insert(area.name);
  return taken;
}

}  // namespace

std::optional<Diagnostic> objection_to_name(std::string_view name) {
  if (name.empty()) return error({}, TR("a name may not be empty"), TR("give it a name such as \"web-1\""));
  if (name.find(" -> ") != std::string_view::npos)
    return error(std::string(name), TR("a name may not hold \" -> \", which stands for a link"),
                 TR("use \"-\" instead"));
  if (name.find('.') != std::string_view::npos)
    return error(std::string(name), TR("a name may not hold \".\", which stands between a name and a setting"),
                 TR("use \"-\" instead"));
  std::size_t length = 0;
  char32_t first = 0;
  char32_t last = 0;
  for (std::string_view rest = name; !rest.empty(); ++length) {
    const auto character = take_character(rest);
    if (!character || is_control(*character))
      return error({}, TR("a name may not hold control characters"), TR("use letters, digits, blanks and \"-\""));
    if (length == 0) first = *character;
    last = *character;
  }
  if (is_blank(first) || is_blank(last))
    return error(std::string(name), TR("a name may not begin or end with a blank"), TR("take the blank away"));
  if (length > longest_name)
    return error(std::string(shortened(name, longest_name)) + "…", TR("a name may have at most 60 characters"),
                 TR("choose a shorter name"));
  return std::nullopt;
}

std::string fresh_name(const Architecture& architecture, std::string_view stem) {
  return numbered(stem, taken_names(architecture));
}

std::string fresh_class_name(const Architecture& architecture, std::string_view stem) {
  std::set<std::string_view> taken;
  for (const RequestClass& request_class : architecture.classes) taken.insert(request_class.name);
  return numbered(stem, taken);
}

std::string free_name(const Architecture& architecture, std::string_view wanted) {
  const auto taken = taken_names(architecture);
  if (objection_to_name(wanted)) return numbered("copy", taken);
  return taken.contains(wanted) ? numbered(stem_of(wanted), taken) : std::string(wanted);
}

std::string next_name(const Architecture& architecture, std::string_view name) {
  const auto taken = taken_names(architecture);
  if (objection_to_name(name)) return numbered("copy", taken);
  // The number at its end, with or without a dash before it.
  const std::size_t last_letter = name.find_last_not_of("0123456789");
  if (last_letter == std::string_view::npos) return numbered(name, taken);
  const std::string_view digits = name.substr(last_letter + 1);
  constexpr std::size_t most_digits = 9;
  if (digits.size() > most_digits) return numbered(stem_of(name), taken);
  unsigned long number = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  std::string front(shortened(name.substr(0, last_letter + 1), longest_name - 11));
  if (digits.empty()) front += '-';
  while (true)
    if (std::string next = front + std::to_string(++number); !taken.contains(next)) return next;
}

std::vector<std::string> names_in(const Architecture& architecture) {
  std::vector<std::string> names;
  for (const Component& component : architecture.components) names.push_back(component.name);
  for (const Area& area : architecture.areas) names.push_back(area.name);
  for (const Link& link : architecture.links) names.push_back(name_of(architecture, link.id));
  return names;
}

}  // namespace loadframe
