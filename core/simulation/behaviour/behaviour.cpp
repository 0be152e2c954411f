#include "simulation/behaviour/behaviour.h"

#include <array>

namespace loadframe::engine {

const KindBehaviour& behaviour_of(Kind kind) {
  // In the order of Kind.
  static constexpr std::array<const KindBehaviour*, std::variant_size_v<AnyComponentSettings>> all{
      &users_behaviour,
      &dns_behaviour,
      &cdn_behaviour,
      &firewall_behaviour,
      &gateway_behaviour,
      &load_balancer_behaviour,
      &server_behaviour,
      &worker_behaviour,
      &function_behaviour,
      &inference_server_behaviour,
      &cache_behaviour,
      &relational_database_behaviour,
      &non_relational_database_behaviour,
      &search_index_behaviour,
      &object_store_behaviour,
      &external_service_behaviour,
      &queue_behaviour,
      &topic_behaviour,
      &stream_behaviour,
  };
  return *all[static_cast<std::size_t>(kind)];
}

}  // namespace loadframe::engine
