#pragma once

#include "architecture/settings.h"

namespace loadframe {

enum class CallOn { automatic, always, miss };
enum class Operations { automatic, all, reads, writes };

/// How the caller calls over a link.
struct LinkSettings {
  AutomaticDuration latency;                       ///< one way
  Share share{1};                                  ///< of the requests that could use the link
  CallOn call_on = CallOn::automatic;
  Operations operations = Operations::automatic;
  double weight = 1;
  AutomaticDuration timeout;                       ///< 0: none
  std::int64_t retries = 0;
  Duration retry_delay = milliseconds(100);
  friend bool operator==(const LinkSettings&, const LinkSettings&) = default;
};

/// The settings table of links.
const SettingsTable& link_settings();

}  // namespace loadframe
