#include "analysis/theory/queues.h"
#include "simulation/random.h"
#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

/// Takes one message at a time, on a CPU of its own.
WorkerSettings worker(const Law& time, std::int64_t workers = 1) {
  WorkerSettings settings;
  settings.workers = workers;
  settings.cores = workers;
  settings.cpu_time = time;
  return settings;
}

QueueSettings plain_queue() {
  QueueSettings settings;
  settings.publish_time = constant({});
  return settings;
}

/// Users publish to a broker, which some workers consume from.
struct Messages : Drawing {
  ComponentId users;
  ComponentId broker;
  std::vector<ComponentId> workers;
  std::vector<LinkId> links;

  Messages(double rate, const ComponentSettings& settings, const std::vector<WorkerSettings>& consumers) {
    users = add("users", arrivals(rate));
    broker = add("broker", settings);
    wire(users, broker);
    for (const WorkerSettings& one : consumers) {
      workers.push_back(add("worker-" + std::to_string(workers.size() + 1), one));
      links.push_back(wire(broker, workers.back()));
    }
  }
};

std::uint64_t published(const Simulation& run, ComponentId broker) {
  return of(run.statistics(), broker).calls.outcomes.ok();
}

std::uint64_t acknowledged(const Simulation& run, LinkId link) {
  return of(run.statistics(), link).calls.outcomes.ok();
}

/// Messages kept, in the mean of the last sample.
double kept(const Simulation& run, ComponentId broker) {
  for (const ComponentSample& sample : run.recording().samples.back()->components)
    if (sample.id == broker) return static_cast<double>(sample.queue);
  return -1;
}

/// Traffic stops at that time; what is kept can be worked off.
void stop_traffic(Simulation& run) { run.act({ActionKind::load, {}, 0}); }

TEST(Queue, AnswersTheSenderAtOnceHoweverSlowItsWorkers) {
  QueueSettings settings;
  settings.publish_time = constant(2_ms);
  Messages drawing(10, settings, {worker(constant(10_s))});
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  EXPECT_NEAR(run.statistics().requests.latency.max().milliseconds(), 2, 0.05);
}

TEST(Queue, WithOneWorkerIsASingleServerQueue) {
  Messages drawing(80, plain_queue(), {worker(exponential(10_ms))});
  Simulation run(drawing.architecture, {1}, {.sampling_interval = 10_s, .warm_up = 50_s});
  run.run_until(4050_s);
  // M/M/1: load 0.8, four messages in the mean. The estimate's relaxation time is 1/(10 (1 - sqrt 0.8)^2) = 0.9 s at
  // this rate, so 4,000 s tell it to within about 2 % of standard error.
  EXPECT_NEAR(of(run.statistics(), drawing.broker).queue_mean, 4, 0.3);
}

TEST(Queue, HandsAWorkerAsManyAsItHasWorkers) {
  Messages drawing(300, plain_queue(), {worker(exponential(10_ms), 4)});
  Simulation run(drawing.architecture, {1}, {.sampling_interval = 10_s, .warm_up = 50_s});
  run.run_until(1050_s);
  const double in_service = 300 * 0.010;
  EXPECT_NEAR(of(run.statistics(), drawing.broker).queue_mean, in_service + 300 * theory::mmc_wait(300, 0.010, 4), 0.4);
  EXPECT_EQ(of(run.statistics(), drawing.workers[0]).calls.outcomes.failed(), 0u);
}

TEST(Queue, LetsConsumersTakeTurns) {
  Messages drawing(60, plain_queue(), {worker(constant(1_ms)), worker(constant(1_ms)), worker(constant(1_ms))});
  Simulation run(drawing.architecture);
  run.run_until(100_s);
  for (const LinkId link : drawing.links)
    EXPECT_NEAR(static_cast<double>(acknowledged(run, link)), 2000, 100);  // four standard deviations
}

TEST(Queue, GivesAFasterConsumerMore) {
  Messages drawing(500, plain_queue(), {worker(constant(10_ms)), worker(constant(30_ms))});
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  EXPECT_NEAR(static_cast<double>(acknowledged(run, drawing.links[0])), 6000, 20);
  EXPECT_NEAR(static_cast<double>(acknowledged(run, drawing.links[1])), 2000, 20);
}

TEST(Queue, ServesAWorkerTogetherWithOthersInTurn) {
  Messages drawing(200, plain_queue(), {worker(constant(10_ms))});
  const ComponentId second = drawing.add("second", plain_queue());
  drawing.wire(drawing.add("others", arrivals(200)), second);
  const LinkId link = drawing.wire(second, drawing.workers[0]);
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  EXPECT_NEAR(static_cast<double>(acknowledged(run, drawing.links[0])), 3000, 30);
  EXPECT_NEAR(static_cast<double>(acknowledged(run, link)), 3000, 30);
  EXPECT_EQ(of(run.statistics(), drawing.workers[0]).calls.outcomes.failed(), 0u);
}

TEST(Queue, RejectsWhatExceedsItsCapacity) {
  QueueSettings settings = plain_queue();
  settings.capacity = 100;
  Messages drawing(50, settings, {});
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  EXPECT_EQ(published(run, drawing.broker), 100u);
  EXPECT_GT(run.statistics().requests.outcomes[Outcome::rejected], 2000u);
  EXPECT_EQ(events_of(run, EventKind::backlog_full).size(), 1u);
  EXPECT_DOUBLE_EQ(kept(run, drawing.broker), 100);
}

TEST(Queue, HasWorkDoneTwiceThatTakesLongerThanTheVisibilityTimeout) {
  QueueSettings settings = plain_queue();
  settings.visibility_timeout = 2_s;
  Messages drawing(0.05, settings, {worker(constant(3_s), 2)});
  Simulation run(drawing.architecture);
  run.run_until(1000_s);
  const ComponentStatistics consumer = of(run.statistics(), drawing.workers[0]);
  EXPECT_GT(of(run.statistics(), drawing.broker).redelivered, 40u);
  EXPECT_EQ(acknowledged(run, drawing.links[0]), 0u);
  EXPECT_EQ(consumer.wasted, consumer.calls.outcomes.ok());
}

TEST(Queue, DeliversAgainAtOnceOrAfterTheTimeoutWhenAWorkerDies) {
  for (const Redelivery rule : {Redelivery::at_once, Redelivery::after_timeout}) {
    QueueSettings settings = plain_queue();
    settings.redelivery = rule;
    Messages drawing(1, settings, {worker(constant(1000_s)), worker(constant(100_ms), 50)});
    drawing.architecture.components[0].settings = [] {
      UsersSettings once = arrivals(1);
      once.spacing = Spacing::regular;
      return once;
    }();
    Simulation run(drawing.architecture);
    run.run_until(5_s);
    stop_traffic(run);
    run.run_until(6_s);
    run.act(action(ActionKind::kill, drawing.workers[0]));
    run.run_until(10_s);
    const bool at_once = rule == Redelivery::at_once;
    EXPECT_EQ(of(run.statistics(), drawing.broker).redelivered, at_once ? 1u : 0u);
    EXPECT_EQ(acknowledged(run, drawing.links[1]), published(run, drawing.broker) - (at_once ? 0 : 1));
    run.run_until(40_s);
    EXPECT_EQ(of(run.statistics(), drawing.broker).redelivered, 1u);
    EXPECT_EQ(acknowledged(run, drawing.links[1]), published(run, drawing.broker));
  }
}

TEST(Queue, WaitsForConsumersThatAreDown) {
  Messages drawing(10, plain_queue(), {worker(constant(1_ms))});
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::kill, drawing.workers[0]));
  run.run_until(100_s);
  EXPECT_EQ(of(run.statistics(), drawing.workers[0]).arrivals, 0u);
  run.act(action(ActionKind::restart, drawing.workers[0]));
  run.run_until(110_s);
  EXPECT_LT(kept(run, drawing.broker), 1);
  EXPECT_GT(acknowledged(run, drawing.links[0]), 900u);
}

TEST(Queue, GivesUpAMessageAfterSoManyDeliveries) {
  QueueSettings settings = plain_queue();
  settings.max_deliveries = 3;
  settings.redelivery = Redelivery::at_once;
  Messages drawing(10, settings, {worker(constant(1_ms))});
  const ComponentId graveyard = drawing.add("graveyard", plain_queue());
  drawing.wire(drawing.broker, graveyard);
  Simulation run(drawing.architecture);
  run.act({ActionKind::fail, drawing.workers[0], 1});
  run.run_until(20_s);
  stop_traffic(run);
  run.run_until(30_s);
  const ComponentStatistics broker = of(run.statistics(), drawing.broker);
  EXPECT_EQ(broker.dead_letters, published(run, drawing.broker));
  EXPECT_EQ(broker.redelivered, 2 * broker.dead_letters);
  EXPECT_EQ(published(run, graveyard), broker.dead_letters);
  EXPECT_EQ(events_of(run, EventKind::dead_letters).size(), 1u);
  EXPECT_EQ(first(run, EventKind::dead_letters)->count, 3u);
  EXPECT_DOUBLE_EQ(kept(run, graveyard), static_cast<double>(broker.dead_letters));
}

TEST(Queue, KeepsDeadLettersUntilTheirQueueTakesThem) {
  QueueSettings settings = plain_queue();
  settings.max_deliveries = 1;
  Messages drawing(10, settings, {worker(constant(1_ms))});
  const ComponentId graveyard = drawing.add("graveyard", plain_queue());
  drawing.wire(drawing.broker, graveyard);
  Simulation run(drawing.architecture);
  run.act({ActionKind::fail, drawing.workers[0], 1});
  run.act(action(ActionKind::kill, graveyard));
  run.run_until(20_s);
  stop_traffic(run);
  run.act(action(ActionKind::restart, graveyard));
  run.run_until(60_s);
  EXPECT_EQ(published(run, graveyard), published(run, drawing.broker));
}

TEST(Queue, DropsMessagesThatOutliveTheirRetention) {
  QueueSettings settings = plain_queue();
  settings.retention = 10_s;
  Messages drawing(10, settings, {});
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  EXPECT_NEAR(kept(run, drawing.broker), 105, 30);  // looked at each second
  const auto still_kept =
      static_cast<double>(published(run, drawing.broker) - of(run.statistics(), drawing.broker).expired);
  EXPECT_NEAR(still_kept, 105, 30);
}

TEST(Queue, LosesItsMessagesInACrashUnlessItIsDurable) {
  for (const bool durable : {true, false}) {
    QueueSettings settings = plain_queue();
    settings.durable = durable;
    Messages drawing(20, settings, {worker(constant(100_ms))});
    Simulation run(drawing.architecture);
    run.run_until(20_s);
    stop_traffic(run);
    run.act(action(ActionKind::restart, drawing.broker));
    run.run_until(100_s);
    const ComponentStatistics broker = of(run.statistics(), drawing.broker);
    EXPECT_EQ(acknowledged(run, drawing.links[0]) + broker.expired, published(run, drawing.broker));
    if (durable) EXPECT_EQ(broker.expired, 0u);
    else EXPECT_GT(broker.expired, 100u);
  }
}

TEST(Queue, HandsMessagesToAFunctionUpToItsConcurrency) {
  FunctionSettings settings;
  settings.cold_start = constant({});
  settings.cpu_time = constant(100_ms);
  settings.max_concurrency = 5;
  Messages drawing(200, plain_queue(), {});
  const ComponentId function = drawing.add("function", settings);
  const LinkId link = drawing.wire(drawing.broker, function);
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  EXPECT_NEAR(static_cast<double>(acknowledged(run, link)), 60 * 50, 10);
  EXPECT_EQ(of(run.statistics(), function).calls.outcomes.failed(), 0u);
}

TEST(Topic, DeliversACopyToEachAtItsOwnPace) {
  TopicSettings settings;
  Messages drawing(50, settings, {worker(constant(1_ms)), worker(constant(100_ms))});
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  EXPECT_NEAR(static_cast<double>(acknowledged(run, drawing.links[0])),
              static_cast<double>(published(run, drawing.broker)), 2);
  EXPECT_NEAR(static_cast<double>(acknowledged(run, drawing.links[1])), 600, 2);
}

TEST(Topic, FeedsQueuesAndDropsWhatADeadSubscriberDoesNotTake) {
  Messages drawing(20, TopicSettings{}, {worker(constant(1_ms))});
  const ComponentId queue = drawing.add("queue", plain_queue());
  drawing.wire(drawing.broker, queue);
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::kill, drawing.workers[0]));
  run.run_until(60_s);
  stop_traffic(run);
  run.run_until(70_s);
  const ComponentStatistics topic = of(run.statistics(), drawing.broker);
  EXPECT_EQ(published(run, queue), published(run, drawing.broker));
  EXPECT_EQ(topic.dead_letters, published(run, drawing.broker));
  EXPECT_EQ(of(run.statistics(), drawing.workers[0]).arrivals, 3 * topic.dead_letters);
}

TEST(Topic, RejectsWhenASubscriberIsFull) {
  TopicSettings settings;
  settings.capacity = 50;
  Messages drawing(20, settings, {worker(constant(1_ms)), worker(constant(1000_s))});
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  EXPECT_EQ(published(run, drawing.broker), 50u);
  EXPECT_EQ(acknowledged(run, drawing.links[0]), 50u);
}

/// Keys that are asked for alike.
RequestClassSettings even_keys(std::int64_t keys) {
  RequestClassSettings settings;
  settings.keys = keys;
  settings.popularity = Popularity::uniform;
  return settings;
}

TEST(Stream, HandlesOneMessageOfAPartitionAtATime) {
  for (const std::int64_t partitions : {1, 4}) {
    StreamSettings settings;
    settings.partitions = partitions;
    Messages drawing(400, settings, {worker(constant(20_ms), 100)});
    drawing.request_class("event", even_keys(10'000));
    Simulation run(drawing.architecture);
    run.run_until(60_s);
    EXPECT_NEAR(static_cast<double>(acknowledged(run, drawing.links[0])), static_cast<double>(60 * 50 * partitions),
                static_cast<double>(12 * partitions));
    EXPECT_NEAR(of(run.statistics(), drawing.workers[0]).concurrency_mean, static_cast<double>(partitions), 0.1);
  }
}

TEST(Stream, HoldsUpAPartitionBehindAMessageThatFails) {
  StreamSettings settings;
  settings.partitions = 2;
  settings.delivery_timeout = 1_s;
  Messages drawing(20, settings, {worker(constant(1_ms), 10)});
  drawing.request_class("event", even_keys(1000));
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  run.act({ActionKind::fail, drawing.workers[0], 1});
  run.run_until(20_s);
  // Both partitions are tried once a second, and nothing passes.
  const ComponentStatistics held_up = of(run.statistics(), drawing.broker);
  EXPECT_NEAR(static_cast<double>(held_up.redelivered), 2 * 9, 3);
  EXPECT_GT(kept(run, drawing.broker), 150);
  run.act({ActionKind::fail, drawing.workers[0], 0});
  run.run_until(25_s);
  EXPECT_LT(kept(run, drawing.broker), 2);
  EXPECT_EQ(of(run.statistics(), drawing.broker).dead_letters, 0u);
}

TEST(Stream, GivesEveryConsumerEveryMessage) {
  Messages drawing(50, StreamSettings{}, {worker(constant(1_ms)), worker(constant(2_ms))});
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  stop_traffic(run);
  run.run_until(25_s);
  for (const LinkId link : drawing.links) EXPECT_EQ(acknowledged(run, link), published(run, drawing.broker));
  EXPECT_DOUBLE_EQ(kept(run, drawing.broker), 0);
}

TEST(Stream, SkipsAMessageAfterSoManyDeliveriesIfItIsTold) {
  StreamSettings settings;
  settings.max_deliveries = 2;
  settings.retry_delay = 10_ms;
  Messages drawing(20, settings, {worker(constant(1_ms))});
  Simulation run(drawing.architecture);
  run.act({ActionKind::fail, drawing.workers[0], 1});
  run.run_until(20_s);
  stop_traffic(run);
  run.run_until(30_s);
  EXPECT_EQ(of(run.statistics(), drawing.broker).dead_letters, published(run, drawing.broker));
}

/// A queue, a topic or a stream that is soon up again.
ComponentSettings broker_of(int which, Duration timeout) {
  QueueSettings queue;
  queue.visibility_timeout = timeout;
  queue.boot_time = 1_s;
  TopicSettings topic;
  topic.delivery_timeout = timeout;
  topic.max_deliveries = 1000;
  topic.boot_time = 1_s;
  StreamSettings stream;
  stream.delivery_timeout = timeout;
  stream.boot_time = 1_s;
  const std::vector<ComponentSettings> all{queue, topic, stream};
  return all[static_cast<std::size_t>(which)];
}

/// Kills, hangs, cuts and their repair, by turns.
void harass(Simulation& run, const Messages& drawing, std::uint64_t seed) {
  RandomStream chance(seed, 1, 1);
  const std::vector<ActionKind> faults{ActionKind::kill, ActionKind::restart, ActionKind::hang};
  while (run.now() < 120_s) {
    const std::uint32_t which = chance.below(static_cast<std::uint32_t>(drawing.workers.size()) + 1);
    const ComponentId target = which == 0 ? drawing.broker : drawing.workers[which - 1];
    // A broker that hangs reads no acknowledgements, so that more are sent than count.
    run.act(action(faults[chance.below(which == 0 ? 2 : 3)], target));
    const LinkId link = drawing.links[chance.below(static_cast<std::uint32_t>(drawing.links.size()))];
    run.act(action(chance.below(2) == 0 ? ActionKind::cut : ActionKind::mend, link));
    run.run_until(run.now() + 1_s + milliseconds(chance.below(3000)));
    run.act(action(ActionKind::restart, target));
    run.run_until(run.now() + milliseconds(chance.below(8000)));
  }
  stop_traffic(run);
  for (const LinkId link : drawing.links) run.act(action(ActionKind::mend, link));
  for (const ComponentId one : drawing.workers) run.act(action(ActionKind::restart, one));
  run.act(action(ActionKind::restart, drawing.broker));
}

TEST(Brokers, LoseNoAcceptedMessageWhateverDies) {
  std::uint64_t redelivered = 0;
  for (int which = 0; which < 3; ++which)
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      SCOPED_TRACE(testing::Message() << "broker " << which << ", seed " << seed);
      Messages drawing(40, broker_of(which, 3_s), {worker(exponential(10_ms), 2), worker(exponential(20_ms), 2)});
      drawing.request_class("event", even_keys(1000));
      Simulation run(drawing.architecture, {seed});
      harass(run, drawing, seed);
      run.run_until(run.now() + 600_s);
      EXPECT_DOUBLE_EQ(kept(run, drawing.broker), 0);
      const ComponentStatistics broker = of(run.statistics(), drawing.broker);
      redelivered += broker.redelivered;
      const std::uint64_t copies = which == 0 ? 1 : 2;
      // The only publishes whose sender does not know are those that a crash broke off, which are not stored.
      EXPECT_EQ(acknowledged(run, drawing.links[0]) + acknowledged(run, drawing.links[1]) + broker.dead_letters,
                copies * published(run, drawing.broker));
    }
  EXPECT_GT(redelivered, 12u) << "or nothing was put to the test";
}

TEST(Brokers, RunOnAlikeInACopy) {
  for (int which = 0; which < 3; ++which) {
    Messages drawing(80, broker_of(which, 3_s), {worker(exponential(30_ms), 2), worker(exponential(20_ms), 2)});
    Simulation run(drawing.architecture);
    run.run_until(10_s);
    run.act(action(ActionKind::kill, drawing.workers[0]));
    run.run_until(12_s);
    Simulation copy = run;
    for (Simulation* one : {&run, &copy}) {
      one->act(action(ActionKind::restart, drawing.workers[0]));
      one->run_until(60_s);
    }
    EXPECT_EQ(run.statistics().events, copy.statistics().events);
    EXPECT_EQ(of(run.statistics(), drawing.broker).queue_mean, of(copy.statistics(), drawing.broker).queue_mean);
  }
}

TEST(Brokers, AdoptConsumersThatComeAndGo) {
  for (int which = 0; which < 3; ++which) {
    SCOPED_TRACE(which);
    Messages drawing(100, broker_of(which, 3_s), {worker(constant(20_ms))});
    Simulation run(drawing.architecture);
    run.run_until(20_s);  // it lags behind
    const double before = kept(run, drawing.broker);
    EXPECT_GT(before, 500);
    const ComponentId another = drawing.add("another", worker(constant(1_ms), 10));
    const LinkId link = drawing.wire(drawing.broker, another);
    if (which == 2) drawing.settings<StreamSettings>(drawing.broker).partitions = 9;
    run.adopt(drawing.architecture);
    run.run_until(40_s);
    EXPECT_GT(acknowledged(run, link), 1500u);
    // The first one goes, and with it what was for it alone.
    Architecture without = drawing.architecture;
    std::erase_if(without.components, [&](const Component& c) { return c.id == drawing.workers[0]; });
    std::erase_if(without.links, [&](const Link& l) { return l.id == drawing.links[0]; });
    run.adopt(without);
    run.run_until(45_s);
    EXPECT_LT(kept(run, drawing.broker), 5);
    const std::uint64_t had = published(run, drawing.broker);
    const std::uint64_t got = acknowledged(run, link);
    run.run_until(65_s);
    EXPECT_NEAR(static_cast<double>(acknowledged(run, link) - got),
                static_cast<double>(published(run, drawing.broker) - had), 5);
  }
}

TEST(Brokers, DropWhatTheyKeepWhenTheyAreRemoved) {
  for (int which = 0; which < 3; ++which) {
    Messages drawing(100, broker_of(which, 3_s), {worker(constant(20_ms))});
    Simulation run(drawing.architecture);
    run.run_until(20_s);
    Architecture without = drawing.architecture;
    std::erase_if(without.components, [&](const Component& c) { return c.id == drawing.broker; });
    without.links.clear();
    run.adopt(without);
    run.run_until(40_s);
    EXPECT_LE(of(run.statistics(), drawing.workers[0]).calls.outcomes.ok(), 1001u);
  }
}

}  // namespace
}  // namespace loadframe
