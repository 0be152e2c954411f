#include "architecture/laws.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace loadframe {
namespace {

using namespace literals;

constexpr int many = 20'000;

/// Random values of every magnitude.
class Values {
public:
  double number() {
    const double magnitude = std::pow(10.0, std::uniform_real_distribution<>(-12, 15)(random_));
    return std::uniform_real_distribution<>(0, 1)(random_) * magnitude;
  }
  std::int64_t count() {
    const int bits = std::uniform_int_distribution<>(0, 63)(random_);
    return static_cast<std::int64_t>(random_() >> 1) >> bits;
  }
  double ratio() { return std::uniform_real_distribution<>(0, 1)(random_); }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

private:
  std::mt19937_64 random_{7};
};

TEST(Quantities, DurationsReadBackAsTheyWereWritten) {
  Values values;
  for (int i = 0; i < many; ++i) {
    const Duration value{values.count()};
    const auto read = duration_from_text(to_text(value));
    ASSERT_TRUE(read) << to_text(value);
    ASSERT_EQ(*read, value) << to_text(value);
    ASSERT_EQ(*duration_from_text(to_text(Duration{-value.nanoseconds})), Duration{-value.nanoseconds});
  }
  EXPECT_EQ(*duration_from_text(to_text(Duration::longest())), Duration::longest());
}

TEST(Quantities, BytesReadBackAsTheyWereWritten) {
  Values values;
  for (int i = 0; i < many; ++i) {
    const Bytes value{values.count()};
    const auto read = bytes_from_text(to_text(value));
    ASSERT_TRUE(read) << to_text(value);
    ASSERT_EQ(*read, value) << to_text(value);
  }
}

TEST(Quantities, RatesReadBackAsTheyWereWritten) {
  Values values;
  for (int i = 0; i < many; ++i) {
    const Rate value{values.number()};
    const auto read = rate_from_text(to_text(value));
    ASSERT_TRUE(read) << to_text(value);
    ASSERT_EQ(*read, value) << to_text(value);
  }
}

TEST(Quantities, SharesReadBackAsTheyWereWritten) {
  Values values;
  for (int i = 0; i < many; ++i) {
    const Share value{values.ratio()};
    const auto read = share_from_text(to_text(value));
    ASSERT_TRUE(read) << to_text(value);
    ASSERT_EQ(*read, value) << to_text(value);
  }
}

TEST(Quantities, NumbersReadBackAsTheyWereWritten) {
  Values values;
  for (int i = 0; i < many; ++i) {
    const double value = values.number();
    const auto read = number_from_text(number_to_text(value));
    ASSERT_TRUE(read) << number_to_text(value);
    ASSERT_EQ(*read, value) << number_to_text(value);
  }
  for (const double value : {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), 1e17, 0.0})
    EXPECT_EQ(*number_from_text(number_to_text(value)), value);
}

TEST(Quantities, LawsReadBackAsTheyWereWritten) {
  Values values;
  for (int i = 0; i < many; ++i) {
    Law law{static_cast<LawShape>(values.below(9)), {values.count()}, 0};
    if (law.shape == LawShape::uniform) law.parameter = values.ratio();
    if (law.shape == LawShape::erlang) law.parameter = static_cast<double>(1 + values.below(1000));
    if (law.shape == LawShape::hyperexponential) law.parameter = 1 + 99 * values.ratio();
    for (const LawShape shape : {LawShape::lognormal, LawShape::gamma, LawShape::weibull})
      if (law.shape == shape) law.parameter = 100 * values.ratio();
    if (law.shape == LawShape::pareto) law.parameter = 1.01 + 900 * values.ratio();
    const auto read = law_from_text(to_text(law));
    ASSERT_TRUE(read) << to_text(law);
    ASSERT_EQ(*read, law) << to_text(law);
  }
}

TEST(Quantities, BimodalLawsReadBackAsTheyWereWritten) {
  Values values;
  for (int i = 0; i < many; ++i) {
    const Law law = bimodal({values.count()}, {values.count()}, {values.ratio()});
    const auto read = law_from_text(to_text(law));
    ASSERT_TRUE(read) << to_text(law);
    ASSERT_EQ(*read, law) << to_text(law);
  }
}

TEST(Quantities, EmpiricalLawsReadBackAsTheyWereWritten) {
  Values values;
  for (int i = 0; i < 200; ++i) {
    std::vector<Duration> times;
    const std::int64_t unit = std::array<std::int64_t, 4>{1, 1000, 1'000'000, 60'000'000'000}[values.below(4)];
    for (std::size_t count = 1 + values.below(50); count > 0; --count)
      times.push_back({unit * static_cast<std::int64_t>(values.below(100'000))});
    const Law law = empirical(times);
    const auto read = law_from_text(to_text(law));
    ASSERT_TRUE(read) << to_text(law);
    ASSERT_EQ(*read, law) << to_text(law);
  }
}

TEST(Quantities, EmpiricalLawsAreEqualWhenTheyHoldTheSameTimesInAnyOrder) {
  EXPECT_EQ(empirical({3_ms, 1_ms, 2_ms}), empirical({1_ms, 2_ms, 3_ms}));
  EXPECT_NE(empirical({1_ms, 3_ms}), empirical({2_ms, 2_ms}));
  EXPECT_EQ(empirical({1_ms, 2_ms, 6_ms}).mean, 3_ms);
  const Law law = empirical({1_ms, 2_ms});
  const Law copy = law;
  EXPECT_EQ(copy, law);
}

TEST(Quantities, LongListsOfTimesAreReducedAndKeepTheirMeanAndQuantiles) {
  std::vector<Duration> times;
  for (std::int64_t i = 1; i <= 123'457; ++i) times.push_back(microseconds(i));
  const Law law = empirical(times);
  ASSERT_EQ(law.times.size(), reduced_times);
  EXPECT_NEAR(law.mean.seconds(), 61.729e-3, 1e-6);
  EXPECT_NEAR(law.times[989].milliseconds(), 0.9895 * 123.457, 0.07);
  EXPECT_NEAR(squared_variation(law), 1.0 / 3, 1e-3);
}

TEST(Quantities, AreWrittenAsPeopleWriteThem) {
  EXPECT_EQ(to_text(20_ms), "20 ms");
  EXPECT_EQ(to_text(milliseconds(1500)), "1.5 s");
  EXPECT_EQ(to_text(minutes(2)), "2 min");
  EXPECT_EQ(to_text(Duration{}), "0 s");
  EXPECT_EQ(to_text(nanoseconds(1)), "1 ns");
  EXPECT_EQ(to_text(gibibytes(2)), "2 GiB");
  EXPECT_EQ(to_text(bytes(1)), "1 B");
  EXPECT_EQ(to_text(Bytes{}), "0 B");
  EXPECT_EQ(to_text(Rate{500}), "500/s");
  EXPECT_EQ(to_text(Share{0.07}), "7 %");
  EXPECT_EQ(to_text(Share{0.125}), "12.5 %");
  EXPECT_EQ(to_text(exponential(50_ms)), "exponential 50 ms");
  EXPECT_EQ(to_text(Law{LawShape::lognormal, 50_ms, 0.8}), "lognormal 50 ms cv 0.8");
  EXPECT_EQ(to_text(Law{LawShape::pareto, 50_ms, 2.2}), "pareto 50 ms alpha 2.2");
  EXPECT_EQ(to_text(bimodal(10_ms, 1_s, {0.01})), "bimodal 10 ms slow 1 s share 1 %");
  EXPECT_EQ(to_text(empirical({1_ms, 2_ms, 2_ms, microseconds(12'500)})), "empirical 1, 2, 2, 12.5 ms");
  EXPECT_EQ(number_to_text(100'000), "100000");
}

TEST(Quantities, AreReadAsPeopleWriteThem) {
  EXPECT_EQ(*duration_from_text("20ms"), 20_ms);
  EXPECT_EQ(*duration_from_text("  20  ms "), 20_ms);
  EXPECT_EQ(*duration_from_text("1.5 seconds"), milliseconds(1500));
  EXPECT_EQ(*duration_from_text("2m"), minutes(2));
  EXPECT_EQ(*duration_from_text("7 \u00B5s"), microseconds(7));  // micro sign
  EXPECT_EQ(*duration_from_text("7 \u03BCs"), microseconds(7));  // Greek mu
  EXPECT_EQ(*duration_from_text("0"), Duration{});
  EXPECT_EQ(*duration_from_text("+3 s"), 3_s);
  EXPECT_EQ(*bytes_from_text("1.5 GiB"), mebibytes(1536));
  EXPECT_EQ(*bytes_from_text("2 GB"), bytes(2'000'000'000));
  EXPECT_EQ(*bytes_from_text("4096"), bytes(4096));
  EXPECT_EQ(*rate_from_text("3k/s"), Rate{3000});
  EXPECT_EQ(*rate_from_text("90/min"), Rate{1.5});
  EXPECT_EQ(*rate_from_text("250 rps"), Rate{250});
  EXPECT_EQ(*share_from_text("90%"), Share{0.9});
  EXPECT_EQ(*share_from_text("0.25"), Share{0.25});
  EXPECT_EQ(*law_from_text("20 ms"), constant(20_ms));
  EXPECT_EQ(*law_from_text(" exponential\t50ms"), exponential(50_ms));
  EXPECT_EQ(*law_from_text("erlang 10 ms stages 4"), (Law{LawShape::erlang, 10_ms, 4}));
  EXPECT_EQ(*law_from_text("gamma 10 ms cv 0.5"), (Law{LawShape::gamma, 10_ms, 0.5}));
  EXPECT_EQ(*law_from_text("weibull 10ms cv 2"), (Law{LawShape::weibull, 10_ms, 2}));
  EXPECT_EQ(*law_from_text("bimodal 10ms slow 1s share 0.01"), bimodal(10_ms, 1_s, {0.01}));
  EXPECT_EQ(law_from_text("bimodal 10 ms slow 1 s share 10 %")->mean, 109_ms);
  EXPECT_EQ(*law_from_text("empirical 1,2 , 2, 1 s"), empirical({1_s, 2_s, 2_s, 1_s}));
  EXPECT_EQ(*law_from_text("empirical 5 us, 2, 1e1 ms"), empirical({microseconds(5), 2_ms, 10_ms}));
  EXPECT_EQ(*number_from_text("2k"), 2000);
}

TEST(Quantities, RefuseWhatTheyAreNot) {
  for (const char* text :
       {"", " ", "ms", "20", "20 parsecs", "1,5 s", "nan s", "inf s", "--1 s", "+-1 s", "1 s 2", "1e999 s"})
    EXPECT_FALSE(duration_from_text(text)) << text;
  for (const char* text : {"", "x", "1 GIB", "1e30 TiB", "nan", "9223372036854775808 B"})
    EXPECT_FALSE(bytes_from_text(text)) << text;
  for (const char* text : {"", "500", "/s", "5/parsec", "1e308 G/s", "nan/s"})
    EXPECT_FALSE(rate_from_text(text)) << text;
  for (const char* text : {"", "%", "5 %%", "half", "inf %"}) EXPECT_FALSE(share_from_text(text)) << text;
  for (const char* text : {"", "4 apples", "nan", "inf", "1e308G", "0x10"})
    EXPECT_FALSE(number_from_text(text)) << text;
  for (const char* text : {"",
                           "exponential",
                           "lognormal 50 ms",
                           "lognormal 50 ms cv",
                           "lognormal 50 ms cv -1",
                           "lognormal cv 2",
                           "erlang 10 ms stages 0",
                           "erlang 10 ms stages 1001",
                           "uniform 10 ms spread 2",
                           "hyperexponential 10 ms cv 0.5",
                           "normal 5 ms",
                           "exponential 50 ms cv 2",
                           "gamma 5 ms",
                           "gamma 5 ms cv 101",
                           "weibull 5 ms cv -1",
                           "pareto 5 ms alpha 1",
                           "pareto 5 ms",
                           "bimodal 5 ms share 1 %",
                           "bimodal 5 ms slow 1 s",
                           "bimodal 5 ms slow 1 s share 101 %",
                           "bimodal 5 ms slow share 1 %",
                           "empirical",
                           "empirical 1, 2",
                           "empirical 1,, 2 ms",
                           "empirical -1 ms",
                           "empirical 1, 2 h, 9000 h",
                           "empirical 1 ms,",
                           "@times.csv",
                           "empirical @times.csv"})
    EXPECT_FALSE(law_from_text(text)) << text;
}

TEST(Quantities, SayWhatToWriteInstead) {
  EXPECT_NE(duration_from_text("20").diagnostic().remedy.find("20 ms"), std::string::npos);
  EXPECT_NE(rate_from_text("20").diagnostic().remedy.find("/s"), std::string::npos);
  EXPECT_NE(law_from_text("@times.csv").diagnostic().remedy.find("layout file"), std::string::npos);
  std::string many_times = "empirical 1";
  for (std::size_t i = 0; i < most_times; ++i) many_times += ", 1";
  EXPECT_NE(law_from_text(many_times + " ms").diagnostic().remedy.find("file"), std::string::npos);
  EXPECT_NE(law_from_text("lognormal 5 ms").diagnostic().remedy.find("cv"), std::string::npos);
}

TEST(Quantities, DurationsSaturateInsteadOfOverflowing) {
  EXPECT_EQ(duration_from_seconds(1e300), Duration::longest());
  EXPECT_EQ(*duration_from_text("1e12 h"), Duration::longest());
  EXPECT_LT(duration_from_seconds(-1e300), Duration{});
  EXPECT_EQ(*duration_from_text("9223372036854775807 s"), Duration::longest());
}

TEST(Quantities, VariationOfLawsIsThatOfTheirShapes) {
  EXPECT_EQ(squared_variation(constant(5_ms)), 0);
  EXPECT_EQ(squared_variation(exponential(5_ms)), 1);
  EXPECT_DOUBLE_EQ(squared_variation({LawShape::uniform, 5_ms, 1}), 1.0 / 3);
  EXPECT_DOUBLE_EQ(squared_variation({LawShape::erlang, 5_ms, 4}), 0.25);
  EXPECT_DOUBLE_EQ(squared_variation({LawShape::lognormal, 5_ms, 0.5}), 0.25);
  EXPECT_DOUBLE_EQ(squared_variation({LawShape::hyperexponential, 5_ms, 2}), 4);
  EXPECT_DOUBLE_EQ(squared_variation({LawShape::weibull, 5_ms, 2}), 4);
  EXPECT_DOUBLE_EQ(squared_variation({LawShape::pareto, 5_ms, 4}), 1.0 / 8);
  EXPECT_TRUE(std::isinf(squared_variation({LawShape::pareto, 5_ms, 1.5})));
  EXPECT_NEAR(squared_variation(bimodal(10_ms, 1_s, {0.01})), 0.01 * 0.99 * 0.99 * 0.99 / (0.0199 * 0.0199), 1e-9);
  EXPECT_DOUBLE_EQ(squared_variation(empirical({1_ms, 3_ms})), 0.25);
}

}  // namespace
}  // namespace loadframe
