#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace loadframe {

enum class Severity { note, warning, error };

/// What went wrong (or looks wrong), where, and what to do about it.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string where;   ///< file, line and path, or the name of an element
  std::string what;    ///< one sentence
  std::string remedy;  ///< what the reader can do; may be empty
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// "where: what (remedy)" on one line.
std::string to_text(const Diagnostic& diagnostic);

inline Diagnostic error(std::string where, std::string what, std::string remedy = {}) {
  return {Severity::error, std::move(where), std::move(what), std::move(remedy)};
}

inline Diagnostic warning(std::string where, std::string what, std::string remedy = {}) {
  return {Severity::warning, std::move(where), std::move(what), std::move(remedy)};
}

/// A value, or the diagnostic that says why there is none.
template <class T>
class [[nodiscard]] Result {
public:
  Result(T value) : content_(std::move(value)) {}
  Result(Diagnostic diagnostic) : content_(std::move(diagnostic)) {}

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    assert(ok());
    return std::get<0>(content_);
  }
  T&& value() && {
    assert(ok());
    return std::get<0>(std::move(content_));
  }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }

  const Diagnostic& diagnostic() const {
    assert(!ok());
    return std::get<1>(content_);
  }

private:
  std::variant<T, Diagnostic> content_;
};

}  // namespace loadframe
