#pragma once

#include "architecture/architecture.h"
#include "diagram/painter.h"
#include "simulation/recording.h"

#include <span>
#include <vector>

namespace loadframe {

/// Short signs on the canvas of what has just happened: a component dies, comes back, or gets what another no longer
/// takes. They last a moment of wall time.
class Pulses {
public:
  /// @param sample the last, to tell which of a balancer's other targets take over; may be none
  void take(std::span<const Event> events, const Architecture& architecture, const Sample* sample);
  void advance(double milliseconds);
  void clear() { going_.clear(); }
  bool empty() const { return going_.empty(); }
  std::vector<Pulse> shown() const;

private:
  struct Going {
    ElementId element;
    Pulse::Look look;
    double passed_ms = 0;
  };
  void begin(const ElementId& element, Pulse::Look look);
  void begin_dying(ComponentId component, const Architecture& architecture);
  void begin_taking_over(ComponentId balancer, const ElementId& lost, const Architecture& architecture,
                         const Sample* sample);

  std::vector<Going> going_;
};

}  // namespace loadframe
