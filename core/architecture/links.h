#pragma once

#include "architecture/settings.h"

#include <cstdint>

namespace loadframe {

enum class CallOn { automatic, always, miss };
enum class Operations { automatic, all, reads, writes };
enum class Responses : std::uint8_t { automatic, all, html, json, assets };
enum class Backoff { fixed, exponential, full_jitter };
enum class Hedging { off, after_delay, after_percentile };

/// How the caller calls over a link.
struct LinkSettings {
  AutomaticDuration latency;  ///< one way
  Share share{1};             ///< of the requests that could use the link
  CallOn call_on = CallOn::automatic;
  Operations operations = Operations::automatic;
  Responses responses = Responses::automatic;
  double weight = 1;
  Duration jitter;  ///< at most, each way
  Share loss{0};    ///< of messages, each way
  Duration retransmission = milliseconds(200);
  Bandwidth bandwidth;        ///< each way; 0: no limit
  AutomaticDuration timeout;  ///< 0: none
  std::int64_t retries = 0;
  Duration retry_delay = milliseconds(100);
  Backoff backoff = Backoff::fixed;
  Duration max_delay = seconds(20);
  Share retry_budget{0};  ///< retries for each request; 0: no limit
  bool breaker = false;
  std::int64_t breaker_failures = 5;  ///< in a row
  Duration breaker_open_time = seconds(30);
  std::int64_t breaker_probes = 1;
  Hedging hedging = Hedging::off;
  Duration hedge_delay = milliseconds(100);
  bool deadline = false;
  bool cancellation = false;
  std::int64_t pool = 0;  ///< calls at one time; 0: no limit
  friend bool operator==(const LinkSettings&, const LinkSettings&) = default;
};

/// The settings table of links.
const SettingsTable& link_settings();

}  // namespace loadframe
