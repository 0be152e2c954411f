#include "architecture/annotating.h"

#include "architecture/draft.h"

#include <algorithm>

namespace loadframe {

namespace {

constexpr std::size_t longest_label = 120;  ///< in bytes

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || (static_cast<unsigned char>(c) < 0x20);
    if (!blank) line.push_back(c);
    else if (!line.empty() && line.back() != ' ') line.push_back(' ');
  }
  if (line.size() > longest_label) {
    std::size_t end = longest_label;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0u) == 0x80) --end;
    line.resize(end);
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

Change set_label(const Architecture& architecture, LinkId id, std::string_view label) {
  const Link* before = find(architecture, id);
  if (!before) return {};
  editing::Draft draft(architecture);
  Link link = *before;
  link.label = one_line(label);
  draft.replace(link);
  return std::move(draft).finish();
}

Change add_picture(const Architecture& architecture, const Picture& picture, Rectangle at) {
  editing::Draft draft(architecture);
  Note note;
  note.at = at;
  note.picture = picture;
  draft.add(std::move(note));
  return std::move(draft).finish();
}

}  // namespace loadframe
