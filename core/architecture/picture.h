#pragma once

#include "architecture/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace loadframe {

enum class ImageFormat { png, jpeg, svg };

/// The most that one picture may take, in bytes: layouts are text that people keep in repositories.
inline constexpr std::size_t most_picture_bytes = std::size_t{2} << 20;

/// An image as its file held it, or none. Copies share the bytes.
class Picture {
public:
  Picture() = default;

  bool empty() const { return !bytes_; }
  ImageFormat format() const { return format_; }
  std::string_view bytes() const { return bytes_ ? std::string_view(*bytes_) : std::string_view(); }
  /// The same for all copies: what was made from a picture can be kept under it.
  const std::shared_ptr<const std::string>& shared() const { return bytes_; }

  friend bool operator==(const Picture& one, const Picture& other) {
    return one.bytes_ == other.bytes_ || (one.format_ == other.format_ && one.bytes() == other.bytes());
  }

private:
  friend Result<Picture> picture_from_bytes(std::string bytes);

  ImageFormat format_ = ImageFormat::png;
  std::shared_ptr<const std::string> bytes_;
};

/// A picture from the content of a PNG, JPEG or SVG file; refuses anything else, and what is too large.
Result<Picture> picture_from_bytes(std::string bytes);

/// As "data:image/png;base64,…", which is how layouts hold it.
Result<Picture> picture_from_text(std::string_view text);
std::string to_text(const Picture& picture);

}  // namespace loadframe
