#include "simulation/behaviour/cache.h"
#include "simulation/behaviour/forwarding.h"

namespace loadframe::engine::cdn {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<CdnSettings>(node.settings);
  node.workers = unbounded;
  node.uses_keys = true;
  node.wait = LawSampler(settings.lookup_time);
  node.call_timeout = settings.timeout.nanoseconds;
}

void looked_up(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  const bool has_origin = !engine.callee_model(call).read_steps.empty();
  if (has_origin && engine.model->classes[call.request_class].cacheable) cache::look_up(engine, index);
  else forwarding::pass_on(engine, index);
}

/// Charges for what is sent out.
void left(Engine& engine, NodeIndex index, CallIndex which) {
  const Call& call = engine.calls[which];
  const ClassModel& request_class = engine.model->classes[call.request_class];
  if (call.purpose == Purpose::request && call.outcome == Outcome::ok && !request_class.write)
    engine.nodes[index].interval.charged +=
        static_cast<double>(request_class.size) * 1e-9 *
        std::get<CdnSettings>(engine.model->nodes[index].settings).price_per_gigabyte;
  cache::left(engine, index, which);
}

}  // namespace

}  // namespace loadframe::engine::cdn

namespace loadframe::engine {

const KindBehaviour cdn_behaviour{.describe = cdn::describe,
                                  .connect = forwarding::connect,
                                  .start = cache::prepare,
                                  .adopt = cache::adopt,
                                  .look_ahead = cache::look_ahead,
                                  .begin = cache::expect,
                                  .served = cdn::looked_up,
                                  .left = cdn::left,
                                  .stopped = cache::stopped,
                                  .timer = cache::timer};

}  // namespace loadframe::engine
