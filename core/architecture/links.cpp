#include "architecture/links.h"

namespace loadframe {

const SettingsTable& link_settings() {
  using S = LinkSettings;
  static const SettingsTable table = [] {
    SettingsBuilder<S> rows;
    rows.add("latency", TR("Latency"), &S::latency, any_duration(),
             TR("One way. \"auto\" takes it from the areas that the link crosses: 0.025 ms on one host, 0.15 ms in a "
                "zone, "
                "0.5 ms between zones, 35 ms between regions, unless the areas say otherwise; from users, their access "
                "latency."))
        .add("share", TR("Share"), &S::share, any_share(), TR("The part of the requests that make this call."))
        .add(
            "call_on", TR("Call"), &S::call_on,
            {{"auto", TR("Automatic")}, {"always", TR("Always")}, {"miss", TR("After a cache miss")}},
            TR("Automatic: a database is only read after a cache that the same caller is wired to has missed; all else "
               "is called always."))
        .add("operations", TR("Operations"), &S::operations,
             {{"auto", TR("Automatic")},
              {"all", TR("Reads and writes")},
              {"reads", TR("Reads only")},
              {"writes", TR("Writes only")}},
             TR("Automatic: caches and read replicas get reads, their primary gets writes (and reads if no replica is "
                "wired), all else gets both."))
        .add("weight", TR("Weight"), &S::weight, from(0, 1000),
             TR("Relative part among alternatives: a balancer's targets, users' entry points, read replicas."));
    rows.add("responses", TR("Responses"), &S::responses,
             {{"auto", TR("Automatic")},
              {"all", TR("All")},
              {"html", TR("HTML")},
              {"json", TR("JSON")},
              {"assets", TR("Cacheable")}},
             TR("Which requests may take this link, by what they ask for. Automatic: where a CDN is among the "
                "alternatives, it gets what is cacheable and the others get the rest; else all."));
    rows.group(TR("Network"))
        .add("jitter", TR("Jitter"), &S::jitter, any_duration(),
             TR("Each message takes up to this much longer, evenly distributed."), "Toxiproxy, tc netem")
        .add("loss", TR("Loss"), &S::loss, from(0, 0.99),
             TR("The part of the messages that is lost on the way and sent again after the retransmission time, then "
                "after twice that, and so on."))
        .add("bandwidth", TR("Bandwidth"), &S::bandwidth, from(0, 1e15),
             TR("Each way, shared by all calls in order: a message occupies the wire for its size over the bandwidth. "
                "0: no limit."));
    rows.only_when([](const S& s) { return s.loss.ratio > 0; })
        .add("retransmission", TR("Retransmission"), &S::retransmission, positive_duration(),
             TR("How long the sender waits before it sends a lost message again."),
             "Linux: TCP_RTO_MIN 200 ms; RFC 6298");
    rows.always()
        .group(TR("Call policy"))
        .add("timeout", TR("Timeout"), &S::timeout, any_duration(),
             TR("The caller gives up after this long; the callee goes on working. 0 waits for ever; \"auto\" is the "
                "caller's own timeout, or none."))
        .add("retries", TR("Retries"), &S::retries, from(0, 100),
             TR("Further attempts after a failed one. Users and balancers have their own, used while this is 0."))
        .add("retry_delay", TR("Retry delay"), &S::retry_delay, any_duration(), TR("Wait before each retry."))
        .add("backoff", TR("Backoff"), &S::backoff,
             {{"fixed", TR("Fixed")}, {"exponential", TR("Exponential")}, {"full-jitter", TR("Full jitter")}},
             TR("Fixed: always the retry delay. Exponential: twice as long each time. Full jitter: evenly distributed "
                "between 0 and that."),
             "AWS Builders' Library: timeouts, retries, and backoff with jitter");
    rows.only_when([](const S& s) { return s.backoff != Backoff::fixed; })
        .add("max_delay", TR("Longest delay"), &S::max_delay, any_duration(), TR("The delay never grows beyond this."),
             "AWS SDK: 20 s");
    rows.always()
        .add("retry_budget", TR("Retry budget"), &S::retry_budget, from(0, 1),
             TR("At most so many retries for each request in the long run: every request earns this part of a token, a "
                "retry costs one, and at most ten are saved. 0: no budget."),
             "Finagle: 20 %; Envoy: retry_budget 20 %; gRPC: token ratio 0.1")
        .add("hedging", TR("Hedging"), &S::hedging,
             {{"off", TR("Off")},
              {"after-delay", TR("After a delay")},
              {"after-percentile", TR("After the 95th percentile")}},
             TR("When an answer is late, a second call is sent (to another alternative if there is one), and the first "
                "answer is taken; the other call is withdrawn."),
             "Dean & Barroso, The Tail at Scale (2013)");
    rows.only_when([](const S& s) { return s.hedging == Hedging::after_delay; })
        .add("hedge_delay", TR("Hedge delay"), &S::hedge_delay, any_duration(), TR("How late is late."));
    rows.always()
        .add(
            "deadline", TR("Pass on deadlines"), &S::deadline,
            TR("The call's time is bounded by what is left of its caller's; what cannot be done in time is not begun."),
            "gRPC deadline propagation")
        .add("cancellation", TR("Cancellation"), &S::cancellation,
             TR("A caller that gives up tells the callee, which stops working on the call."), "gRPC, HTTP/2 RST_STREAM")
        .add("pool", TR("Connection pool"), &S::pool, from(0, 1e7),
             TR("The caller's calls over this link at one time; more wait for a free connection, and their timeout "
                "runs. "
                "0: no limit."),
             "HikariCP: maximumPoolSize 10");
    rows.group(TR("Circuit breaker"))
        .add("breaker", TR("Circuit breaker"), &S::breaker,
             TR("After failures in a row, calls fail at once for a while; then probes show whether it is well again."),
             "Hystrix, resilience4j, Polly")
        .only_when([](const S& s) { return s.breaker; })
        .add("breaker_failures", TR("Failures"), &S::breaker_failures, from(1, 1e6),
             TR("So many in a row open the breaker."), "Envoy: consecutive_5xx 5")
        .add("breaker_open_time", TR("Open time"), &S::breaker_open_time, positive_duration(),
             TR("How long it stays open before probes are let through."), "Envoy: base_ejection_time 30 s")
        .add("breaker_probes", TR("Probes"), &S::breaker_probes, from(1, 1000),
             TR("So many calls are let through half-open; when all succeed the breaker closes, when one fails it opens "
                "again."),
             "Hystrix: 1; resilience4j: 10");
    return rows.build();
  }();
  return table;
}

}  // namespace loadframe
