#pragma once

#include "simulation/engine.h"

/// Writes of one row, one after the other.
namespace loadframe::engine::row_locks {

/// Whether the call has the lock of its row now; else it waits for it, holding its worker.
bool acquire(Engine& engine, RowLocks& locks, std::uint64_t row, CallIndex index);

/// The call leaves: its lock goes to the one that has waited for longest.
void release(Engine& engine, RowLocks& locks, NodeIndex node, CallIndex index);

/// Begins to work on those that have got their locks.
void start_granted(Engine& engine, NodeIndex node);

}  // namespace loadframe::engine::row_locks
