#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

namespace loadframe {

/// Chooses how many requests one dot on the canvas stands for, so that links look busy but dots can be told apart.
class DotScale {
public:
  /// Before anything has been measured: by what the users will ask for.
  void expect(const Architecture& architecture);
  /// From then on: by the calls that the links carried.
  void measure(const Architecture& architecture, const Sample& sample);

  /// 1, 2 or 5 times a power of ten; goes down only when there is room to spare, so that it does not waver.
  /// @param speed simulated seconds per second
  std::uint64_t requests_per_dot(double speed);
  /// What it chose last.
  std::uint64_t chosen() const { return chosen_; }

private:
  double busiest_link_per_s_ = 0;  ///< calls per simulated second
  double calls_per_s_ = 0;         ///< over all links
  double under_way_ = 0;           ///< messages between components at one time
  std::uint64_t chosen_ = 1;
};

/// The least of 1, 2, 5, 10, 20, 50 … that is not below the number.
std::uint64_t rounded_up_to_1_2_5(double number);

}  // namespace loadframe
