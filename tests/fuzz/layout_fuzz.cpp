#include "architecture/validation.h"
#include "exchange/layout_file.h"
#include "simulation/simulation.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// Reads any bytes as a layout. What can be read is written, read again and compared; what can run, runs a little.

namespace {

using namespace loadframe;

constexpr std::size_t most_components_to_run = 60;
constexpr std::uint64_t events_to_run = 300;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void check_round_trip(const Architecture& architecture) {
  const std::string text = layout_to_text(architecture);
  const auto again = layout_from_text(text, "written");
  require(again.ok(), "what was written can be read");
  require(layout_to_text(again->architecture) == text, "writing it again gives the same bytes");
  require(again->architecture == architecture, "what was written reads as the same architecture");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto layout = layout_from_text({reinterpret_cast<const char*>(data), size}, "input");
  if (!layout) {
    require(!layout.diagnostic().what.empty() && layout.diagnostic().where.starts_with("input"),
            "a refusal says what is wrong and where");
    return 0;
  }
  const Architecture& architecture = layout->architecture;
  check_round_trip(architecture);
  if (!can_run(validate(architecture)) || architecture.components.size() > most_components_to_run) return 0;
  Simulation simulation(architecture);
  simulation.run_until(seconds(60), events_to_run);
  return 0;
}
