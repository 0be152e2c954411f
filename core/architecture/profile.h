#pragma once

#include "architecture/quantities.h"
#include "architecture/result.h"
#include "architecture/shared_list.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How traffic changes over time.
namespace loadframe {

enum class ProfileShape { constant, ramp, steps, line, spike, diurnal };

struct ProfilePoint {
  Duration at;
  double factor = 1;
  friend bool operator==(const ProfilePoint&, const ProfilePoint&) = default;
};

/// A factor on a rate or a population, over the time since the start of a run. Made by the functions below.
struct Profile {
  ProfileShape shape = ProfileShape::constant;
  /// In order of time. steps, spike: each factor holds from its point to the next; before the first it is 1.
  /// ramp, line: straight between the points, level before the first and after the last.
  SharedList<ProfilePoint> points{};
  double amplitude = 0;  ///< diurnal: the factor is 1 + amplitude · sin(2π t / period); 0 to 1
  Duration period{};     ///< diurnal
  friend bool operator==(const Profile&, const Profile&) = default;
};

inline constexpr std::size_t most_profile_points = 10'000;
/// Recorded rates can stand in a profile as factors on a rate of 1/s.
inline constexpr double largest_factor = 1e7;

/// From one factor to another, which then stays.
Profile ramp(double from, double to, Duration over);
/// The factor for some time; 1 before and after.
Profile spike(double factor, Duration at, Duration length);
Profile steps(std::vector<ProfilePoint> points);
Profile line(std::vector<ProfilePoint> points);
Profile diurnal(double amplitude, Duration period);

/// What makes a profile unusable: a factor, a time, their order or number; none if it can be used.
std::optional<Diagnostic> objection_to(const Profile& profile);

/// "constant", "ramp 1 to 3 over 60 s", "spike 5 at 30 s for 10 s", "diurnal 0.4 period 24 h",
/// "steps 0 s 1, 30 s 2, 60 s 1", "line 0 s 1, 30 s 2". Reading the text gives the same profile again.
std::string to_text(const Profile& value);

/// Reads what to_text writes. The diagnostic has no place; the caller adds it.
Result<Profile> profile_from_text(std::string_view text);

/// The word for a profile's shape in files: "steps".
std::string_view profile_shape_key(ProfileShape shape);

}  // namespace loadframe
