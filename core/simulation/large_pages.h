#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <new>
#include <type_traits>
#include <vector>

namespace loadframe::engine {

/// Memory in pages of 2 MiB, where the system has such. A processor remembers where some 2,000 pages are; a thousand
/// components keep more small ones in use than that, and then each look at one begins with a search for its address.
namespace large_pages {

/// Not where memory errors are looked for: each piece must be known as one.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool are_used = false;
#elif defined(__has_feature)  // Clang's way to tell
inline constexpr bool are_used = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
inline constexpr bool are_used = true;
#endif

/// Less than this is taken from where all memory is taken from.
inline constexpr std::size_t fewest_bytes = 128 * 1024;

/// Aligned to at least 4 KiB. From any thread.
/// @param bytes at least fewest_bytes @throw std::bad_alloc
void* take(std::size_t bytes);
/// @param bytes as they were asked for
void give_back(void* memory, std::size_t bytes);

}  // namespace large_pages

/// A container that is made as a copy of another takes no large pages, neither then nor when it grows: most are
/// checkpoints, which are made while somebody waits, and to get a large page can take the system some milliseconds.
/// So what is to be used is made empty (resize, not assign), or moved by move_to_large_pages.
template <class Type>
class LargePageAllocator {
public:
  using value_type = Type;
  using propagate_on_container_move_assignment = std::true_type;
  using propagate_on_container_swap = std::true_type;

  LargePageAllocator() = default;
  template <class Other>
  LargePageAllocator(const LargePageAllocator<Other>& other) : takes_large_pages_(other.takes_large_pages()) {}

  Type* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(Type);
    return static_cast<Type*>(in_large_pages(bytes) ? large_pages::take(bytes) : ::operator new(bytes, alignment));
  }
  void deallocate(Type* memory, std::size_t count) {
    const std::size_t bytes = count * sizeof(Type);
    if (in_large_pages(bytes)) large_pages::give_back(memory, bytes);
    else ::operator delete(memory, alignment);
  }

  bool takes_large_pages() const { return takes_large_pages_; }
  LargePageAllocator select_on_container_copy_construction() const {
    LargePageAllocator plain;
    plain.takes_large_pages_ = false;
    return plain;
  }

  friend bool operator==(LargePageAllocator a, LargePageAllocator b) {
    return a.takes_large_pages_ == b.takes_large_pages_;
  }

private:
  bool in_large_pages(std::size_t bytes) const { return takes_large_pages_ && bytes >= large_pages::fewest_bytes; }

  static constexpr std::align_val_t alignment{std::max(alignof(Type), alignof(std::max_align_t))};

  bool takes_large_pages_ = true;
};

/// For what there is much of, and is looked at out of order.
template <class Type>
using LargePageVector = std::vector<Type, LargePageAllocator<Type>>;

/// For a copy that is to be used as much as what it is a copy of.
template <class Type>
void move_to_large_pages(LargePageVector<Type>& items) {
  if (items.get_allocator().takes_large_pages()) return;
  items = LargePageVector<Type>(std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

}  // namespace loadframe::engine
