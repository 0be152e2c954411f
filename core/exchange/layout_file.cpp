#include "exchange/layout_file.h"

#include "exchange/file_text.h"

namespace loadframe {

namespace {

constexpr std::size_t largest_layout = std::size_t{64} << 20;

}  // namespace

Result<Layout> read_layout(const std::filesystem::path& file) {
  const auto text = read_file(file, largest_layout);
  if (!text) return text.diagnostic();
  return layout_from_text(*text, file.string(), file.parent_path());
}

std::optional<Diagnostic> save_layout(const Architecture& architecture, const std::filesystem::path& file) {
  return replace_file(file, layout_to_text(architecture));
}

}  // namespace loadframe
