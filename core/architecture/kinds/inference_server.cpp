#include "architecture/kinds/inference_server.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const InferenceServerSettings*) {
  using S = InferenceServerSettings;
  SettingsBuilder<S> rows;
  rows.add("accelerators", TR("Accelerators"), &S::accelerators, from(1, 10'000), TR("Batches at one time."))
      .add("max_batch", TR("Batch size"), &S::max_batch, from(1, 10'000),
           TR("At most so many requests are worked on together."), "NVIDIA Triton: max_batch_size by model")
      .add("batch_wait", TR("Batch wait"), &S::batch_wait, any_duration(),
           TR("How long the first request of a batch waits for more to fill it."),
           "NVIDIA Triton: max_queue_delay_microseconds 0; TensorFlow Serving: batch_timeout_micros 0; often 1-10 ms")
      .add("batch_time", TR("Time per batch"), &S::batch_time, any_duration(),
           TR("What a batch takes however large it is."))
      .add("item_time", TR("Time per request"), &S::item_time, any_duration(),
           TR("What each request of a batch adds, times its class's cost."))
      .add("backlog", TR("Backlog"), &S::backlog, from(0, 1e7), TR("Requests that may wait; more are rejected."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(),
           TR("From restart to serving: the model has to be loaded."));
  add_price_rows(rows, "AWS g4dn.xlarge (one T4): 0.526 USD/h");
  return {"inference-server",
          TR("Inference server"),
          Tier::compute,
          TR("Serves a model on accelerators: requests are gathered in batches, which cost little more than one."),
          "model",
          {},
          rows.build()};
}

}  // namespace loadframe
