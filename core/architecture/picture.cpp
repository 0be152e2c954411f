#include "architecture/picture.h"

#include "architecture/translation.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace loadframe {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64_mark = ";base64,";
constexpr std::string_view too_large = TR("the picture is larger than 2 MiB");
constexpr std::string_view make_smaller = TR("scale it down, or save it as a JPEG");

constexpr std::array<std::string_view, 3> media_types{"image/png", "image/jpeg", "image/svg+xml"};

std::optional<ImageFormat> format_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return ImageFormat::png;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return ImageFormat::jpeg;
  constexpr std::size_t longest_prologue = 4096;
  const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || bytes[first] != '<') return std::nullopt;
  if (bytes.substr(0, longest_prologue).find("<svg") == std::string_view::npos) return std::nullopt;
  return ImageFormat::svg;
}

std::array<std::int8_t, 256> values_of_digits() {
  std::array<std::int8_t, 256> values{};
  values.fill(-1);
  for (std::size_t i = 0; i < digits.size(); ++i)
    values[static_cast<unsigned char>(digits[i])] = static_cast<std::int8_t>(i);
  return values;
}

std::optional<std::string> decoded(std::string_view text) {
  static const auto values = values_of_digits();
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  text.remove_suffix(padding);
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::int8_t value = values[static_cast<unsigned char>(c)];
    if (value < 0) return std::nullopt;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFFu;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<char>(bits >> count & 0xFFu));
  }
  return bytes;
}

std::string encoded(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) {
      return k < bytes.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[k])) : 0u;
    };
    const std::uint32_t bits = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    text.push_back(digits[bits >> 18 & 63u]);
    text.push_back(digits[bits >> 12 & 63u]);
    text.push_back(i + 1 < bytes.size() ? digits[bits >> 6 & 63u] : '=');
    text.push_back(i + 2 < bytes.size() ? digits[bits & 63u] : '=');
  }
  return text;
}

}  // namespace

Result<Picture> picture_from_bytes(std::string bytes) {
  if (bytes.size() > most_picture_bytes) return error({}, std::string(too_large), std::string(make_smaller));
  const auto format = format_of(bytes);
  if (!format) return error({}, TR("this is no PNG, JPEG or SVG picture"), TR("save it in one of these formats"));
  Picture picture;
  picture.format_ = *format;
  picture.bytes_ = std::make_shared<const std::string>(std::move(bytes));
  return picture;
}

Result<Picture> picture_from_text(std::string_view text) {
  const Diagnostic no_picture =
      error({}, TR("this is not a picture"), TR("write \"data:image/png;base64,\" and the file's content in base64"));
  const auto mark = text.find(base64_mark);
  if (!text.starts_with("data:image/") || mark == std::string_view::npos) return no_picture;
  const std::string_view content = text.substr(mark + base64_mark.size());
  if (content.size() / 4 * 3 > most_picture_bytes + 3)
    return error({}, std::string(too_large), std::string(make_smaller));
  auto bytes = decoded(content);
  if (!bytes) return no_picture;
  return picture_from_bytes(*std::move(bytes));
}

std::string to_text(const Picture& picture) {
  if (picture.empty()) return {};
  return "data:" + std::string(media_types[static_cast<std::size_t>(picture.format())]) + std::string(base64_mark) +
         encoded(picture.bytes());
}

}  // namespace loadframe
