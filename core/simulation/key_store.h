#pragma once

#include "architecture/kinds/cache.h"
#include "simulation/large_pages.h"
#include "simulation/random.h"

#include <cstdint>
#include <vector>

namespace loadframe::engine {

/// The entries of a cache: real keys, evicted by the cache's policy. Flat arrays, so that a copy is cheap.
/// Everything takes constant time, also by frequency: entries that were used equally often are in one list, and
/// these lists in order (Shah, Mitra, Matani, 2010). LFU counts the uses of an entry while it is held; among equals
/// the least recently used one goes.
class KeyStore {
public:
  void set_limits(Bytes capacity, Eviction eviction);
  void clear();

  /// @name Bring what lookup() of the key will most likely need into the processor's cache
  /// @{
  [[gnu::always_inline]] void prefetch_slot(std::uint64_t key) const {
    if (!table_.empty()) __builtin_prefetch(&table_[hash_of(key) & (table_.size() - 1)]);
  }
  /// Waits for the slot.
  [[gnu::always_inline]] void prefetch_entry(std::uint64_t key) const {
    if (table_.empty()) return;
    const Slot& slot = table_[hash_of(key) & (table_.size() - 1)];
    const std::uint32_t entry = slot.entry == none ? 0 : slot.entry;
    __builtin_prefetch(entries_.data() + entry);
    __builtin_prefetch(order_.data() + entry);
  }
  /// @}

  /// Whether the key is held and not expired; a hit counts as a use.
  bool lookup(std::uint64_t key, std::int64_t now);

  /// Puts the key in, or renews it, and evicts until all fits. Entries larger than the cache are not kept; where
  /// nothing is evicted, only what has expired makes room.
  /// @param expires ns; the largest value: never
  void insert(std::uint64_t key, std::int64_t size, std::int64_t now, std::int64_t expires, RandomStream& random);

  void erase(std::uint64_t key);

  std::size_t size() const { return entries_.size(); }
  std::int64_t bytes_used() const { return used_; }
  /// Memory that it takes itself.
  std::size_t bytes() const;

  /// A copy that takes a third of the memory, to be kept: nothing can be done with it but unpack().
  KeyStore packed() const;
  /// Becomes what packed() was a copy of, for all that can be seen of it.
  void unpack();

private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// What a lookup compares.
  struct Entry {
    std::uint64_t key;
    std::int64_t expires;
  };

  /// An entry's neighbours in its list. Apart from all else, as each use of one entry changes those of three more.
  struct Order {
    std::uint32_t newer = none;
    std::uint32_t older = none;
  };

  /// What is asked of an entry when it comes or goes.
  struct Belonging {
    std::uint32_t size = 0;  ///< index
    std::uint32_t list = none;
  };

  /// The hash tells keys apart without a look at the entry.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = none;
  };

  /// Entries that were used equally often, by age; but for LFU there is one such list.
  struct UseList {
    std::uint64_t uses = 1;
    std::uint32_t newest = none;
    std::uint32_t oldest = none;
    std::uint32_t more = none;  ///< the list of those used more often
    std::uint32_t fewer = none;
  };

  /// What many entries have in common.
  struct Sort {
    std::uint32_t key_above = 0;  ///< the upper half of the key
    std::uint32_t size = 0;       ///< index
    friend bool operator==(const Sort&, const Sort&) = default;
  };

  /// All entries in their places, side by side.
  struct Packed {
    std::vector<std::uint32_t> keys_below;  ///< the lower halves
    std::vector<std::uint32_t> newer;
    std::vector<std::int64_t> expiries;
    std::vector<std::uint8_t> sorts;  ///< indices
    std::vector<Sort> sorts_known;
  };

  static std::uint32_t hash_of(std::uint64_t key) {
    key ^= key >> 32;
    key *= 0xD6E8FEB86659FD93u;
    key ^= key >> 32;
    key *= 0xD6E8FEB86659FD93u;
    return static_cast<std::uint32_t>(key ^ (key >> 32));
  }

  bool pack_into(Packed& packed) const;
  std::size_t slot_of(std::uint64_t key) const;
  void put_in_table(std::uint32_t entry);
  void grow_table();
  std::uint32_t index_of_size(std::int64_t size);
  std::uint32_t add_list(std::uint64_t uses, std::uint32_t after);
  void remove_list(std::uint32_t list);
  std::uint32_t first_list();
  void unlink(std::uint32_t entry);
  void link_newest(std::uint32_t entry, std::uint32_t list);
  void use(std::uint32_t entry);
  std::uint32_t list_of(std::uint32_t entry) const {
    return eviction_ == Eviction::lfu ? belongings_[entry].list : fewest_;  // there is no other
  }
  std::int64_t size_of(std::uint32_t entry) const { return sizes_[belongings_[entry].size]; }
  std::uint32_t oldest() const { return lists_[fewest_].oldest; }
  void forget_uses();
  void take_out(std::uint32_t entry);
  void fill_hole(std::uint32_t hole);
  void erase_entry(std::uint32_t entry);
  void erase_slot(std::size_t slot);

  LargePageVector<Slot> table_;     ///< open addressing by linear probing; power of two, at most half full
  LargePageVector<Entry> entries_;  ///< dense
  LargePageVector<Order> order_;    ///< of the entries
  LargePageVector<Belonging> belongings_;
  std::vector<std::int64_t> sizes_;  ///< that entries have had: few, as all of one request class have the same
  std::vector<UseList> lists_;
  Packed packed_;                   ///< instead of all of the above
  std::uint32_t fewest_ = none;     ///< the list of those used least
  std::uint32_t free_list_ = none;  ///< unused places in lists_, linked by `more`
  std::int64_t used_ = 0;
  std::int64_t capacity_ = 0;
  Eviction eviction_ = Eviction::lru;
};

}  // namespace loadframe::engine
