#include "simulation/large_pages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <mutex>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace loadframe::engine::large_pages {

namespace {

constexpr std::size_t page_bytes = std::size_t{2} << 20;

constexpr std::align_val_t small_page{4096};

#ifdef __linux__

/// @param bytes whole pages
char* take_pages(std::size_t bytes) {
  const std::size_t with_room = bytes + page_bytes;  // to begin where a page does
  void* const mapped = mmap(nullptr, with_room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  char* const begin = static_cast<char*>(mapped);
  const std::size_t before = (page_bytes - reinterpret_cast<std::uintptr_t>(begin) % page_bytes) % page_bytes;
  if (before > 0) munmap(begin, before);
  if (const std::size_t after = with_room - before - bytes; after > 0) munmap(begin + before + bytes, after);
  madvise(begin + before, bytes, MADV_HUGEPAGE);  // a wish: where it is not granted, the memory is as good as any
  return begin + before;
}

void give_back_pages(void* memory, std::size_t bytes) { munmap(memory, bytes); }

#else

char* take_pages(std::size_t bytes) { return static_cast<char*>(::operator new (bytes, std::align_val_t{page_bytes})); }

void give_back_pages(void* memory, std::size_t) { ::operator delete (memory, std::align_val_t{page_bytes}); }

#endif

std::size_t in_whole_pages(std::size_t bytes) { return (bytes + page_bytes - 1) / page_bytes * page_bytes; }

/// Pages that are cut into equal pieces; a piece is a power of two.
class CutPages {
public:
  void* take(std::size_t piece_bytes) {
    auto page = std::find_if(pages_.begin(), pages_.end(), [](const Page& each) { return each.free != 0; });
    if (page == pages_.end()) {
      pages_.reserve(pages_.size() + 1);
      page = pages_.insert(pages_.end(), {take_pages(page_bytes), all_free(piece_bytes)});
    }
    const int piece = std::countr_zero(page->free);
    page->free &= page->free - 1;
    return page->memory + static_cast<std::size_t>(piece) * piece_bytes;
  }

  void give_back(void* memory, std::size_t piece_bytes) {
    char* const piece = static_cast<char*>(memory);
    const auto page = std::find_if(pages_.begin(), pages_.end(), [piece](const Page& each) {
      return piece >= each.memory && piece < each.memory + page_bytes;
    });
    assert(page != pages_.end());
    page->free |= std::uint32_t{1} << (static_cast<std::size_t>(piece - page->memory) / piece_bytes);
    if (page->free != all_free(piece_bytes)) return;
    give_back_pages(page->memory, page_bytes);
    pages_.erase(page);
  }

private:
  struct Page {
    char* memory;
    std::uint32_t free;  ///< a bit for each piece
  };

  static std::uint32_t all_free(std::size_t piece_bytes) {
    return static_cast<std::uint32_t>((std::uint64_t{1} << (page_bytes / piece_bytes)) - 1);
  }

  std::vector<Page> pages_;
};

constexpr std::size_t largest_piece = page_bytes / 2;
static_assert(page_bytes / fewest_bytes <= 32);

struct Pool {
  std::mutex mutex;
  std::array<CutPages, std::bit_width(largest_piece / fewest_bytes)> by_size;

  CutPages& of(std::size_t piece_bytes) { return by_size[std::bit_width(piece_bytes / fewest_bytes) - 1]; }
};

/// Never destroyed: what is static may give memory back later than that.
Pool& pool() {
  static Pool& the_one = *new Pool;
  return the_one;
}

}  // namespace

void* take(std::size_t bytes) {
  if (!are_used) return ::operator new(bytes, small_page);
  if (bytes > largest_piece) {
    if (bytes > SIZE_MAX - 2 * page_bytes) throw std::bad_alloc();
    return take_pages(in_whole_pages(bytes));
  }
  const std::size_t piece_bytes = std::bit_ceil(bytes);
  const std::lock_guard lock(pool().mutex);
  return pool().of(piece_bytes).take(piece_bytes);
}

void give_back(void* memory, std::size_t bytes) {
  if (!are_used) {
    ::operator delete(memory, small_page);
    return;
  }
  if (bytes > largest_piece) {
    give_back_pages(memory, in_whole_pages(bytes));
    return;
  }
  const std::size_t piece_bytes = std::bit_ceil(bytes);
  const std::lock_guard lock(pool().mutex);
  pool().of(piece_bytes).give_back(memory, piece_bytes);
}

}  // namespace loadframe::engine::large_pages
