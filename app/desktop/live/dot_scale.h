#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

namespace loadframe {

/// Chooses how many requests one dot on the canvas stands for, so that links look busy but dots can be told apart:
/// as many dots as the links that carry traffic have room for.
class DotScale {
public:
  /// Before anything has been measured: by what the users will ask for.
  void expect(const Architecture& architecture);
  /// From then on: by the calls that the links carried.
  void measure(const Architecture& architecture, const Sample& sample);

  /// A round number; another one only when the dots have become clearly too few or too many, so that it does not
  /// waver.
  /// @param speed simulated seconds per second
  std::uint64_t requests_per_dot(double speed);
  /// What it chose last.
  std::uint64_t chosen() const { return chosen_; }

private:
  struct Flow {
    double calls_per_s;  ///< simulated seconds
    double latency_s;    ///< of the link, one way
  };

  /// Were one dot one request.
  double dots_at(double speed) const;
  double dots_wanted() const;

  std::vector<Flow> flows_;  ///< of the links that carry traffic
  std::uint64_t chosen_ = 1;
};

/// The greatest of 1, 2, 3, 5, 10, 20, 30, 50 … that is not above the number; at least 1.
std::uint64_t rounded_down_to_1_2_3_5(double number);

}  // namespace loadframe
