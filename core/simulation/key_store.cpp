#include "simulation/key_store.h"

namespace loadframe::engine {

namespace {

std::uint64_t mixed(std::uint64_t key) {
  key ^= key >> 32;
  key *= 0xD6E8FEB86659FD93u;
  key ^= key >> 32;
  key *= 0xD6E8FEB86659FD93u;
  return key ^ (key >> 32);
}

}  // namespace

void KeyStore::set_limits(Bytes capacity, Eviction eviction) {
  capacity_ = capacity.count;
  eviction_ = eviction;
  while (used_ > capacity_ && oldest_ != none) erase_entry(oldest_);
}

void KeyStore::clear() {
  table_.clear();
  entries_.clear();
  newest_ = oldest_ = none;
  used_ = 0;
}

std::size_t KeyStore::slot_of(std::uint64_t key) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = mixed(key) & mask;
  while (table_[slot] != none && entries_[table_[slot]].key != key) slot = (slot + 1) & mask;
  return slot;
}

void KeyStore::grow_table() {
  const std::size_t size = std::max<std::size_t>(64, table_.size() * 2);
  table_.assign(size, none);
  for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) table_[slot_of(entries_[entry].key)] = entry;
}

void KeyStore::unlink(std::uint32_t entry) {
  const Entry& e = entries_[entry];
  if (e.newer != none) entries_[e.newer].older = e.older;
  else newest_ = e.older;
  if (e.older != none) entries_[e.older].newer = e.newer;
  else oldest_ = e.newer;
}

void KeyStore::link_newest(std::uint32_t entry) {
  Entry& e = entries_[entry];
  e.newer = none;
  e.older = newest_;
  if (newest_ != none) entries_[newest_].newer = entry;
  else oldest_ = entry;
  newest_ = entry;
}

void KeyStore::erase_slot(std::size_t slot) {
  // Linear probing without tombstones: close the gap by moving later entries of the cluster back.
  const std::size_t mask = table_.size() - 1;
  std::size_t gap = slot;
  std::size_t next = (gap + 1) & mask;
  while (table_[next] != none) {
    const std::size_t home = mixed(entries_[table_[next]].key) & mask;
    if (((next - home) & mask) >= ((next - gap) & mask)) {
      table_[gap] = table_[next];
      gap = next;
    }
    next = (next + 1) & mask;
  }
  table_[gap] = none;
}

void KeyStore::erase_entry(std::uint32_t entry) {
  unlink(entry);
  used_ -= entries_[entry].size;
  erase_slot(slot_of(entries_[entry].key));
  const auto last = static_cast<std::uint32_t>(entries_.size() - 1);
  if (entry != last) {
    // Keep the entries dense: the last one moves into the hole.
    table_[slot_of(entries_[last].key)] = entry;
    entries_[entry] = entries_[last];
    const Entry& moved = entries_[entry];
    if (moved.newer != none) entries_[moved.newer].older = entry;
    else newest_ = entry;
    if (moved.older != none) entries_[moved.older].newer = entry;
    else oldest_ = entry;
  }
  entries_.pop_back();
}

bool KeyStore::lookup(std::uint64_t key, std::int64_t now) {
  if (table_.empty()) return false;
  const std::uint32_t entry = table_[slot_of(key)];
  if (entry == none) return false;
  if (entries_[entry].expires <= now) {
    erase_entry(entry);
    return false;
  }
  if (eviction_ == Eviction::lru && entry != newest_) {
    unlink(entry);
    link_newest(entry);
  }
  return true;
}

void KeyStore::insert(std::uint64_t key, std::int64_t size, std::int64_t expires, RandomStream& random) {
  if (size > capacity_) return;
  if (2 * (entries_.size() + 1) > table_.size()) grow_table();
  if (const std::uint32_t held = table_[slot_of(key)]; held != none) {
    used_ += size - entries_[held].size;
    entries_[held].size = size;
    entries_[held].expires = expires;
    if (eviction_ == Eviction::lru && held != newest_) {
      unlink(held);
      link_newest(held);
    }
  } else {
    while (used_ + size > capacity_) {
      const auto victim =
          eviction_ == Eviction::random ? random.below(static_cast<std::uint32_t>(entries_.size())) : oldest_;
      erase_entry(victim);
    }
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({key, expires, size, none, none});
    table_[slot_of(key)] = entry;
    link_newest(entry);
    used_ += size;
  }
  while (used_ > capacity_) erase_entry(oldest_);
}

void KeyStore::erase(std::uint64_t key) {
  if (table_.empty()) return;
  const std::uint32_t entry = table_[slot_of(key)];
  if (entry != none) erase_entry(entry);
}

}  // namespace loadframe::engine
