#include "simulation/profile_clock.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace loadframe {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t looks_per_slope = 200;
constexpr std::int64_t shortest_look = 1'000'000;
constexpr std::int64_t longest_look = 1'000'000'000;

}  // namespace

ProfileClock::ProfileClock(const Profile& profile) : is_constant_(profile.shape == ProfileShape::constant) {
  if (profile.shape == ProfileShape::diurnal) {
    amplitude_ = profile.amplitude;
    period_ = profile.period.nanoseconds;
    largest_factor_ = 1 + amplitude_;
    return;
  }
  const bool slopes = profile.shape == ProfileShape::ramp || profile.shape == ProfileShape::line;
  const auto& points = profile.points;
  pieces_.push_back({0, slopes && !points.empty() ? points[0].factor : 1, 0});
  for (std::size_t i = 0; i < points.size(); ++i) {
    Piece piece{points[i].at.nanoseconds, points[i].factor, 0};
    if (slopes && i + 1 < points.size())
      piece.slope = (points[i + 1].factor - points[i].factor) /
                    static_cast<double>((points[i + 1].at - points[i].at).nanoseconds);
    if (piece.start <= pieces_.back().start) pieces_.back() = piece;
    else pieces_.push_back(piece);
  }
  largest_factor_ = 0;
  for (const Piece& piece : pieces_) largest_factor_ = std::max(largest_factor_, piece.factor);
}

std::size_t ProfileClock::piece_at(std::int64_t now) const {
  const auto later = std::upper_bound(pieces_.begin() + 1, pieces_.end(), now,
                                      [](std::int64_t time, const Piece& piece) { return time < piece.start; });
  return static_cast<std::size_t>(later - pieces_.begin()) - 1;
}

double ProfileClock::factor_in(std::size_t piece, std::int64_t now) const {
  const Piece& at = pieces_[piece];
  return std::max(0.0, at.factor + at.slope * static_cast<double>(now - at.start));
}

double ProfileClock::factor(std::int64_t now) const {
  if (is_constant_) return 1;
  if (period_ == 0) return factor_in(piece_at(now), now);
  const double phase = static_cast<double>(now % period_) / static_cast<double>(period_);
  return std::max(0.0, 1 + amplitude_ * std::sin(2 * std::numbers::pi * phase));
}

double ProfileClock::amount(std::int64_t now, std::int64_t then) const {
  if (is_constant_) return static_cast<double>(then - now);
  if (period_ > 0) return wave_amount(now, static_cast<double>(then - now));
  double sum = 0;
  for (std::size_t piece = piece_at(now); now < then; ++piece) {
    const std::int64_t end = piece + 1 < pieces_.size() ? std::min(then, pieces_[piece + 1].start) : then;
    const auto length = static_cast<double>(end - now);
    sum += length * (factor_in(piece, now) + 0.5 * pieces_[piece].slope * length);
    now = end;
  }
  return std::max(0.0, sum);
}

double ProfileClock::time_ahead(std::int64_t now, double amount) const {
  if (is_constant_) return amount;
  if (period_ > 0) return wave_time_ahead(now, amount);
  double passed = 0;
  for (std::size_t piece = piece_at(now);; ++piece) {
    if (amount <= 0) return passed;
    const double first = factor_in(piece, now);
    const double slope = pieces_[piece].slope;
    if (piece + 1 == pieces_.size()) return first > 0 ? passed + amount / first : endless;
    const auto length = static_cast<double>(pieces_[piece + 1].start - now);
    const double all = length * (first + 0.5 * slope * length);
    if (amount < all) {
      // first · t + slope/2 · t² = amount, in the form that loses no digits
      const double root = std::sqrt(std::max(0.0, first * first + 2 * slope * amount));
      return passed + std::min(length, 2 * amount / (first + root));
    }
    amount -= std::max(0.0, all);
    passed += length;
    now = pieces_[piece + 1].start;
  }
}

double ProfileClock::wave_amount(std::int64_t now, double time) const {
  const auto period = static_cast<double>(period_);
  const double phase = 2 * std::numbers::pi * static_cast<double>(now % period_) / period;
  const double half = std::numbers::pi * time / period;
  return time + amplitude_ * period / std::numbers::pi * std::sin(phase + half) * std::sin(half);
}

double ProfileClock::wave_time_ahead(std::int64_t now, double amount) const {
  // Over a whole period the clock goes as far as time does. Within one: Newton's method, kept inside an interval.
  const auto period = static_cast<double>(period_);
  const double whole = std::floor(amount / period) * period;
  const double rest = amount - whole;
  double low = 0;
  double high = period;
  double time = std::min(rest / std::max(factor(now), 0.5), high);
  for (int step = 0; step < 100 && high - low > 0.25; ++step) {
    const double excess = wave_amount(now, time) - rest;
    (excess > 0 ? high : low) = time;
    const double speed = factor(now + std::llround(time));
    const double next = speed > 0 ? time - excess / speed : low;
    if (std::abs(next - time) < 0.25) return whole + std::clamp(next, low, high);
    time = next > low && next < high ? next : low + (high - low) / 2;
  }
  return whole + time;
}

std::int64_t ProfileClock::next_look(std::int64_t now) const {
  if (is_constant_) return never;
  if (period_ > 0) return now + std::clamp(period_ / looks_per_slope, shortest_look, longest_look);
  const std::size_t piece = piece_at(now);
  if (piece + 1 == pieces_.size()) return never;
  const std::int64_t end = pieces_[piece + 1].start;
  if (pieces_[piece].slope == 0) return end;
  const std::int64_t step = std::clamp((end - pieces_[piece].start) / looks_per_slope, shortest_look, longest_look);
  return std::min(end, now + step);
}

}  // namespace loadframe
