#include "architecture/areas.h"

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

AreaKindDescription describe_host() {
  using S = HostSettings;
  SettingsBuilder<S> rows;
  rows.add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores, shared by all that stands on the host."))
      .add("speed", TR("Speed"), &S::speed, from(0.01, 100), TR("Clock relative to the machine that CPU times were measured on."))
      .add("sharing", TR("Sharing"), &S::sharing,
           {{"processor-sharing", TR("Processor sharing")}, {"fifo", TR("First come, first served")}},
           TR("How more requests than cores share the CPU: all at once and each slower, or one after another."))
      .add("memory", TR("Memory"), &S::memory, from(1, 1e15), TR("Shared by all that stands on the host."))
      .add("memory_exhausted", TR("When used up"), &S::memory_exhausted,
           {{"kill", TR("Kill the largest")}, {"swap", TR("Swap")}},
           TR("The process that uses most is killed, or everything on the host slows down to a tenth."),
           "Linux: the out-of-memory killer")
      .add("latency", TR("Latency"), &S::latency, any_duration(), TR("One way, between two components on this host."),
           "round trip on one host: 0.05 ms")
      .add("price_per_hour", TR("Price per hour"), &S::price_per_hour, from(0, 1e6),
           TR("Of the machine; what stands on it then costs nothing of its own."), "AWS c5.xlarge (4 vCPU, 8 GiB): 0.17 USD/h");
  return {"host", TR("Host"), TR("A machine. What stands on it shares its cores, and dies with it."), "host", rows.build()};
}

AreaKindDescription describe_zone() {
  using S = ZoneSettings;
  SettingsBuilder<S> rows;
  rows.add("latency", TR("Latency"), &S::latency, any_duration(), TR("One way, between hosts of this zone."),
           "round trip in a zone: 0.2-0.5 ms");
  return {"zone", TR("Zone"), TR("A data centre, or an availability zone: it can fail as one."), "zone", rows.build()};
}

AreaKindDescription describe_region() {
  using S = RegionSettings;
  SettingsBuilder<S> rows;
  rows.add("zone_latency", TR("Between zones"), &S::zone_latency, any_duration(), TR("One way, between zones of this region."),
           "round trip to another zone of a region: 0.5-2 ms")
      .add("region_latency", TR("To other regions"), &S::region_latency, any_duration(),
           TR("One way, between this region and others; the slower of both regions counts."),
           "Virginia-Oregon: 60-70 ms round trip");
  return {"region", TR("Region"), TR("A part of the world with several zones."), "region", rows.build()};
}

AreaKindDescription describe_group() {
  return {"group", TR("Group"), TR("A frame that belongs together; it has no effect on the simulation."), "group", {}};
}

}  // namespace

std::span<const AreaKindDescription> area_kinds() {
  static const std::array all{describe_host(), describe_zone(), describe_region(), describe_group()};
  return all;
}

const AreaKindDescription& description(AreaKind kind) { return area_kinds()[static_cast<std::size_t>(kind)]; }

std::optional<AreaKind> area_kind_from_key(std::string_view key) {
  const auto all = area_kinds();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& kind) { return kind.key == key; });
  if (found == all.end()) return std::nullopt;
  return static_cast<AreaKind>(found - all.begin());
}

AreaSettings default_settings(AreaKind kind) {
  switch (kind) {
    case AreaKind::host: return HostSettings{};
    case AreaKind::zone: return ZoneSettings{};
    case AreaKind::region: return RegionSettings{};
    case AreaKind::group: return GroupSettings{};
  }
  return GroupSettings{};
}

bool may_contain(AreaKind outer, AreaKind inner) {
  if (outer == AreaKind::host) return inner == AreaKind::group;
  return outer == AreaKind::group || inner == AreaKind::group || inner < outer;
}

const void* raw(const AreaSettings& settings) {
  return std::visit([](const auto& inside) -> const void* { return &inside; }, settings);
}

void* raw(AreaSettings& settings) {
  return std::visit([](auto& inside) -> void* { return &inside; }, settings);
}

}  // namespace loadframe
