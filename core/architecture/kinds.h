#pragma once

#include "architecture/kinds/cache.h"
#include "architecture/kinds/cdn.h"
#include "architecture/kinds/dns.h"
#include "architecture/kinds/external_service.h"
#include "architecture/kinds/firewall.h"
#include "architecture/kinds/function.h"
#include "architecture/kinds/gateway.h"
#include "architecture/kinds/inference_server.h"
#include "architecture/kinds/kind.h"
#include "architecture/kinds/load_balancer.h"
#include "architecture/kinds/non_relational_database.h"
#include "architecture/kinds/object_store.h"
#include "architecture/kinds/queue.h"
#include "architecture/kinds/relational_database.h"
#include "architecture/kinds/search_index.h"
#include "architecture/kinds/server.h"
#include "architecture/kinds/stream.h"
#include "architecture/kinds/topic.h"
#include "architecture/kinds/users.h"
#include "architecture/kinds/worker.h"

#include <span>
#include <variant>

namespace loadframe {

/// In the order of AnyComponentSettings' alternatives; a new kind is one file, one name and one alternative here.
enum class Kind {
  users,
  dns,
  cdn,
  firewall,
  gateway,
  load_balancer,
  server,
  worker,
  function,
  inference_server,
  cache,
  relational_database,
  non_relational_database,
  search_index,
  object_store,
  external_service,
  queue,
  topic,
  stream
};

using AnyComponentSettings =
    std::variant<UsersSettings, DnsSettings, CdnSettings, FirewallSettings, GatewaySettings, LoadBalancerSettings,
                 ServerSettings, WorkerSettings, FunctionSettings, InferenceServerSettings, CacheSettings,
                 RelationalDatabaseSettings, NonRelationalDatabaseSettings, SearchIndexSettings, ObjectStoreSettings,
                 ExternalServiceSettings, QueueSettings, TopicSettings, StreamSettings>;

/// One kind's settings. Copied, compared and destroyed in kinds.cpp alone: files that hold components would otherwise
/// each compile that for every kind, which took half of the build.
struct ComponentSettings : AnyComponentSettings {
  using AnyComponentSettings::AnyComponentSettings;
  ComponentSettings();
  ComponentSettings(const ComponentSettings&);
  ComponentSettings(ComponentSettings&&) noexcept;
  ComponentSettings& operator=(const ComponentSettings&);
  ComponentSettings& operator=(ComponentSettings&&) noexcept;
  ~ComponentSettings();
  friend bool operator==(const ComponentSettings& a, const ComponentSettings& b);
  friend bool operator<(const ComponentSettings&,
                        const ComponentSettings&) = delete;  ///< the alternatives have no order
};

inline Kind kind_of(const ComponentSettings& settings) { return static_cast<Kind>(settings.index()); }

/// Every kind, in the order of the enumeration.
std::span<const KindDescription> kinds();

const KindDescription& description(Kind kind);

/// The kind with that key ("load-balancer"), or none.
std::optional<Kind> kind_from_key(std::string_view key);

/// The kind's settings, all at their defaults.
ComponentSettings default_settings(Kind kind);

/// Whether a component of the one kind may be wired to call one of the other.
bool may_call(Kind caller, Kind callee);

/// The struct inside, for the accessors of a Setting.
const void* raw(const ComponentSettings& settings);
void* raw(ComponentSettings& settings);

}  // namespace loadframe
