#include "simulation/key_store.h"
#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

constexpr std::int64_t for_ever = std::numeric_limits<std::int64_t>::max();

/// A store of so many entries of one byte.
struct Store {
  engine::KeyStore keys;
  RandomStream random{1, 1, 1};

  Store(std::int64_t entries, Eviction eviction) { keys.set_limits(bytes(entries), eviction); }
  void insert(std::uint64_t key, std::int64_t now = 0, std::int64_t expires = for_ever) {
    keys.insert(key, 1, now, expires, random);
  }
  bool has(std::uint64_t key, std::int64_t now = 0) { return keys.lookup(key, now); }
};

TEST(KeyStore, GoesOnAlikeAfterItWasPacked) {
  for (const Eviction eviction : {Eviction::lru, Eviction::fifo, Eviction::random, Eviction::lfu, Eviction::none}) {
    Store store(300, eviction);
    RandomStream choice(5, 5, 5);
    const auto use = [](Store& which, RandomStream& keys, std::int64_t now) {
      // Of four classes, as the upper half of a key tells.
      const std::uint64_t key = std::uint64_t{keys.below(4)} << 32 | keys.below(400);
      const bool held = which.has(key, now);
      if (!held) which.insert(key, now, now + 500 + keys.below(500));
      return held;
    };
    for (std::int64_t now = 0; now < 5000; ++now) use(store, choice, now);
    Store unpacked = store;
    unpacked.keys = store.keys.packed();
    const bool is_packed = eviction != Eviction::lfu;
    EXPECT_EQ(2 * unpacked.keys.bytes() < store.keys.bytes(), is_packed);
    unpacked.keys.unpack();
    EXPECT_EQ(unpacked.keys.size(), store.keys.size());
    EXPECT_EQ(unpacked.keys.bytes_used(), store.keys.bytes_used());
    RandomStream same_choice = choice;
    for (std::int64_t now = 5000; now < 10'000; ++now)
      ASSERT_EQ(use(unpacked, same_choice, now), use(store, choice, now)) << "at " << now;
  }
}

TEST(KeyStore, ByFrequencyLetsGoWhatWasUsedLeast) {
  Store store(3, Eviction::lfu);
  for (const std::uint64_t key : {1u, 2u, 3u}) store.insert(key);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(store.has(1));
  EXPECT_TRUE(store.has(2));
  store.insert(4);
  EXPECT_FALSE(store.has(3));
  EXPECT_TRUE(store.has(4));  // 4 now has as many uses as 2, and is the newer
  store.insert(5);
  EXPECT_FALSE(store.has(2));
  EXPECT_TRUE(store.has(1));
}

TEST(KeyStore, ByFrequencyAgreesWithASlowOne) {
  constexpr std::size_t room = 20;
  struct Use {
    std::uint64_t uses;
    std::uint64_t last;
  };
  std::map<std::uint64_t, Use> slow;
  Store store(room, Eviction::lfu);
  RandomStream random(2, 2, 2);
  std::uint64_t clock = 0;
  for (int i = 0; i < 50'000; ++i) {
    const std::uint64_t key = std::min(random.below(60), random.below(60));
    ++clock;
    const bool held = slow.contains(key);
    ASSERT_EQ(store.has(key), held) << "lookup " << i;
    if (held) {
      slow[key] = {slow[key].uses + 1, clock};
      continue;
    }
    if (slow.size() == room)
      slow.erase(std::min_element(slow.begin(), slow.end(), [](const auto& a, const auto& b) {
        return std::pair(a.second.uses, a.second.last) < std::pair(b.second.uses, b.second.last);
      }));
    slow[key] = {1, clock};
    store.insert(key);
    if (i % 100 == 0) {
      store.keys.erase(key);
      slow.erase(key);
    }
  }
}

TEST(KeyStore, WithoutEvictionKeepsWhatIsThereUntilItExpires) {
  Store store(2, Eviction::none);
  store.insert(1, 0, 100);
  store.insert(2, 0, 200);
  store.insert(3, 50, 150);
  EXPECT_FALSE(store.has(3, 50));
  EXPECT_TRUE(store.has(1, 50));
  store.insert(3, 120, 300);
  EXPECT_TRUE(store.has(3, 120));
  EXPECT_TRUE(store.has(2, 120));
  EXPECT_FALSE(store.has(1, 120));
}

TEST(KeyStore, KeepsItsEntriesWhenThePolicyIsEdited) {
  Store store(3, Eviction::lfu);
  for (const std::uint64_t key : {1u, 2u, 3u}) store.insert(key);
  EXPECT_TRUE(store.has(1));
  store.keys.set_limits(bytes(3), Eviction::lru);
  store.insert(4);
  EXPECT_FALSE(store.has(2));
  for (const std::uint64_t key : {1u, 3u, 4u}) EXPECT_TRUE(store.has(key));
}

double hit_ratio(Eviction eviction, std::uint64_t seed = 1) {
  Drawing drawing;
  RequestClassSettings asked;
  asked.keys = 5000;
  asked.skew = 0.9;
  asked.size = bytes(1000);
  drawing.request_class("item", asked);
  CacheSettings settings;
  settings.capacity = bytes(1000 * 500);
  settings.time_to_live = {};
  settings.eviction = eviction;
  settings.lookup_time = constant(1_us);
  const ComponentId users = drawing.add("users", arrivals(2000));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  const ComponentId cache = drawing.add("cache", settings);
  drawing.wire(users, web);
  drawing.wire(web, cache);
  Simulation run(drawing.architecture, {seed}, {.sampling_interval = 10_s, .warm_up = 40_s});
  run.run_until(80_s);
  const Statistics statistics = run.statistics();
  const ComponentStatistics& measured = of(statistics, cache);
  return static_cast<double>(measured.hits) / static_cast<double>(measured.hits + measured.misses);
}

TEST(Eviction, ByFrequencyIsNearTheBestAndBeatsTheOthers) {
  // Under independent requests nothing beats holding the 500 most popular keys, which perfect LFU tends to.
  double popular = 0;
  double all = 0;
  for (int key = 1; key <= 5000; ++key) {
    all += std::pow(key, -0.9);
    if (key <= 500) popular += std::pow(key, -0.9);
  }
  const double lfu = hit_ratio(Eviction::lfu);
  const double lru = hit_ratio(Eviction::lru);
  EXPECT_LT(lfu, popular / all + 0.005);
  EXPECT_GT(lfu, popular / all - 0.06);  // counts are lost with the entry
  EXPECT_GT(lfu, lru + 0.02);
  EXPECT_GT(lru, hit_ratio(Eviction::fifo) + 0.01);
}

/// A server that asks a cache before a slow database, and whose users all ask for the same.
struct Stampede : Drawing {
  ComponentId users;
  ComponentId web = add("web", shared_processor(constant({})));
  ComponentId cache;
  ComponentId db;
  LinkId to_db;

  explicit Stampede(bool coalescing, Duration lease = 2_s) {
    users = add("users", arrivals(1000));
    CacheSettings held;
    held.coalescing = coalescing;
    held.lease_time = lease;
    cache = add("cache", held);
    RelationalDatabaseSettings slow;
    slow.read_time = constant({});
    slow.disk_time = constant(500_ms);
    slow.connections = 10'000;
    db = add("db", slow);
    RequestClassSettings asked;
    asked.keys = 1;
    request_class("front page", asked);
    wire(users, web);
    wire(web, cache);
    to_db = wire(web, db);
  }
};

TEST(Coalescing, MakesOneFetchOfManyMisses) {
  for (const bool coalescing : {false, true}) {
    const Stampede drawing(coalescing);
    Simulation run(drawing.architecture);
    run.run_until(5_s);
    const Statistics statistics = run.statistics();
    EXPECT_EQ(statistics.requests.outcomes.failed(), 0u);
    const std::uint64_t fetches = of(statistics, drawing.to_db).begun;
    if (coalescing) {
      EXPECT_EQ(fetches, 1u);
      EXPECT_EQ(of(statistics, drawing.cache).coalesced + 1, of(statistics, drawing.cache).misses);
      EXPECT_GT(of(statistics, drawing.cache).coalesced, 400u);
    } else {
      EXPECT_GT(fetches, 400u);
    }
    EXPECT_LE(statistics.requests.latency.max(), 510_ms);
  }
}

TEST(Coalescing, LetsTheNextFetchWhenALeaseIsOver) {
  const Stampede drawing(true, 110_ms);
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  // The first fetch takes 500 ms: meanwhile five leases are given.
  EXPECT_EQ(of(run.statistics(), drawing.to_db).begun, 5u);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
}

TEST(Coalescing, LetsTheNextFetchWhenTheFirstFails) {
  Stampede drawing(true);
  drawing.architecture.links.back().settings.timeout = 200_ms;
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::hang, drawing.db));
  run.run_until(2_s);
  // Each fetch fails after 200 ms, and then the next one is made.
  EXPECT_NEAR(static_cast<double>(of(run.statistics(), drawing.to_db).begun), 10, 1);
}

TEST(Coalescing, ResetsWhoWaitsWhenTheCacheDies) {
  const Stampede drawing(true);
  Simulation run(drawing.architecture);
  run.run_until(200_ms);
  run.act(action(ActionKind::kill, drawing.cache));
  EXPECT_GT(first(run, EventKind::action)->count, 100u);
  run.run_until(5_s);  // without a cache, each fetches for itself
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  EXPECT_GT(of(run.statistics(), drawing.to_db).begun, 3000u);
}

TEST(Coalescing, WorksForACacheThatFetchesItself) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(1000));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  CacheSettings held;
  held.coalescing = true;
  const ComponentId cache = drawing.add("cache", held);
  RelationalDatabaseSettings slow;
  slow.disk_time = constant(500_ms);
  const ComponentId db = drawing.add("db", slow);
  RequestClassSettings asked;
  asked.keys = 1;
  drawing.request_class("front page", asked);
  drawing.wire(users, web);
  drawing.wire(web, cache);
  const LinkId to_db = drawing.wire(cache, db);
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  EXPECT_EQ(of(run.statistics(), to_db).begun, 1u);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
}

TEST(Cache, ThatFetchesItselfLooksUpOthersMeanwhile) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(100));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  CacheSettings held;
  held.time_to_live = 10_ms;
  const ComponentId cache = drawing.add("cache", held);  // of one thread
  RelationalDatabaseSettings slow;
  slow.read_time = constant({});
  slow.disk_time = constant(500_ms);
  slow.connections = 1000;
  const ComponentId db = drawing.add("db", slow);
  drawing.wire(users, web);
  drawing.wire(web, cache);
  drawing.wire(cache, db);
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  EXPECT_LE(run.statistics().requests.latency.max(), 505_ms);
}

TEST(Cache, ForgetsWhatAWriteThroughItChanges) {
  const auto hits = [](double writes) {
    Drawing system;
    const ComponentId users = system.add("users", arrivals(200));
    const ComponentId web = system.add("web", shared_processor(constant({})));
    const ComponentId cache = system.add("cache", CacheSettings{});
    const ComponentId store = system.add("db", RelationalDatabaseSettings{.connections = 1000, .cores = 64});
    system.wire(users, web);
    LinkSettings all = immediate();
    all.operations = Operations::all;
    system.wire(web, cache, all);
    system.wire(cache, store);
    RequestClassSettings read;
    read.keys = 20;
    read.popularity = Popularity::uniform;
    system.request_class("read", read);
    RequestClassSettings write = read;
    write.operation = Operation::write;
    write.weight = writes;
    system.request_class("write", write);
    Simulation run(system.architecture);
    run.run_until(100_s);
    const ComponentStatistics statistics = of(run.statistics(), cache);
    return static_cast<double>(statistics.hits) / static_cast<double>(statistics.hits + statistics.misses);
  };
  // A key is asked for and changed at the same rate: what is read next is what was written with a chance of a half.
  EXPECT_NEAR(hits(1), 0.5, 0.03);
  EXPECT_GT(hits(0), 0.99);
}

}  // namespace
}  // namespace loadframe
