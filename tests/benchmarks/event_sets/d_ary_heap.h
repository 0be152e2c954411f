#pragma once

#include "event_sets/event.h"

#include <cstddef>
#include <vector>

namespace loadframe::event_sets {

/// A heap in which every event has `arity` children: the more, the flatter, and the more to compare on each level.
template <std::size_t arity, class Item = Event>
class DaryHeap {
public:
  void push(const Item& event, std::int64_t /*now*/ = 0) {
    std::size_t hole = items_.size();
    items_.push_back(event);
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / arity;
      if (!(event < items_[parent])) break;
      items_[hole] = items_[parent];
      hole = parent;
    }
    items_[hole] = event;
  }

  const Item& top() const { return items_.front(); }

  Item pop() {
    const Item least = items_.front();
    const Item last = items_.back();
    items_.pop_back();
    if (!items_.empty()) replace_top(last);
    return least;
  }

  /// Puts another event in the place of the least one: cheaper than pop and push.
  void replace_top(const Item& event) {
    const std::size_t size = items_.size();
    std::size_t hole = 0;
    while (true) {
      const std::size_t first = hole * arity + 1;
      if (first >= size) break;
      std::size_t least = first;
      if (first + arity <= size) {
        least = least_of<arity>(first);
      } else {
        for (std::size_t child = first + 1; child < size; ++child)
          if (items_[child] < items_[least]) least = child;
      }
      if (!(items_[least] < event)) break;
      items_[hole] = items_[least];
      hole = least;
    }
    items_[hole] = event;
  }

  bool empty() const { return items_.empty(); }
  std::size_t size() const { return items_.size(); }

  /// In no order.
  const std::vector<Item>& items() const { return items_; }
  void clear() { items_.clear(); }

private:
  /// The least of so many side by side, by a tournament: sums in the place of branches, which would often be
  /// mispredicted.
  template <std::size_t number>
  std::size_t least_of(std::size_t first) const {
    if constexpr (number == 1) {
      return first;
    } else {
      const std::size_t left = least_of<number / 2>(first);
      const std::size_t right = least_of<number / 2>(first + number / 2);
      return left + (right - left) * static_cast<std::size_t>(items_[right] < items_[left]);
    }
  }

  std::vector<Item> items_;
};

}  // namespace loadframe::event_sets
