#pragma once

#include "architecture/kinds/cache.h"
#include "simulation/random.h"

#include <cstdint>
#include <vector>

namespace loadframe::engine {

/// The entries of a cache: real keys, evicted by the cache's policy. Flat arrays, so that a copy is cheap.
class KeyStore {
public:
  void set_limits(Bytes capacity, Eviction eviction);
  void clear();

  /// Whether the key is held and not expired; a hit counts as a use.
  bool lookup(std::uint64_t key, std::int64_t now);

  /// Puts the key in, or renews it, and evicts until all fits. Entries larger than the cache are not kept.
  /// @param expires ns; the largest value: never
  void insert(std::uint64_t key, std::int64_t size, std::int64_t expires, RandomStream& random);

  void erase(std::uint64_t key);

  std::size_t size() const { return entries_.size(); }
  std::int64_t bytes_used() const { return used_; }

private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Entry {
    std::uint64_t key;
    std::int64_t expires;
    std::int64_t size;
    std::uint32_t newer;
    std::uint32_t older;
  };

  std::size_t slot_of(std::uint64_t key) const;
  void grow_table();
  void unlink(std::uint32_t entry);
  void link_newest(std::uint32_t entry);
  void erase_entry(std::uint32_t entry);
  void erase_slot(std::size_t slot);

  std::vector<std::uint32_t> table_;  ///< open addressing by linear probing; power of two, at most half full
  std::vector<Entry> entries_;        ///< dense
  std::uint32_t newest_ = none;
  std::uint32_t oldest_ = none;
  std::int64_t used_ = 0;
  std::int64_t capacity_ = 0;
  Eviction eviction_ = Eviction::lru;
};

}  // namespace loadframe::engine
