#pragma once

#include "architecture/profile.h"

#include <cstdint>
#include <vector>

namespace loadframe {

/// A profile prepared for planning by it: a clock whose speed is the profile's factor. What happens at the rate of this
/// clock, evenly or at random, happens at a rate that follows the profile exactly (time change of a renewal process).
/// Times and amounts are in nanoseconds; amounts are those of this clock.
class ProfileClock {
public:
  ProfileClock() = default;
  explicit ProfileClock(const Profile& profile);

  double factor(std::int64_t now) const;
  /// The factor is 1 at all times.
  bool is_constant() const { return is_constant_; }
  double largest_factor() const { return largest_factor_; }

  /// How far the clock goes from now until then: the integral of the factor.
  double amount(std::int64_t now, std::int64_t then) const;

  /// How long it takes from now until the clock has gone so far, to about a nanosecond; infinite if it never does.
  double time_ahead(std::int64_t now, double amount) const;

  /// When to look at the factor again to follow it in steps: where it jumps or bends, and in between often enough that
  /// a step is at most 1/200 of a slope or a period, but no oftener than each millisecond. Never, if it stays.
  std::int64_t next_look(std::int64_t now) const;

private:
  /// From its start to the next one's; the last has no end.
  struct Piece {
    std::int64_t start = 0;
    double factor = 1;  ///< at the start
    double slope = 0;   ///< per ns
  };

  std::size_t piece_at(std::int64_t now) const;
  double factor_in(std::size_t piece, std::int64_t now) const;
  /// Integral of a diurnal profile from now for so long.
  double wave_amount(std::int64_t now, double time) const;
  double wave_time_ahead(std::int64_t now, double amount) const;

  bool is_constant_ = true;
  double largest_factor_ = 1;
  std::vector<Piece> pieces_;
  double amplitude_ = 0;
  std::int64_t period_ = 0;  ///< 0: the profile is made of pieces
};

}  // namespace loadframe
