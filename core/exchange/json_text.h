#pragma once

#include "architecture/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// JSON as files hold it: values that know their line, numbers as they were written, members in their order.
namespace loadframe {

struct Json {
  enum class Type : std::uint8_t { null, boolean, number, string, array, object };

  Type type = Type::null;
  bool flag = false;
  std::uint32_t line = 0;         ///< counted from 1; 0: not from a file
  std::string text;               ///< a string's content, or a number as written
  std::vector<std::string> keys;  ///< an object's, beside its items; none is there twice
  std::vector<Json> items;        ///< of an array or object

  bool is_object() const { return type == Type::object; }
  bool is_array() const { return type == Type::array; }
  bool is_string() const { return type == Type::string; }
  bool is_number() const { return type == Type::number; }
  /// The member with that key, or none.
  const Json* member(std::string_view key) const;
  /// A number's value. @pre is_number()
  double number() const;
};

/// "an object", "text": what a value is, for messages.
std::string_view json_type_text(Json::Type type);

/// Reads one JSON value. Values may be nested 64 deep, and there may be four million. The diagnostic's place is
/// "file:line:column".
Result<Json> json_from_text(std::string_view text, std::string_view file_name);

/// The value on one line: {"a": 1, "b": [1, 2]}. Ill-formed UTF-8 is replaced.
std::string json_to_text(const Json& value);

/// Text as a JSON string, with its quotation marks.
std::string json_string(std::string_view text);

}  // namespace loadframe
