#pragma once

#include "simulation/recording.h"

#include <cstddef>

/// Keeping a recording within bounds: old detail is merged, and what goes is said in the recording.
namespace loadframe {

/// More events than these are not kept. A system that flaps ten times a second for an hour stays below it.
inline constexpr std::size_t most_recorded_events = 100'000;

/// Memory that a sample takes, about.
std::size_t bytes_of(const Sample& sample);

/// Memory that all samples take, about.
std::size_t bytes_of_samples(const Recording& recording);

/// Merges old samples, so that the rest take at most so many bytes; moves `fine_from`. A merged sample lasts
/// a power of two of intervals and begins at a multiple of its length; its length is at most a fixed part of its age,
/// the same for all: the older, the coarser. Counts stay exact. Samples with different elements are not merged, since
/// an edit lies between them.
/// @param interval of sampling, > 0
/// @return what they take now; more than asked for only if nothing is left to be merged
std::size_t thin_samples(Recording& recording, Duration interval, std::size_t most_bytes);

/// Drops the oldest events, but actions and edits last of all, until at most so many are left; counts them in
/// `events_dropped`.
void thin_events(Recording& recording, std::size_t most);

}  // namespace loadframe
