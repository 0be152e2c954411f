#include "simulation/behaviour/row_locks.h"

#include "simulation/behaviour/failover.h"

namespace loadframe::engine::row_locks {

namespace {

/// Call::next_step of one that has its lock and has not begun: a database has no steps.
constexpr std::uint16_t granted = 1;

std::uint32_t new_lock(RowLocks& locks) {
  if (locks.unused.empty()) {
    locks.locks.emplace_back();
    return static_cast<std::uint32_t>(locks.locks.size() - 1);
  }
  const std::uint32_t number = locks.unused.back();
  locks.unused.pop_back();
  return number;
}

}  // namespace

bool acquire(Engine& engine, RowLocks& locks, std::uint64_t row, CallIndex index) {
  Call& call = engine.calls[index];
  const auto [known, is_free] = locks.by_key.try_emplace(row, 0);
  if (is_free) {
    known->second = new_lock(locks);
    locks.locks[known->second] = {row, index, {}};
  }
  call.detail = known->second + 1;
  if (is_free) return true;
  call.phase = Phase::downstream;
  locks.locks[known->second].waiting.push(engine.calls, index);
  return false;
}

void release(Engine& engine, RowLocks& locks, NodeIndex node, CallIndex index) {
  Call& call = engine.calls[index];
  if (call.phase == Phase::queued || call.detail == 0) return;
  const std::uint32_t number = call.detail - 1;
  RowLock& lock = locks.locks[number];
  call.detail = 0;
  if (lock.holder == index) {
    if (call.next_step == granted) locks.granted.remove(engine.calls, index);
    call.next_step = 0;
    lock.holder = none;
    if (engine.nodes[node].state == ComponentState::up && !lock.waiting.empty()) {
      lock.holder = lock.waiting.pop(engine.calls);
      engine.calls[lock.holder].next_step = granted;
      locks.granted.push(engine.calls, lock.holder);
      engine.push(engine.now, EventType::kind_timer, node, failover::grant_timer);
    }
  } else {
    lock.waiting.remove(engine.calls, index);
  }
  if (lock.holder != none || !lock.waiting.empty()) return;
  locks.by_key.erase(lock.key);
  locks.unused.push_back(number);
}

void start_granted(Engine& engine, NodeIndex node) {
  const auto locks = [&]() -> RowLocks& { return std::get<DatabaseState>(engine.nodes[node].kind).locks; };
  while (engine.nodes[node].state == ComponentState::up && !locks().granted.empty()) {
    const CallIndex index = locks().granted.pop(engine.calls);
    Call& call = engine.calls[index];
    call.next_step = 0;
    call.waited = static_cast<float>(engine.now - call.arrived);
    call.stage_began = engine.now;
    engine.work_on(index);
  }
}

}  // namespace loadframe::engine::row_locks
