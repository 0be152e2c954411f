#include "analysis/theory/check_list.h"
#include "analysis/theory/queues.h"

#include <cmath>

/// Single stations.
namespace loadframe::theory {

namespace {

using namespace literals;

constexpr double service = 0.010;  // s, of every station here

const std::string textbook = "Gross et al., Fundamentals of Queueing Theory, 4th ed.";

/// Users that send to one server, Poisson or evenly spaced.
Architecture one_server(double rate, const ServerSettings& server, Spacing spacing = Spacing::poisson) {
  Drawing drawing;
  UsersSettings users = arrivals(rate);
  users.spacing = spacing;
  const ComponentId from = drawing.add("users", users);
  drawing.wire(from, drawing.add("server", server));
  return drawing.architecture;
}

const ComponentStatistics& server_of(const Statistics& statistics) { return statistics.components[1]; }

double wait(const Statistics& statistics) { return server_of(statistics).waiting_mean.seconds(); }

/// What `figure` makes of a run of one server at that load.
std::function<double(std::uint64_t)> measured(double load, const ServerSettings& server, double requests,
                                              double (*figure)(const Statistics&), Spacing spacing = Spacing::poisson) {
  const double rate = load / service;
  const Architecture architecture = one_server(rate, server, spacing);
  // The longer it remembers, the longer it has to forget that it started empty.
  const double share_idle = std::max(0.05, 1 - load / static_cast<double>(server.cores));
  const Span span = requests_at(rate, requests, 40 * static_cast<double>(server.cores) / (share_idle * share_idle));
  return [=](std::uint64_t seed) { return figure(run(architecture, seed, span)); };
}

const std::vector<Law>& every_shape() {
  static const std::vector<Law> shapes{constant(10_ms),
                                       exponential(10_ms),
                                       {LawShape::uniform, 10_ms, 1.0},
                                       {LawShape::erlang, 10_ms, 4},
                                       {LawShape::hyperexponential, 10_ms, 2},
                                       {LawShape::lognormal, 10_ms, 1.5}};
  return shapes;
}

/// "lognormal cv 1.5": the law without its mean, which is the same for all.
std::string shape_text(const Law& law) {
  if (law.shape == LawShape::constant) return "constant";
  std::string text = to_text(law);
  const std::string mean = " " + to_text(law.mean);
  return text.erase(text.find(mean), mean.size());
}

double p95(const Statistics& statistics) { return statistics.requests.latency.quantile(0.95).seconds(); }
double utilisation(const Statistics& statistics) { return server_of(statistics).utilisation; }
double waiting(const Statistics& statistics) { return server_of(statistics).queue_mean; }
double present(const Statistics& statistics) { return server_of(statistics).concurrency_mean; }
double rejected(const Statistics& statistics) { return share_of(statistics, Outcome::rejected); }
double timed_out(const Statistics& statistics) { return share_of(statistics, Outcome::timeout); }

void add_mm1(std::vector<Check>& checks) {
  const ServerSettings server = first_come_first_served(exponential(10_ms));
  for (const double load : {0.3, 0.8, 0.9})
    checks.push_back({.name = "M/M/1 at load " + number(load) + ": mean response",
                      .source = textbook + ", section 2.2",
                      .unit = "s",
                      .value = service / (1 - load),
                      .measure = measured(load, server, load < 0.85 ? 50'000 : 120'000, response),
                      .widest = load < 0.85 ? 0.04 : 0.08});
  checks.push_back({.name = "M/M/1 at load 0.8: 95th percentile of the response, exponential",
                    .source = textbook + ", section 2.2; the histogram's buckets are 1.6 % wide",
                    .unit = "s",
                    .value = -std::log(0.05) * service / (1 - 0.8),
                    .measure = measured(0.8, server, 50'000, p95),
                    .claim = Claim::about,
                    .error = 0.008,
                    .widest = 0.04});
  checks.push_back({.name = "M/M/1 at load 0.8: utilisation",
                    .source = textbook + ", section 1.5",
                    .unit = "",
                    .value = 0.8,
                    .measure = measured(0.8, server, 50'000, utilisation),
                    .widest = 0.01});
  checks.push_back({.name = "M/M/1 at load 0.7: mean number waiting",
                    .source = textbook + ", section 2.2",
                    .unit = "",
                    .value = 0.7 * 0.7 / (1 - 0.7),
                    .measure = measured(0.7, server, 60'000, waiting),
                    .widest = 0.05});
  // Users who give up do not take their requests back, so the queue is the same as with endless patience.
  UsersSettings impatient = arrivals(0.8 / service);
  impatient.timeout = 100_ms;
  Drawing drawing;
  const ComponentId users = drawing.add("users", impatient);
  drawing.wire(users, drawing.add("server", server));
  const Span span = requests_at(0.8 / service, 90'000, 1000);
  checks.push_back({.name = "M/M/1 at load 0.8: responses longer than 100 ms, by timeouts",
                    .source = textbook + ", section 2.2: exp(-(μ - λ)t)",
                    .unit = "",
                    .value = std::exp(-(1 - 0.8) / service * 0.1),
                    .measure = [=](auto seed) { return timed_out(run(drawing.architecture, seed, span)); },
                    .widest = 0.06});
}

void add_many_servers(std::vector<Check>& checks) {
  for (const int servers : {2, 4, 16})
    checks.push_back(
        {.name = "M/M/" + std::to_string(servers) + " at load 0.85 each: mean wait",
         .source = "Erlang C; " + textbook + ", section 2.3",
         .unit = "s",
         .value = mmc_wait(0.85 * servers / service, service, servers),
         .measure = measured(0.85 * servers, first_come_first_served(exponential(10_ms), servers), 100'000, wait),
         .widest = 0.08});
  ServerSettings waits = shared_processor(constant({}));
  for (const Law& law : {Law{LawShape::lognormal, 10_ms, 2}, exponential(10_ms)}) {
    waits.wait_time = law;
    checks.push_back({.name = "M/G/∞ at load 20, " + shape_text(law) + ": mean number present",
                      .source = textbook + ", section 5.2.2",
                      .unit = "",
                      .value = 20,
                      .measure = measured(20, waits, 30'000, present),
                      .widest = 0.02});
  }
}

void add_general_service(std::vector<Check>& checks) {
  for (const Law& law : every_shape())
    checks.push_back({.name = "M/G/1 at load 0.7, " + shape_text(law) + ": mean wait",
                      .source = "Pollaczek (1930), Khinchine (1932); " + textbook + ", eq. 5.5",
                      .unit = "s",
                      .value = mg1_wait(0.7 / service, service, squared_variation(law)),
                      .measure = measured(0.7, first_come_first_served(law), 60'000, wait),
                      .widest = squared_variation(law) > 1 ? 0.08 : 0.05});
  for (const Law& law : every_shape())
    checks.push_back({.name = "M/G/1 shared at load 0.7, " + shape_text(law) + ": mean response",
                      .source = "Sakata, Noguchi, Oizumi (1971); Kleinrock, Queueing Systems II, eq. 4.17",
                      .unit = "s",
                      .value = service / (1 - 0.7),
                      .measure = measured(0.7, shared_processor(law), 50'000, response),
                      .widest = 0.04});
  for (const Law& law : {constant(10_ms), Law{LawShape::lognormal, 10_ms, 1.5}})
    checks.push_back({.name = "M/G/4 shared at load 0.85 each, " + shape_text(law) + ": mean response",
                      .source = "BCMP, JACM 22(2), 1975: insensitive, so as M/M/4",
                      .unit = "s",
                      .value = service + mmc_wait(0.85 * 4 / service, service, 4),
                      .measure = measured(0.85 * 4, shared_processor(law, 4), 60'000, response),
                      .widest = 0.05});
}

/// One shared processor, two classes of which one costs nine times as much: both are slowed down by the same factor.
void add_classes(std::vector<Check>& checks) {
  constexpr double load = 0.75;
  Drawing drawing;
  RequestClassSettings light;
  light.weight = 3;
  light.cost = 0.5;
  RequestClassSettings heavy;
  heavy.cost = 4.5;
  drawing.request_class("light", light);
  drawing.request_class("heavy", heavy);
  const double rate = load / (service * (0.75 * light.cost + 0.25 * heavy.cost));
  const ComponentId users = drawing.add("users", arrivals(rate));
  drawing.wire(users, drawing.add("server", shared_processor({LawShape::lognormal, 10_ms, 1})));
  const Span span = requests_at(rate, 60'000, 1000);
  for (const std::size_t one : {0u, 1u})
    checks.push_back({.name = std::string("Shared processor, two classes at load 0.75: response of the ") +
                              (one == 0 ? "light one" : "heavy one"),
                      .source = "BCMP, JACM 22(2), 1975: cost × S / (1 - load)",
                      .unit = "s",
                      .value = (one == 0 ? light : heavy).cost * service / (1 - load),
                      .measure =
                          [=](auto seed) {
                            return run(drawing.architecture, seed, span).classes[one].requests.latency.mean().seconds();
                          },
                      .widest = 0.05});
}

void add_losses(std::vector<Check>& checks) {
  for (const Law& law : every_shape()) {
    ServerSettings server = first_come_first_served(law, 8);
    server.backlog = 0;
    checks.push_back({.name = "M/G/8/8 at load 6, " + shape_text(law) + ": part rejected",
                      .source = "Erlang B (1917), insensitive (Sevastyanov 1957)",
                      .unit = "",
                      .value = erlang_b(6, 8),
                      .measure = measured(6, server, 40'000, rejected),
                      .widest = 0.04});
  }
  ServerSettings one = first_come_first_served(exponential(10_ms));
  one.backlog = 4;
  checks.push_back({.name = "M/M/1/5 at load 0.9: part rejected",
                    .source = textbook + ", section 2.4",
                    .unit = "",
                    .value = mm1k_loss(0.9, 5),
                    .measure = measured(0.9, one, 50'000, rejected),
                    .widest = 0.04});
  ServerSettings three = first_come_first_served(exponential(10_ms), 3);
  three.backlog = 4;
  const double rate = 3.5 / service;
  std::vector<double> deaths;
  for (int n = 1; n <= 7; ++n) deaths.push_back(std::min(n, 3) / service);
  checks.push_back({.name = "M/M/3/7 at load 3.5: part rejected",
                    .source = textbook + ", section 2.4",
                    .unit = "",
                    .value = birth_death(std::vector<double>(7, rate), deaths).back(),
                    .measure = measured(3.5, three, 40'000, rejected),
                    .widest = 0.04});
}

/// Arrivals that are not Poisson.
void add_general_arrivals(std::vector<Check>& checks) {
  for (const double load : {0.7, 0.9}) {
    const double gap = service / load;
    checks.push_back(
        {.name = "D/M/1 at load " + number(load) + ": mean wait",
         .source = textbook + ", section 5.3 (GI/M/1)",
         .unit = "s",
         .value = gim1_wait(service, [gap](double s) { return std::exp(-s * gap); }),
         .measure = measured(load, first_come_first_served(exponential(10_ms)), 80'000, wait, Spacing::regular),
         .widest = 0.08});
  }
  for (const Law& law :
       {exponential(10_ms), Law{LawShape::erlang, 10_ms, 4}, Law{LawShape::hyperexponential, 10_ms, 2}}) {
    const double scv = squared_variation(law);
    checks.push_back({.name = "D/G/1 at load 0.8, " + shape_text(law) + ": mean wait below Kingman's bound",
                      .source = "Kingman, Biometrika 49, 1962",
                      .unit = "s",
                      .value = kingman_bound(0.8 / service, 0, service, scv),
                      .measure = measured(0.8, first_come_first_served(law), 40'000, wait, Spacing::regular),
                      .claim = Claim::at_most,
                      .widest = 0.08});
  }
  const Law bursty{LawShape::hyperexponential, 10_ms, 2};
  checks.push_back({.name = "D/G/1 at load 0.8, hyperexponential cv 2: mean wait above Marchal's bound",
                    .source = "Marchal, Operations Research 26, 1978",
                    .unit = "s",
                    .value = marchal_bound(0.8 / service, service, squared_variation(bursty)),
                    .measure = measured(0.8, first_come_first_served(bursty), 40'000, wait, Spacing::regular),
                    .claim = Claim::at_least,
                    .widest = 0.12});
  // The exact D/M/1 at this load is 3.45 % below; that is the approximation's error.
  checks.push_back(
      {.name = "D/M/1 at load 0.95: mean wait in heavy traffic",
       .source = "Kingman, Proc. Cambridge Phil. Soc. 57, 1961",
       .unit = "s",
       .value = heavy_traffic_wait(0.95 / service, 0, service, 1),
       .measure = measured(0.95, first_come_first_served(exponential(10_ms)), 120'000, wait, Spacing::regular),
       .claim = Claim::about,
       .error = 0.035,
       .widest = 0.10});
}

double failed(const Statistics& statistics) { return 1 - share_of(statistics, Outcome::ok); }

/// Who waits how long, by who comes next and who gives up.
void add_disciplines(std::vector<Check>& checks) {
  for (const Law& law : {exponential(10_ms), Law{LawShape::lognormal, 10_ms, 1.5}}) {
    ServerSettings last_first = first_come_first_served(law);
    last_first.discipline = Discipline::lifo;
    checks.push_back({.name = "M/G/1, last come first, at load 0.7, " + shape_text(law) + ": mean wait as in order",
                      .source = textbook + ", section 2.2: any order that does not look at the service times",
                      .unit = "s",
                      .value = mg1_wait(0.7 / service, service, squared_variation(law)),
                      .measure = measured(0.7, last_first, 60'000, wait),
                      .widest = 0.08});
  }
  for (const double load : {3.4, 5.0}) {
    ServerSettings left = first_come_first_served(exponential(10_ms), 4);
    left.queue_timeout = exponential(20_ms);
    checks.push_back({.name = "M/M/4+M at load " + number(load) + ", patience 20 ms: part that gives up",
                      .source = "Erlang A: Palm (1957); Garnett, Mandelbaum, Reiman, M&SOM 4(3), 2002",
                      .unit = "",
                      .value = erlang_a_loss(load / service, service, 4, 0.020),
                      .measure = measured(load, left, 50'000, failed),
                      .widest = 0.04});
  }
  const std::vector<double> rates{0.3 / service, 0.5 / service};
  const std::vector<double> waits = priority_waits(rates, service, 1);
  Drawing drawing;
  RequestClassSettings urgent;
  urgent.weight = rates[0];
  urgent.priority = 9;
  RequestClassSettings other;
  other.weight = rates[1];
  other.priority = 1;
  drawing.request_class("urgent", urgent);
  drawing.request_class("other", other);
  ServerSettings server = first_come_first_served(exponential(10_ms));
  server.discipline = Discipline::priority;
  const ComponentId users = drawing.add("users", arrivals(rates[0] + rates[1]));
  drawing.wire(users, drawing.add("server", server));
  const Span span = requests_at(rates[0] + rates[1], 60'000, 1000);
  for (const std::size_t one : {0u, 1u})
    checks.push_back({.name = std::string("M/M/1 with two priorities at load 0.8: mean response of the ") +
                              (one == 0 ? "urgent" : "other"),
                      .source = "Cobham, Operations Research 2(1), 1954",
                      .unit = "s",
                      .value = waits[one] + service,
                      .measure =
                          [=](auto seed) {
                            return run(drawing.architecture, seed, span).classes[one].requests.latency.mean().seconds();
                          },
                      .widest = 0.06});
}

}  // namespace

void add_queue_checks(std::vector<Check>& checks) {
  add_mm1(checks);
  add_many_servers(checks);
  add_general_service(checks);
  add_classes(checks);
  add_disciplines(checks);
  add_losses(checks);
  add_general_arrivals(checks);
}

}  // namespace loadframe::theory
