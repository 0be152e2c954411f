#include "architecture/profile.h"

#include "architecture/suggestion.h"
#include "architecture/text.h"
#include "architecture/translation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace loadframe {

namespace {

constexpr std::array<std::string_view, 6> shape_keys{"constant", "ramp", "steps", "line", "spike", "diurnal"};

constexpr std::string_view remedy =
    TR("write a profile such as \"constant\", \"ramp 1 to 3 over 60 s\", \"spike 5 at 30 s for 10 s\", "
       "\"diurnal 0.4 period 24 h\", \"steps 0 s 1, 30 s 2, 60 s 1\" or \"line 0 s 1, 30 s 2\"");

Diagnostic not_a_profile(std::string_view text) {
  return error({}, in_quotes(text) + " is not a profile of traffic", std::string(remedy));
}

/// The parts of a text around words that stand in it in that order: "1 to 3 over 60 s" around "to" and "over".
template <std::size_t Count>
std::optional<std::array<std::string_view, Count + 1>> parts_around(std::string_view text,
                                                                    const std::array<std::string_view, Count>& words) {
  std::array<std::string_view, Count + 1> parts;
  for (std::size_t i = 0; i < Count; ++i) {
    const std::string word = " " + std::string(words[i]) + " ";
    const auto at = text.find(word);
    if (at == std::string_view::npos) return std::nullopt;
    parts[i] = trimmed(text.substr(0, at));
    text.remove_prefix(at + word.size());
  }
  parts[Count] = trimmed(text);
  return parts;
}

/// "30 s 2": the factor is the last word.
std::optional<ProfilePoint> point_from_text(std::string_view text) {
  text = trimmed(text);
  const auto blank = text.find_last_of(blanks);
  if (blank == std::string_view::npos) return std::nullopt;
  const auto at = duration_from_text(text.substr(0, blank));
  const auto factor = number_from_text(text.substr(blank));
  if (!at || !factor) return std::nullopt;
  return ProfilePoint{*at, *factor};
}

std::optional<std::vector<ProfilePoint>> points_from_text(std::string_view text) {
  std::vector<ProfilePoint> points;
  while (points.size() <= most_profile_points) {
    const auto end = text.find(',');
    const auto point = point_from_text(text.substr(0, end));
    if (!point) return std::nullopt;
    points.push_back(*point);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return points;
}

std::optional<Profile> shaped(std::string_view word, std::string_view rest) {
  if (word == "constant" && rest.empty()) return Profile{};
  if (word == "steps" || word == "line") {
    auto points = points_from_text(rest);
    if (!points) return std::nullopt;
    return word == "steps" ? steps(*std::move(points)) : line(*std::move(points));
  }
  if (word == "ramp") {
    const auto parts = parts_around<2>(rest, {"to", "over"});
    if (!parts) return std::nullopt;
    const auto from = number_from_text((*parts)[0]);
    const auto to = number_from_text((*parts)[1]);
    const auto over = duration_from_text((*parts)[2]);
    if (from && to && over) return ramp(*from, *to, *over);
  }
  if (word == "spike") {
    const auto parts = parts_around<2>(rest, {"at", "for"});
    if (!parts) return std::nullopt;
    const auto factor = number_from_text((*parts)[0]);
    const auto at = duration_from_text((*parts)[1]);
    const auto length = duration_from_text((*parts)[2]);
    // Beyond a year they are refused; their sum must fit all the same.
    const auto bounded = [](Duration time) { return std::clamp(time, longest_time * -2, longest_time * 2); };
    if (factor && at && length) return spike(*factor, bounded(*at), bounded(*length));
  }
  if (word == "diurnal") {
    const auto parts = parts_around<1>(rest, {"period"});
    if (!parts) return std::nullopt;
    const auto amplitude = number_from_text((*parts)[0]);
    const auto period = duration_from_text((*parts)[1]);
    if (amplitude && period) return diurnal(*amplitude, *period);
  }
  return std::nullopt;
}

Diagnostic unusable(std::string_view what) { return error({}, std::string(what), std::string(remedy)); }

}  // namespace

Profile ramp(double from, double to, Duration over) {
  return {ProfileShape::ramp, SharedList<ProfilePoint>({{Duration{}, from}, {over, to}}), 0, {}};
}

Profile spike(double factor, Duration at, Duration length) {
  return {ProfileShape::spike, SharedList<ProfilePoint>({{at, factor}, {at + length, 1}}), 0, {}};
}

Profile steps(std::vector<ProfilePoint> points) {
  return {ProfileShape::steps, SharedList<ProfilePoint>(std::move(points)), 0, {}};
}

Profile line(std::vector<ProfilePoint> points) {
  return {ProfileShape::line, SharedList<ProfilePoint>(std::move(points)), 0, {}};
}

Profile diurnal(double amplitude, Duration period) { return {ProfileShape::diurnal, {}, amplitude, period}; }

std::optional<Diagnostic> objection_to(const Profile& profile) {
  if (profile.shape == ProfileShape::constant) return std::nullopt;
  if (profile.shape == ProfileShape::diurnal) {
    if (!(profile.amplitude >= 0 && profile.amplitude <= 1))
      return unusable(TR("the amplitude of a diurnal profile is a number from 0 to 1"));
    if (profile.period < milliseconds(1) || profile.period > longest_time)
      return unusable(TR("the period of a diurnal profile is a time from 1 ms to 365 days"));
    return std::nullopt;
  }
  if (profile.points.empty()) return unusable(TR("a profile of steps needs at least one"));
  if (profile.points.size() > most_profile_points) return unusable(TR("a profile holds at most 10,000 points"));
  for (std::size_t i = 0; i < profile.points.size(); ++i) {
    const ProfilePoint& point = profile.points[i];
    if (!(point.factor >= 0 && point.factor <= largest_factor))
      return unusable(TR("the factors of a profile are numbers from 0 to 10,000,000"));
    if (point.at < Duration{} || point.at > longest_time)
      return unusable(TR("the times of a profile are from 0 s to 365 days"));
    if (i > 0 && point.at <= profile.points[i - 1].at)
      return unusable(TR("the times of a profile must each be later than the one before"));
  }
  return std::nullopt;
}

std::string to_text(const Profile& value) {
  const std::string key(profile_shape_key(value.shape));
  const auto& points = value.points;
  switch (value.shape) {
    case ProfileShape::constant:
      return key;
    case ProfileShape::ramp:
      return key + " " + number_to_text(points[0].factor) + " to " + number_to_text(points[1].factor) + " over " +
             to_text(points[1].at);
    case ProfileShape::spike:
      return key + " " + number_to_text(points[0].factor) + " at " + to_text(points[0].at) + " for " +
             to_text(points[1].at - points[0].at);
    case ProfileShape::diurnal:
      return key + " " + number_to_text(value.amplitude) + " period " + to_text(value.period);
    case ProfileShape::steps:
    case ProfileShape::line:
      break;
  }
  std::string text = key;
  for (std::size_t i = 0; i < points.size(); ++i)
    text += (i > 0 ? ", " : " ") + to_text(points[i].at) + " " + number_to_text(points[i].factor);
  return text;
}

Result<Profile> profile_from_text(std::string_view text) {
  const std::string_view whole = trimmed(text);
  const auto word = whole.substr(0, whole.find_first_of(blanks));
  const std::string_view rest = trimmed(whole.substr(word.size()));
  if (word.starts_with('@') || rest.starts_with('@'))
    return error({}, "no file can be read here: " + in_quotes(whole),
                 "name it in a layout file or after --set, or choose it in the inspector");
  auto profile = shaped(word, rest);
  if (!profile) return not_a_profile(text);
  if (auto problem = objection_to(*profile)) return *problem;
  return *std::move(profile);
}

std::string_view profile_shape_key(ProfileShape shape) { return shape_keys[static_cast<std::size_t>(shape)]; }

}  // namespace loadframe
