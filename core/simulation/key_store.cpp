#include "simulation/key_store.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace loadframe::engine {

void KeyStore::set_limits(Bytes capacity, Eviction eviction) {
  capacity_ = capacity.count;
  if (eviction_ == Eviction::lfu && eviction != Eviction::lfu) forget_uses();
  eviction_ = eviction;
  while (used_ > capacity_) erase_entry(oldest());
}

void KeyStore::clear() {
  table_.clear();
  entries_.clear();
  order_.clear();
  belongings_.clear();
  sizes_.clear();
  lists_.clear();
  fewest_ = free_list_ = none;
  used_ = 0;
}

std::size_t KeyStore::slot_of(std::uint64_t key) const {
  const std::size_t mask = table_.size() - 1;
  const std::uint32_t hash = hash_of(key);
  std::size_t place = hash & mask;
  while (table_[place].entry != none && (table_[place].hash != hash || entries_[table_[place].entry].key != key))
    place = (place + 1) & mask;
  return place;
}

void KeyStore::put_in_table(std::uint32_t entry) {
  const std::uint64_t key = entries_[entry].key;
  table_[slot_of(key)] = {hash_of(key), entry};
}

void KeyStore::grow_table() {
  const std::size_t size = std::max<std::size_t>(64, table_.size() * 2);
  table_.assign(size, {});
  for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) put_in_table(entry);
}

std::uint32_t KeyStore::index_of_size(std::int64_t size) {
  const auto found = std::find(sizes_.begin(), sizes_.end(), size);
  const auto index = static_cast<std::uint32_t>(found - sizes_.begin());
  if (found == sizes_.end()) sizes_.push_back(size);
  return index;
}

std::uint32_t KeyStore::add_list(std::uint64_t uses, std::uint32_t after) {
  std::uint32_t list = free_list_;
  if (list == none) {
    list = static_cast<std::uint32_t>(lists_.size());
    lists_.emplace_back();
  } else {
    free_list_ = lists_[list].more;
  }
  UseList added;
  added.uses = uses;
  added.fewer = after;
  added.more = after == none ? fewest_ : lists_[after].more;
  lists_[list] = added;
  if (added.more != none) lists_[added.more].fewer = list;
  if (after == none) fewest_ = list;
  else lists_[after].more = list;
  return list;
}

void KeyStore::remove_list(std::uint32_t list) {
  const UseList& gone = lists_[list];
  if (gone.more != none) lists_[gone.more].fewer = gone.fewer;
  if (gone.fewer != none) lists_[gone.fewer].more = gone.more;
  else fewest_ = gone.more;
  lists_[list].more = free_list_;
  free_list_ = list;
}

/// Where new entries go.
std::uint32_t KeyStore::first_list() {
  return fewest_ != none && lists_[fewest_].uses == 1 ? fewest_ : add_list(1, none);
}

void KeyStore::unlink(std::uint32_t entry) {
  const Order place = order_[entry];
  const std::uint32_t number = list_of(entry);
  UseList& list = lists_[number];
  if (place.newer != none) order_[place.newer].older = place.older;
  else list.newest = place.older;
  if (place.older != none) order_[place.older].newer = place.newer;
  else list.oldest = place.newer;
  if (list.newest == none) remove_list(number);
}

void KeyStore::link_newest(std::uint32_t entry, std::uint32_t list) {
  UseList& in = lists_[list];
  order_[entry] = {none, in.newest};
  if (in.newest != none) order_[in.newest].newer = entry;
  else in.oldest = entry;
  in.newest = entry;
}

/// An entry was used: as far as the policy wants to know.
void KeyStore::use(std::uint32_t entry) {
  const std::uint32_t list = list_of(entry);
  if (eviction_ == Eviction::lfu) {
    const std::uint64_t uses = lists_[list].uses + 1;
    const std::uint32_t next = lists_[list].more;
    const std::uint32_t target = next != none && lists_[next].uses == uses ? next : add_list(uses, list);
    unlink(entry);
    link_newest(entry, target);
    belongings_[entry].list = target;
  } else if (eviction_ == Eviction::lru && entry != lists_[list].newest) {
    unlink(entry);
    link_newest(entry, list);
  }
}

/// All entries in one list, those used least as the oldest.
void KeyStore::forget_uses() {
  std::vector<std::uint32_t> order;
  for (std::uint32_t list = fewest_; list != none; list = lists_[list].more)
    for (std::uint32_t entry = lists_[list].oldest; entry != none; entry = order_[entry].newer) order.push_back(entry);
  lists_.clear();
  fewest_ = free_list_ = none;
  for (const std::uint32_t entry : order) {
    belongings_[entry].list = first_list();
    link_newest(entry, belongings_[entry].list);
  }
}

void KeyStore::erase_slot(std::size_t slot) {
  // Linear probing without tombstones: close the gap by moving later entries of the cluster back.
  const std::size_t mask = table_.size() - 1;
  std::size_t gap = slot;
  std::size_t next = (gap + 1) & mask;
  while (table_[next].entry != none) {
    const std::size_t home = table_[next].hash & mask;
    if (((next - home) & mask) >= ((next - gap) & mask)) {
      table_[gap] = table_[next];
      gap = next;
    }
    next = (next + 1) & mask;
  }
  table_[gap] = {};
}

/// Leaves a hole in its place.
void KeyStore::take_out(std::uint32_t entry) {
  unlink(entry);
  used_ -= size_of(entry);
  erase_slot(slot_of(entries_[entry].key));
}

/// Keeps the entries dense: the last one moves into the hole.
void KeyStore::fill_hole(std::uint32_t hole) {
  const auto last = static_cast<std::uint32_t>(entries_.size() - 1);
  if (hole != last) {
    table_[slot_of(entries_[last].key)].entry = hole;
    entries_[hole] = entries_[last];
    belongings_[hole] = belongings_[last];
    const Order moved = order_[hole] = order_[last];
    if (moved.newer != none) order_[moved.newer].older = hole;
    else lists_[list_of(hole)].newest = hole;
    if (moved.older != none) order_[moved.older].newer = hole;
    else lists_[list_of(hole)].oldest = hole;
  }
  entries_.pop_back();
  order_.pop_back();
  belongings_.pop_back();
}

void KeyStore::erase_entry(std::uint32_t entry) {
  take_out(entry);
  fill_hole(entry);
}

bool KeyStore::lookup(std::uint64_t key, std::int64_t now) {
  if (table_.empty()) return false;
  const std::uint32_t entry = table_[slot_of(key)].entry;
  if (entry == none) return false;
  if (entries_[entry].expires <= now) {
    erase_entry(entry);
    return false;
  }
  use(entry);
  return true;
}

void KeyStore::insert(std::uint64_t key, std::int64_t size, std::int64_t now, std::int64_t expires,
                      RandomStream& random) {
  if (size > capacity_) return;
  if (2 * (entries_.size() + 1) > table_.size()) grow_table();
  if (const std::uint32_t held = table_[slot_of(key)].entry; held != none) {
    used_ += size - size_of(held);
    belongings_[held].size = index_of_size(size);
    entries_[held].expires = expires;
    use(held);
    while (used_ > capacity_) erase_entry(oldest());
    return;
  }
  std::uint32_t place = none;  // the last one that had to go makes room in the array, too
  while (used_ + size > capacity_) {
    if (place != none) fill_hole(std::exchange(place, none));
    std::uint32_t victim = oldest();
    if (eviction_ == Eviction::none && entries_[victim].expires > now) return;
    if (eviction_ == Eviction::random) victim = random.below(static_cast<std::uint32_t>(entries_.size()));
    take_out(victim);
    place = victim;
  }
  if (place == none) {
    place = static_cast<std::uint32_t>(entries_.size());
    entries_.emplace_back();
    order_.emplace_back();
    belongings_.emplace_back();
  }
  entries_[place] = {key, expires};
  put_in_table(place);
  const std::uint32_t list = first_list();
  belongings_[place] = {index_of_size(size), list};
  link_newest(place, list);
  used_ += size;
}

void KeyStore::erase(std::uint64_t key) {
  if (table_.empty()) return;
  const std::uint32_t entry = table_[slot_of(key)].entry;
  if (entry != none) erase_entry(entry);
}

std::size_t KeyStore::bytes() const {
  constexpr std::size_t packed_entry = 2 * sizeof(std::uint32_t) + sizeof(std::int64_t) + sizeof(std::uint8_t);
  constexpr std::size_t entry = sizeof(Entry) + sizeof(Order) + sizeof(Belonging);
  return table_.size() * sizeof(table_[0]) + entries_.size() * entry + lists_.size() * sizeof(UseList) +
         sizes_.size() * sizeof(sizes_[0]) + packed_.sorts.size() * packed_entry +
         packed_.sorts_known.size() * sizeof(Sort);
}

/// @return false if there are too many sorts
bool KeyStore::pack_into(Packed& packed) const {
  const std::size_t count = entries_.size();
  packed.keys_below.resize(count);
  packed.newer.resize(count);
  packed.expiries.resize(count);
  packed.sorts.resize(count);
  std::vector<Sort>& known = packed.sorts_known;
  std::size_t last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Entry& entry = entries_[i];
    const Sort sort{static_cast<std::uint32_t>(entry.key >> 32), belongings_[i].size};
    if (last >= known.size() || known[last] != sort) {
      last = static_cast<std::size_t>(std::find(known.begin(), known.end(), sort) - known.begin());
      if (last > 0xFF) return false;
      if (last == known.size()) known.push_back(sort);
    }
    packed.keys_below[i] = static_cast<std::uint32_t>(entry.key);
    packed.newer[i] = order_[i].newer;
    packed.expiries[i] = entry.expires;
    packed.sorts[i] = static_cast<std::uint8_t>(last);
  }
  return true;
}

KeyStore KeyStore::packed() const {
  KeyStore copy;
  // With LFU, entries are in many lists; it would gain little.
  if (eviction_ == Eviction::lfu || !pack_into(copy.packed_)) return *this;
  copy.sizes_ = sizes_;
  copy.lists_ = lists_;
  copy.fewest_ = fewest_;
  copy.free_list_ = free_list_;
  copy.used_ = used_;
  copy.capacity_ = capacity_;
  copy.eviction_ = eviction_;
  return copy;
}

void KeyStore::unpack() {
  move_to_large_pages(table_);
  move_to_large_pages(entries_);
  move_to_large_pages(order_);
  move_to_large_pages(belongings_);
  const Packed packed = std::exchange(packed_, {});
  const std::size_t count = packed.sorts.size();
  if (count == 0) return;
  entries_.resize(count);
  order_.resize(count);
  belongings_.resize(count);
  table_.assign(std::bit_ceil(std::max<std::size_t>(64, 2 * (count + 1))), {});
  for (std::size_t i = 0; i < count; ++i) {
    const Sort& sort = packed.sorts_known[packed.sorts[i]];
    const std::uint64_t key = std::uint64_t{sort.key_above} << 32 | packed.keys_below[i];
    entries_[i] = {key, packed.expiries[i]};
    order_[i].newer = packed.newer[i];
    belongings_[i] = {sort.size, fewest_};
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    put_in_table(i);
    if (order_[i].newer != none) order_[order_[i].newer].older = i;
  }
}

}  // namespace loadframe::engine
