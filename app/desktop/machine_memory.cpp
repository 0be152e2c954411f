#include "machine_memory.h"

#include <unistd.h>

namespace loadframe {

Bytes machine_memory() { return {std::int64_t{sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGESIZE)}; }

}  // namespace loadframe
