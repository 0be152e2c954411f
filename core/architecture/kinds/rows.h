#pragma once

#include "architecture/kinds/cache.h"

/// Rows of settings tables that several kinds have. Only for the kinds' own files: a table in a header would be
/// compiled over and over.
namespace loadframe {

template <class S>
void add_price_rows(SettingsBuilder<S>& rows, std::string_view source = {}) {
  rows.always()
      .group(TR("Price"))
      .add("price_per_hour", TR("Price per hour"), &S::price_per_hour, from(0, 1e6),
           TR("Of one instance, in any currency; the defaults are in US dollars."), source);
}

/// Of services that charge for what is asked of them.
template <class S>
void add_request_price_rows(SettingsBuilder<S>& rows, std::string_view source = {}) {
  rows.always()
      .group(TR("Price"))
      .add("price_per_million", TR("Per million requests"), &S::price_per_million, from(0, 1e9),
           TR("In any currency; the defaults are in US dollars."), source);
}

template <class S>
void add_machine_rows(SettingsBuilder<S>& rows) {
  rows.always()
      .group(TR("Machine"))
      .add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores, when it stands on no host."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."),
           "a process boots in 1-10 s");
}

/// Of kinds that are given requests and work on them: servers and workers.
template <class S>
void add_memory_rows(SettingsBuilder<S>& rows) {
  rows.always()
      .group(TR("Memory"))
      .add("memory", TR("Memory"), &S::memory, from(1, 1e15), TR("Of its machine, when it stands on no host."))
      .add("base_memory", TR("At rest"), &S::base_memory, from(0, 1e15), TR("What it takes without any request."))
      .add("request_memory", TR("Per request"), &S::request_memory, from(0, 1e12),
           TR("What each request takes while it is present, also in the backlog."),
           "a thread's stack and buffers: 0.1-10 MiB")
      .add("memory_exhausted", TR("When used up"), &S::memory_exhausted,
           {{"kill", TR("Kill the largest")}, {"swap", TR("Swap")}},
           TR("On a machine of its own: the process that uses most is killed, or everything slows down to a tenth."),
           "Linux: the out-of-memory killer")
      .add("supervised", TR("Supervised"), &S::supervised,
           TR("It is restarted at once when it dies, by whatever cause."),
           "systemd: Restart=on-failure; Kubernetes: restartPolicy Always");
}

template <class S>
void add_scaling_rows(SettingsBuilder<S>& rows) {
  rows.always()
      .group(TR("Scaling"))
      .add("instances", TR("Instances"), &S::instances, from(1, 100'000),
           TR("How many alike run. They share one backlog, as if behind an ideal balancer, and fail together."))
      .add("autoscaling", TR("Autoscaling"), &S::autoscaling, TR("Changes the number of instances with the load."));
  rows.only_when([](const S& s) { return s.autoscaling; })
      .add("scaling_metric", TR("Metric"), &S::scaling_metric,
           {{"cpu", TR("CPU utilisation")}, {"concurrency", TR("Busy workers")}}, TR("What is held near the target."),
           "Kubernetes: HorizontalPodAutoscaler, CPU utilisation")
      .add("scaling_target", TR("Target"), &S::scaling_target, from(0.01, 1),
           TR("The wanted mean of the metric: wanted instances = present ones x metric / target."),
           "Kubernetes: desiredReplicas = ceil(current x metric / target); AWS examples: 50-70 %")
      .add("min_instances", TR("At least"), &S::min_instances, from(1, 100'000), TR("Never fewer instances."))
      .add("max_instances", TR("At most"), &S::max_instances, from(1, 100'000), TR("Never more instances."),
           "Kubernetes examples: 10")
      .add("scaling_interval", TR("Interval"), &S::scaling_interval, positive_duration(),
           TR("Between two looks at the metric; within 10 % of the target, nothing changes."),
           "Kubernetes: sync period 15 s, tolerance 0.1")
      .add("instance_warm_up", TR("Warm-up"), &S::instance_warm_up, any_duration(),
           TR("From the decision until a new instance takes requests."), "container 5-60 s, virtual machine 30-120 s")
      .add("scale_down_delay", TR("Scale-down delay"), &S::scale_down_delay, any_duration(),
           TR("Instances are only taken away when no more were wanted for so long."),
           "Kubernetes: scale-down stabilisation 300 s");
}

/// How a program takes and works on requests: servers and workers.
template <class S>
void add_program_rows(SettingsBuilder<S>& rows) {
  rows.add("concurrency", TR("Concurrency"), &S::concurrency,
           {{"threads", TR("A worker per request")}, {"event-loop", TR("Event loop")}},
           TR("A worker is held until its request is answered, also while it waits for others. An event loop waits "
              "for many at once; but its CPU work runs one piece after another and holds up all else."),
           "Apache prefork, Tomcat: a thread per request; Node.js, nginx: an event loop")
      .add("workers", TR("Workers"), &S::workers, from(1, 1e7),
           TR("Requests worked on at one time; of an event loop: loops, usually one for each core."))
      .add("backlog", TR("Backlog"), &S::backlog, from(0, 1e7),
           TR("Requests that may wait for a worker; more are rejected."), "listen backlog 128")
      .add("discipline", TR("Order"), &S::discipline,
           {{"fifo", TR("First come, first served")},
            {"lifo", TR("Last come, first served")},
            {"priority", TR("By priority")}},
           TR("Which waiting request comes next. By priority: that of the request class, then first come; no request "
              "is interrupted."))
      .add("queue_timeout", TR("Backlog timeout"), &S::queue_timeout, any_duration(),
           TR("A request that waits longer in the backlog is shed. 0 lets it wait for ever."))
      .add("cpu_time", TR("CPU time"), &S::cpu_time, any_duration(),
           TR("CPU work for each request, on the host's cores, times the request class's cost."),
           "a web request takes 1-50 ms of CPU")
      .add("wait_time", TR("Waiting time"), &S::wait_time, any_duration(),
           TR("Time in which the request waits without using CPU, such as for a disk."))
      .add("calls", TR("Calls"), &S::calls,
           {{"sequence", TR("One after another")}, {"parallel", TR("At the same time")}},
           TR("How a request calls what this component is wired to."));
}

/// The words of Eviction, for every kind that has one.
inline std::vector<ChoiceWord> eviction_words() {
  return {{"lru", TR("Least recently used")},
          {"fifo", TR("Oldest first")},
          {"random", TR("Random")},
          {"lfu", TR("Least frequently used")},
          {"none", TR("None: keep what is there")}};
}

/// Rows that queues, topics and streams share.
template <class S>
void add_broker_rows(SettingsBuilder<S>& rows, std::string_view per) {
  rows.add("publish_time", TR("Publish time"), &S::publish_time, any_duration(),
           TR("From a message's arrival until it is stored and its sender is answered."), "a few milliseconds")
      .add("capacity", TR("Capacity"), &S::capacity, from(1, 1e8), per)
      .add("retention", TR("Retention"), &S::retention, positive_duration(),
           TR("How long a message is kept; older ones are dropped."), "Amazon SQS: 4 days; Kafka: 7 days")
      .add("durable", TR("Durable"), &S::durable, TR("Messages survive a crash; off: they are lost with the process."),
           "Amazon SQS, Kafka: durable; RabbitMQ: as declared");
}

}  // namespace loadframe
