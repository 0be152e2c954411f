#include "architecture/kinds.h"

#include <algorithm>
#include <utility>

namespace loadframe {

namespace {

template <std::size_t... Index>
std::vector<KindDescription> describe_all(std::index_sequence<Index...>) {
  std::vector<KindDescription> all;
  (all.push_back(describe(static_cast<const std::variant_alternative_t<Index, AnyComponentSettings>*>(nullptr))), ...);
  return all;
}

template <std::size_t... Index>
std::vector<ComponentSettings> default_all(std::index_sequence<Index...>) {
  return {ComponentSettings(std::in_place_index<Index>)...};
}

constexpr auto every_kind = std::make_index_sequence<std::variant_size_v<AnyComponentSettings>>{};

}  // namespace

ComponentSettings::ComponentSettings() = default;
ComponentSettings::ComponentSettings(const ComponentSettings&) = default;
ComponentSettings::ComponentSettings(ComponentSettings&&) noexcept = default;
ComponentSettings& ComponentSettings::operator=(const ComponentSettings&) = default;
ComponentSettings& ComponentSettings::operator=(ComponentSettings&&) noexcept = default;
ComponentSettings::~ComponentSettings() = default;

bool operator==(const ComponentSettings& a, const ComponentSettings& b) {
  return static_cast<const AnyComponentSettings&>(a) == static_cast<const AnyComponentSettings&>(b);
}

std::span<const KindDescription> kinds() {
  static const std::vector<KindDescription> all = describe_all(every_kind);
  return all;
}

const KindDescription& description(Kind kind) { return kinds()[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_from_key(std::string_view key) {
  const auto all = kinds();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& kind) { return kind.key == key; });
  if (found == all.end()) return std::nullopt;
  return static_cast<Kind>(found - all.begin());
}

ComponentSettings default_settings(Kind kind) {
  static const std::vector<ComponentSettings> all = default_all(every_kind);
  return all[static_cast<std::size_t>(kind)];
}

bool may_call(Kind caller, Kind callee) {
  const auto& callees = description(caller).callees;
  return std::find(callees.begin(), callees.end(), description(callee).key) != callees.end();
}

const void* raw(const ComponentSettings& settings) {
  return std::visit([](const auto& inside) -> const void* { return &inside; }, settings);
}

void* raw(ComponentSettings& settings) {
  return std::visit([](auto& inside) -> void* { return &inside; }, settings);
}

}  // namespace loadframe
