#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace loadframe {

/// A list that never changes: copies share it, and are equal to others with the same content.
template <class Element>
class SharedList {
public:
  SharedList() = default;
  explicit SharedList(std::vector<Element> elements) {
    if (!elements.empty()) elements_ = std::make_shared<const std::vector<Element>>(std::move(elements));
  }

  bool empty() const { return !elements_; }
  std::size_t size() const { return elements_ ? elements_->size() : 0; }
  const Element& operator[](std::size_t place) const { return (*elements_)[place]; }
  const Element* begin() const { return elements_ ? elements_->data() : nullptr; }
  const Element* end() const { return begin() + size(); }

  friend bool operator==(const SharedList& one, const SharedList& other) {
    if (one.elements_ == other.elements_) return true;
    return one.elements_ && other.elements_ && *one.elements_ == *other.elements_;
  }

private:
  std::shared_ptr<const std::vector<Element>> elements_;
};

}  // namespace loadframe
