#include "architecture/kinds/load_balancer.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const LoadBalancerSettings*) {
  using S = LoadBalancerSettings;
  SettingsBuilder<S> rows;
  rows.add("policy", TR("Policy"), &S::policy,
           {{"round-robin", TR("Round robin")},
            {"least-connections", TR("Least connections")},
            {"random", TR("Random")},
            {"two-choices", TR("Best of random choices")},
            {"user-hash", TR("Hash of the user")},
            {"key-hash", TR("Hash of the key")},
            {"least-response-time", TR("Least response time")}},
           TR("How a target is chosen among those that are up, by the links' weights. The hashes are consistent: when a "
              "target goes, only its own users or keys move."),
           "HAProxy: balance roundrobin, leastconn, random(2), source, hash; Envoy: least request; Finagle: peak EWMA")
      .only_when([](const S& s) { return s.policy == BalancingPolicy::two_choices; })
      .add("choices", TR("Choices"), &S::choices, from(1, 100),
           TR("How many targets are drawn at random; the one with fewest requests gets the next."),
           "HAProxy: random(2); Mitzenmacher (2001)");
  rows.always().add("sticky", TR("Sticky sessions"), &S::sticky,
                    TR("A user stays with the target of his first request while it is up."),
                    "HAProxy: cookie insert; AWS ALB: stickiness off by default");
  rows.group(TR("Calls to targets"))
      .add("timeout", TR("Timeout"), &S::timeout, any_duration(),
           TR("How long to wait for a target's answer. 0 waits for ever. A link's own timeout goes first."))
      .add("connect_timeout", TR("Connect timeout"), &S::connect_timeout, any_duration(),
           TR("How long to wait until a target accepts the connection; then it counts as refused. 0 waits for ever."),
           "HAProxy: timeout connect, 5 s in its examples")
      .add("retries", TR("Retries"), &S::retries, from(0, 100),
           TR("How often to try again when a target does not accept the request."), "HAProxy: retries 3")
      .only_when([](const S& s) { return s.retries > 0; })
      .add("redispatch", TR("Retry elsewhere"), &S::redispatch,
           TR("On: a retry goes to another target at once. Off: to the same target after the retry delay."),
           "HAProxy: option redispatch; nginx: proxy_next_upstream")
      .add("retry_on", TR("Retry on"), &S::retry_on,
           {{"connection-failure", TR("Refused connections")}, {"any-failure", TR("Any failure")}},
           TR("Refused connections are safe to retry; other failures may have done their work already."),
           "HAProxy: retries concern connection attempts")
      .only_when([](const S& s) { return s.retries > 0 && !s.redispatch; })
      .add("retry_delay", TR("Retry delay"), &S::retry_delay, any_duration(),
           TR("Wait before trying the same target again."), "HAProxy: 1 s turn-around");
  rows.always()
      .group(TR("Health checks"))
      .add("checks", TR("Active checks"), &S::checks, TR("Ask each target regularly whether it is well."));
  rows.only_when([](const S& s) { return s.checks; })
      .add(
          "check_kind", TR("Check by"), &S::check_kind, {{"request", TR("A request")}, {"connect", TR("A connection")}},
          TR("A request must be answered, so it finds a hung target; a connection only shows that the target listens."),
          "HAProxy: option httpchk, or a TCP connect")
      .add("check_interval", TR("Interval"), &S::check_interval, positive_duration(),
           TR("From the end of one check of a target to the next."), "HAProxy: inter 2 s")
      .add("check_timeout", TR("Check timeout"), &S::check_timeout, positive_duration(),
           TR("A check without an answer by then has failed."), "HAProxy: at most inter")
      .add("fall", TR("Fall"), &S::fall, from(1, 100), TR("Checks that must fail in a row before a target is down."),
           "HAProxy: fall 3")
      .add("rise", TR("Rise"), &S::rise, from(1, 100),
           TR("Checks that must pass in a row before a target is up again."), "HAProxy: rise 2");
  rows.always()
      .group(TR("Passive checks"))
      .add("max_fails", TR("Failures"), &S::max_fails, from(0, 1000),
           TR("Failed requests within the fail timeout that take a target out. 0 switches passive checks off."),
           "nginx: max_fails (1 there)")
      .only_when([](const S& s) { return s.max_fails > 0; })
      .add("fail_timeout", TR("Fail timeout"), &S::fail_timeout, positive_duration(),
           TR("The window in which failures count, and how long the target then stays out."),
           "nginx: fail_timeout 10 s");
  rows.always()
      .group(TR("Targets"))
      .add("slow_start", TR("Slow start"), &S::slow_start, any_duration(),
           TR("A target that comes back gets a share of its requests that grows from a tenth to all in this time."),
           "HAProxy: slowstart 0; AWS ALB: off, 30-900 s")
      .add("server_connections", TR("Connections each"), &S::server_connections, from(0, 1e8),
           TR("Requests at one time to each target; more wait in the balancer. 0: no limit."),
           "HAProxy: server maxconn");
  rows.only_when([](const S& s) { return s.server_connections > 0; })
      .add("queue_timeout", TR("Queue timeout"), &S::queue_timeout, any_duration(),
           TR("A request that waits longer for a free target is rejected. 0 lets it wait for ever."),
           "HAProxy: timeout queue, by default timeout connect");
  rows.always()
      .group(TR("Standby"))
      .add("standby", TR("Standby"), &S::standby, TR("A second balancer takes over the address when this one dies."),
           "keepalived (VRRP)")
      .only_when([](const S& s) { return s.standby; })
      .add("takeover_time", TR("Takeover"), &S::takeover_time, any_duration(),
           TR("From the death until the standby answers. It knows nothing of its targets then."),
           "VRRP: 3 x advert_int 1 s + skew (256 - priority)/256 s");
  rows.always()
      .group(TR("Capacity"))
      .add("cpu_time", TR("CPU time"), &S::cpu_time, any_duration(), TR("CPU work for each request."),
           "a proxy core forwards some 50,000 requests/s")
      .add("max_connections", TR("Connections"), &S::max_connections, from(1, 1e8),
           TR("Requests at one time; more are rejected."), "HAProxy: maxconn")
      .add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores, when it stands on no host."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."),
           "a process boots in 1-10 s");
  add_price_rows(rows, "AWS ALB: 0.0225 USD/h");
  return {"load-balancer",
          TR("Load balancer"),
          Tier::entry,
          TR("Spreads requests over the components that it is wired to, and stops sending to those that fail its "
             "health checks."),
          "lb",
          {"load-balancer", "gateway", "server", "function", "inference-server"},
          rows.build()};
}

}  // namespace loadframe
