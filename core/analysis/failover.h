#pragma once

#include "analysis/narration.h"

#include <optional>
#include <vector>

/// What a fault did: to whom, who noticed and when, what it cost the users, and how the system came back. From
/// recorded facts only; times that come from samples are as exact as the sampling interval.
namespace loadframe {

/// A balancer that stopped, or began again, to send to a target.
struct Notice {
  ComponentId by;
  ComponentId target;
  Duration at;
  EventCause cause = EventCause::none;
  std::uint64_t count = 0;  ///< of failed or passed checks or requests
  friend bool operator==(const Notice&, const Notice&) = default;
};

/// A component that works beside what failed: another target of the same balancer.
struct Survivor {
  ComponentId id;
  double before = 0;  ///< mean utilisation in the seconds before the fault, 0 to 1
  double after = 0;   ///< and from its detection until the repair, but for at most 30 s
  friend bool operator==(const Survivor&, const Survivor&) = default;
};

struct FaultStory {
  Duration at;
  Action action;
  std::vector<ComponentId> struck;  ///< none for links
  std::uint64_t resets = 0;         ///< connections that broke at once
  std::vector<Notice> noticed;      ///< in order of time; the first of each balancer for each target
  /// Users' requests that failed from the fault until the last of these noticed; none if nobody did.
  std::optional<OutcomeCounts> before_noticed;
  OutcomeCounts unserved;                ///< that failed until the next fault or the end
  double failing_before = 0;             ///< users' failed requests per second, in the seconds before
  std::optional<Duration> errors_ended;  ///< none: no request failed, or they still did at the next fault or the end
  std::vector<Survivor> survivors;       ///< in the document's order
  std::optional<Duration> repaired;      ///< when the repair was begun: restart, mend, full speed
  std::optional<Duration> up;            ///< when the last of what was struck had booted
  std::vector<Notice> returned;  ///< in order of time; the first after the repair of each balancer for each target
  Duration until;                ///< the next fault, or the end: up to here it was followed
};

/// A story for each fault in the recording, in order of time. Elements that are gone by now are left out.
std::vector<FaultStory> explain_faults(const Architecture& architecture, const Recording& recording);

/// The story in sentences, the most important first.
std::vector<Sentence> to_sentences(const Architecture& architecture, const FaultStory& story);

}  // namespace loadframe
