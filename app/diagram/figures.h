#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

#include <QString>
#include <QStringList>

/// The diagram's figures in words, translated and in the person's number format.
namespace loadframe {

/// "920/s", "0.4/s", "1.2 M/s".
QString rate_text(double per_second);
/// "1.9 %"; small shares are not rounded down to none.
QString share_text(double ratio);
/// "412 ms", "1.2 s": as many digits as one can take in.
QString time_text(Duration time);
/// "1,840"; large numbers are shortened: "12 k", "3.4 M".
QString count_text(double count);

/// Whether another database is wired to it, which makes it a replica.
bool is_replica(const Architecture& architecture, const Component& component);

/// Keeps messages for others: a queue, topic or stream.
bool is_broker(const Component& component);

/// The nodes of a cluster; 0 for all else.
std::int64_t nodes_of(const Component& component);

/// How many calls may wait at it; a usual number for what has no bound of its own.
std::int64_t backlog_of(const Component& component);

/// What matters most about a component when nothing runs: "4 workers", "10 ms". The parts of a line, most important
/// first: see fitting_parts.
QStringList settings_line(const Architecture& architecture, const Component& component);
/// What it does in a run: "920/s", "94 busy".
QStringList activity_line(const Architecture& architecture, const Component& component, const ComponentSample& sample,
                          Duration length);

enum class CaptionTone : std::uint8_t { plain, busy, bad };

/// The line under a component in a run; empty when there is nothing to say.
struct Caption {
  QString text;
  CaptionTone tone = CaptionTone::plain;
};

/// @param before the component's sample before this one, to tell whether its queue grows; may be none
Caption caption_of(const Component& component, const ComponentSample& sample, const ComponentSample* before);

/// What matters most about an area: "4 cores", "150 µs"; empty for groups.
QString area_line(const Area& area);

}  // namespace loadframe
