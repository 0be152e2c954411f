#include "analysis/theory/check_list.h"
#include "analysis/theory/networks.h"

#include <cmath>

/// Stations that call each other.
namespace loadframe::theory {

namespace {

using namespace literals;

const std::string jackson = "Jackson (1957); BCMP, JACM 22(2), 1975";
const std::string mva = "Reiser & Lavenberg, JACM 27(2), 1980 (MVA)";

LinkSettings some_of(double share) {
  LinkSettings settings = immediate();
  settings.share = {share};
  return settings;
}

/// A front end that calls two services, one of which calls the other as well.
Drawing three_stations(const UsersSettings& people) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", people);
  const ComponentId front = drawing.add("front", shared_processor(exponential(4_ms)));
  const ComponentId search = drawing.add("search", shared_processor(exponential(10_ms)));
  const ComponentId stock = drawing.add("stock", first_come_first_served(exponential(6_ms)));
  drawing.wire(users, front);
  drawing.wire(front, search, some_of(0.6));
  drawing.wire(front, stock, some_of(0.5));
  drawing.wire(search, stock, some_of(0.5));
  return drawing;
}

/// A front end that calls nine services one after another, each by its share of the requests; some share their
/// processor, whatever the law, and some serve in order.
Drawing ten_stations(const UsersSettings& people) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", people);
  const ComponentId front = drawing.add("front", shared_processor({LawShape::erlang, 3_ms, 3}));
  drawing.wire(users, front);
  for (int i = 1; i <= 9; ++i) {
    const bool in_order = i % 2 == 0;
    const Duration mean = milliseconds(2 + i);
    const ServerSettings server =
        in_order ? first_come_first_served(exponential(mean)) : shared_processor({LawShape::lognormal, mean, 1.5});
    drawing.wire(front, drawing.add("service-" + std::to_string(i), server), some_of(i * 0.1));
  }
  return drawing;
}

std::vector<Station> demands_of_ten() {
  std::vector<Station> stations{{1, 0.003}};
  for (int i = 1; i <= 9; ++i) stations.push_back({i * 0.1, 0.002 + 0.001 * i});
  return stations;
}

UsersSettings population(std::int64_t people, const Law& think_time) {
  UsersSettings users = arrivals(0);
  users.arrivals = Arrivals::closed;
  users.population = people;
  users.think_time = think_time;
  return users;
}

Drawing two_stations(const UsersSettings& people) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", people);
  const ComponentId web = drawing.add("web", shared_processor(exponential(20_ms)));
  const ComponentId storage = drawing.add("storage", first_come_first_served(exponential(30_ms)));
  drawing.wire(users, web);
  drawing.wire(web, storage);
  return drawing;
}

double throughput(const Statistics& statistics) {
  return static_cast<double>(statistics.requests.outcomes.ok()) / (statistics.to - statistics.from).seconds();
}

std::function<double(std::uint64_t)> measured(const Drawing& drawing, Span span, double (*figure)(const Statistics&)) {
  return [=](std::uint64_t seed) { return figure(run(drawing.architecture, seed, span)); };
}

void add_open(std::vector<Check>& checks) {
  checks.push_back({.name = "Open network of three stations: mean response",
                    .source = jackson,
                    .unit = "s",
                    .value = open_network_response({{1, 0.004}, {0.6, 0.010}, {0.8, 0.006}}, 120),
                    .measure = measured(three_stations(arrivals(120)), requests_at(120, 40'000, 2000), response),
                    .widest = 0.04});
  for (const double rate : {40.0, 80.0})
    checks.push_back({.name = "Open network of ten stations, " + number(rate) + " requests/s: mean response",
                      .source = jackson,
                      .unit = "s",
                      .value = open_network_response(demands_of_ten(), rate),
                      .measure = measured(ten_stations(arrivals(rate)), requests_at(rate, 20'000, 1000), response),
                      .widest = 0.04});
}

void add_closed(std::vector<Check>& checks) {
  const Span span{50_s, 500_s};
  for (const int people : {1, 5, 20, 60}) {
    const ClosedNetwork expected = mean_value_analysis({{1, 0.020}, {1, 0.030}}, 0.5, people);
    const Drawing drawing = two_stations(population(people, exponential(500_ms)));
    const std::string name = "Closed network, " + std::to_string(people) + " users, two stations: ";
    checks.push_back({.name = name + "throughput",
                      .source = mva,
                      .unit = "1/s",
                      .value = expected.throughput,
                      .measure = measured(drawing, span, throughput),
                      .widest = 0.03});
    checks.push_back({.name = name + "mean response",
                      .source = mva,
                      .unit = "s",
                      .value = expected.response_time,
                      .measure = measured(drawing, span, response),
                      .widest = 0.04});
  }
  const ClosedNetwork twenty = mean_value_analysis({{1, 0.020}, {1, 0.030}}, 0.5, 20);
  for (const Law& law : {constant(500_ms), Law{LawShape::lognormal, 500_ms, 2}, Law{LawShape::erlang, 500_ms, 3}})
    checks.push_back({.name = "Closed network, 20 users who think " + to_text(law) + ": mean response",
                      .source = mva + ", insensitive to the law of thinking (BCMP)",
                      .unit = "s",
                      .value = twenty.response_time,
                      .measure = measured(two_stations(population(20, law)), span, response),
                      .widest = 0.04});
  for (const int people : {10, 60}) {
    const ClosedNetwork expected = mean_value_analysis(demands_of_ten(), 0.5, people);
    const Drawing drawing = ten_stations(population(people, exponential(500_ms)));
    checks.push_back({.name = "Closed network, " + std::to_string(people) + " users, ten stations: mean response",
                      .source = mva,
                      .unit = "s",
                      .value = expected.response_time,
                      .measure = measured(drawing, {20_s, 150_s}, response),
                      .widest = 0.04});
  }
}

/// A server that calls n others at once, and answers when all have answered.
Drawing parallel_calls(double rate, int n, const ServerSettings& callee) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(rate));
  ServerSettings fork = shared_processor(constant({}));
  fork.calls = CallOrder::parallel;
  const ComponentId front = drawing.add("front", fork);
  drawing.wire(users, front);
  for (int i = 1; i <= n; ++i) drawing.wire(front, drawing.add("part-" + std::to_string(i), callee));
  return drawing;
}

void add_fork_join(std::vector<Check>& checks) {
  constexpr double service = 0.010;
  const ServerSettings station = first_come_first_served(exponential(10_ms));
  const auto row = [&](int n, double load, Claim claim, double value, double error, std::string source,
                       const std::string& what, double requests) {
    const double rate = load / service;
    const Span span = requests_at(rate, requests, 40 / ((1 - load) * (1 - load)));
    checks.push_back(
        {.name = "Fork-join over " + std::to_string(n) + " at load " + number(load) + ": mean response" + what,
         .source = std::move(source),
         .unit = "s",
         .value = value,
         .measure = measured(parallel_calls(rate, n, station), span, response),
         .claim = claim,
         .error = error,
         .widest = 0.05});
  };
  for (const double load : {0.5, 0.8})
    row(2, load, Claim::equals, fork_join_two(load / service, service), 0,
        "Flatto & Hahn (1984); Nelson & Tantawi, IEEE Trans. Computers 37(6), 1988", "", 50'000);
  for (const int n : {4, 10}) {
    row(n, 0.7, Claim::about, fork_join(0.7 / service, service, n), 0.05,
        "Nelson & Tantawi (1988), within 5 % for n up to 32", "", 16'000);
    row(n, 0.7, Claim::at_most, fork_join_bound(0.7 / service, service, n), 0,
        "Nelson & Tantawi (1988), by association", ", taken as independent", 16'000);
  }
}

/// Each part is slow (1 s) with chance p, or takes no time; a request waits for the slowest.
void add_fan_out(std::vector<Check>& checks) {
  constexpr double slow = 0.01;
  for (const int n : {10, 100}) {
    Drawing drawing = parallel_calls(20, n, shared_processor(constant({})));
    ServerSettings second = shared_processor(constant({}));
    second.wait_time = constant(1_s);
    for (int i = 1; i <= n; ++i) {
      const ComponentId part = drawing.architecture.components[static_cast<std::size_t>(i) + 1].id;
      drawing.wire(part, drawing.add("disk-" + std::to_string(i), second), some_of(slow));
    }
    checks.push_back(
        {.name = "Fan-out over " + std::to_string(n) + ", one call in 100 takes 1 s: part of requests slow",
         .source = "Dean & Barroso, The Tail at Scale, CACM 56(2), 2013: 1 - (1 - p)^n",
         .unit = "",
         .value = 1 - std::pow(1 - slow, n),
         .measure = measured(drawing, requests_at(20, n == 10 ? 6000 : 1000, 60), response),
         .widest = 0.05});
  }
}

}  // namespace

void add_network_checks(std::vector<Check>& checks) {
  add_open(checks);
  add_closed(checks);
  add_fork_join(checks);
  add_fan_out(checks);
}

}  // namespace loadframe::theory
