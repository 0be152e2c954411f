#include "diagram/figures.h"

#include "architecture/editing.h"
#include "diagram/cards.h"
#include "diagram/geometry.h"
#include "diagram/text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace loadframe {
namespace {

/// One component of every kind.
Architecture one_of_each() {
  Architecture architecture;
  for (std::size_t i = 0; i < kinds().size(); ++i)
    apply(add_component(architecture, static_cast<Kind>(i), {0, static_cast<double>(i) * 100}), architecture);
  return architecture;
}

double room_for_a_line(const Component& component) {
  return CardLayout(rectangle_of(component), Detail::full).subtitle.width();
}

ComponentSample busy_sample(const Component& component) {
  ComponentSample sample;
  sample.id = component.id;
  sample.ok = 1234;
  sample.failed = 56;
  sample.concurrency = 321;
  sample.queue = 99;
  sample.hit_ratio = 0.364F;
  sample.instances = 12;
  return sample;
}

TEST(CardLines, SayInAStillDiagramWhatEachKindIsSetTo) {
  const Architecture architecture = one_of_each();
  for (const Component& component : architecture.components) {
    const QStringList parts = settings_line(architecture, component);
    ASSERT_FALSE(parts.isEmpty()) << component.name;
    EXPECT_LE(width_of(parts.front(), subtitle_font()), room_for_a_line(component))
        << component.name << ": " << parts.front().toStdString();
  }
}

TEST(CardLines, FitTheCardsWhileTheyAreBusy) {
  const Architecture architecture = one_of_each();
  for (const Component& component : architecture.components) {
    const QStringList parts = activity_line(architecture, component, busy_sample(component), seconds(1));
    ASSERT_FALSE(parts.isEmpty()) << component.name;
    const QString line = fitting_parts(parts, subtitle_font(), room_for_a_line(component));
    EXPECT_LE(width_of(line, subtitle_font()), room_for_a_line(component))
        << component.name << ": " << line.toStdString();
  }
}

TEST(CardLines, FitForEveryPolicyOfABalancer) {
  Architecture architecture = one_of_each();
  Component& balancer = *std::find_if(architecture.components.begin(), architecture.components.end(),
                                      [](const Component& one) { return one.name == "lb-1"; });
  const Setting& policy = *find_setting(description(Kind::load_balancer).settings, "policy");
  for (std::size_t i = 0; i < policy.choices.size(); ++i) {
    std::get<LoadBalancerSettings>(balancer.settings).policy = static_cast<BalancingPolicy>(i);
    const QStringList parts = settings_line(architecture, balancer);
    EXPECT_LE(width_of(parts.front(), subtitle_font()), room_for_a_line(balancer)) << parts.front().toStdString();
  }
}

TEST(CardLines, LeaveOutTheLastPartsThatDoNotFit) {
  const QFont font = subtitle_font();
  const QStringList parts{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")};
  EXPECT_EQ(fitting_parts(parts, font, 1000), QStringLiteral("first · second · third"));
  EXPECT_EQ(fitting_parts(parts, font, width_of(QStringLiteral("first · second"), font) + 1),
            QStringLiteral("first · second"));
  EXPECT_EQ(fitting_parts(parts, font, 1), QStringLiteral("first"));
}

TEST(CardLines, TellHowManyNodesOfAClusterLive) {
  const Architecture architecture = one_of_each();
  const Component& cluster = *find_component(architecture, "nosql-1");
  ComponentSample sample = busy_sample(cluster);
  sample.instances = 2;
  EXPECT_EQ(activity_line(architecture, cluster, sample, seconds(1)).front(), QStringLiteral("2 of 3 nodes"));
  sample.instances = 3;
  EXPECT_EQ(activity_line(architecture, cluster, sample, seconds(1)).front(), QStringLiteral("3 nodes"));
}

TEST(CardLines, TellWhatAQueueKeepsAndWhenItGrows) {
  const Architecture architecture = one_of_each();
  const Component& queue = *find_component(architecture, "queue-1");
  const ComponentSample before = busy_sample(queue);
  ComponentSample now = before;
  now.failed = 0;
  now.queue = 150;
  EXPECT_EQ(activity_line(architecture, queue, now, seconds(1)).front(), QStringLiteral("150 kept"));
  EXPECT_EQ(caption_of(queue, now, &before).tone, CaptionTone::busy);
  EXPECT_TRUE(caption_of(queue, now, &now).text.isEmpty());
}

TEST(CardCaptions, WarnOfMemoryThatRunsOut) {
  const Architecture architecture = one_of_each();
  const Component& server = *find_component(architecture, "web-1");
  ComponentSample sample = busy_sample(server);
  sample.memory = 0.97F;
  EXPECT_EQ(caption_of(server, sample, nullptr).text, QStringLiteral("memory 97 %"));
}

}  // namespace
}  // namespace loadframe
