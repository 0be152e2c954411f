#pragma once

#include "architecture/kinds/compute.h"

#include <span>
#include <variant>

namespace loadframe {

enum class CpuSharing { processor_sharing, fifo };

/// A machine, real or virtual: what stands on it shares its cores.
struct HostSettings {
  std::int64_t cores = 4;
  double speed = 1;
  CpuSharing sharing = CpuSharing::processor_sharing;
  Duration latency = microseconds(25);
  Bytes memory = gibibytes(16);
  MemoryExhausted memory_exhausted = MemoryExhausted::kill;
  double price_per_hour = 0.17;
  friend bool operator==(const HostSettings&, const HostSettings&) = default;
};

struct ZoneSettings {
  Duration latency = microseconds(150);
  friend bool operator==(const ZoneSettings&, const ZoneSettings&) = default;
};

struct RegionSettings {
  Duration zone_latency = microseconds(500);
  Duration region_latency = milliseconds(35);
  friend bool operator==(const RegionSettings&, const RegionSettings&) = default;
};

struct GroupSettings {
  friend bool operator==(const GroupSettings&, const GroupSettings&) = default;
};

/// From the inside out: an area may only contain areas of the kinds before it, and groups.
enum class AreaKind { host, zone, region, group };
using AreaSettings = std::variant<HostSettings, ZoneSettings, RegionSettings, GroupSettings>;

inline AreaKind kind_of(const AreaSettings& settings) { return static_cast<AreaKind>(settings.index()); }

struct AreaKindDescription {
  std::string_view key;
  std::string_view label;
  std::string_view help;
  std::string_view name_stem;
  SettingsTable settings;
};

/// Every kind of area, in the order of the enumeration.
std::span<const AreaKindDescription> area_kinds();
const AreaKindDescription& description(AreaKind kind);
std::optional<AreaKind> area_kind_from_key(std::string_view key);
AreaSettings default_settings(AreaKind kind);

/// Whether an area of the inner kind may stand in one of the outer kind.
bool may_contain(AreaKind outer, AreaKind inner);

const void* raw(const AreaSettings& settings);
void* raw(AreaSettings& settings);

}  // namespace loadframe
