#pragma once

#include "architecture/kinds/kind.h"

/// Words that the settings of several kinds have in common.
namespace loadframe {

enum class CallOrder { sequence, parallel };

/// How a program attends to several requests.
enum class Concurrency { threads, event_loop };

/// Which of the waiting requests comes next.
enum class Discipline { fifo, lifo, priority };

/// What happens when the memory of a machine is used up.
enum class MemoryExhausted { kill, swap };

enum class ScalingMetric { cpu, concurrency };

}  // namespace loadframe
