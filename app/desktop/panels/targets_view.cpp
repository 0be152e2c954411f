#include "panels/targets_view.h"

#include "appearance.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

namespace {

/// Samples over which shares are taken: about two seconds.
constexpr std::size_t share_samples = 8;
constexpr int sign_size = 12;

struct TargetFigures {
  const Component* component = nullptr;
  std::uint64_t calls = 0;
  bool is_down = false;
  bool is_cut = false;
  std::optional<Duration> since;
};

std::vector<TargetFigures> figures_of(const Architecture& architecture, ComponentId balancer, const LiveRun& run) {
  std::vector<TargetFigures> all;
  for (const Link& link : architecture.links) {
    if (link.caller != balancer) continue;
    TargetFigures figures;
    figures.component = find(architecture, link.callee);
    const auto& samples = run.samples();
    for (std::size_t i = samples.size() - std::min(samples.size(), share_samples); i < samples.size(); ++i)
      for (const LinkSample& one : samples[i]->links)
        if (one.id == link.id) {
          figures.calls += one.ok + one.failed;
          figures.is_down = one.target_down;
          figures.is_cut = one.cut;
        }
    for (const Event& event : run.happened())
      if (event.component == balancer && event.target == ElementId(link.callee)) {
        if (event.kind == EventKind::target_down) {
          figures.since = event.at;
          figures.is_down = true;
        }
        if (event.kind == EventKind::target_up) {
          figures.since.reset();
          figures.is_down = false;
        }
      }
    all.push_back(figures);
  }
  return all;
}

QString state_text(const TargetFigures& figures, ComponentState state) {
  if (figures.is_down && figures.since)
    return TargetsView::tr("down since %1").arg(to_qstring(clock_text(*figures.since)));
  if (figures.is_down) return TargetsView::tr("down");
  if (figures.is_cut) return TargetsView::tr("link cut, not noticed yet");
  switch (state) {
    case ComponentState::dead:
      return TargetsView::tr("dead, not noticed yet");
    case ComponentState::hung:
      return TargetsView::tr("hung, not noticed yet");
    case ComponentState::booting:
      return TargetsView::tr("booting");
    case ComponentState::up:
      break;
  }
  return TargetsView::tr("up");
}

}  // namespace

TargetsView::TargetsView(const Appearance& appearance, QWidget* parent) : QWidget(parent), appearance_(appearance) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(5);
  auto* heading = new QLabel(tr("Targets"), this);
  heading->setProperty("role", "heading");
  column->addWidget(heading);
}

void TargetsView::set_rows(std::size_t count) {
  while (rows_.size() > count) {
    delete rows_.back().box;
    rows_.pop_back();
  }
  while (rows_.size() < count) {
    Row row;
    auto* box = new QFrame(this);
    box->setProperty("role", "card");
    row.box = box;
    row.sign = new QLabel(box);
    row.name = new QLabel(box);
    QFont bold = row.name->font();
    bold.setBold(true);
    row.name->setFont(bold);
    row.state = new QLabel(box);
    row.state->setProperty("role", "muted");
    row.share = new QLabel(box);
    row.share->setFont(bold);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(10, 5, 10, 5);
    line->addWidget(row.sign);
    line->addWidget(row.name);
    line->addWidget(row.state, 1);
    line->addWidget(row.share);
    layout()->addWidget(box);
    rows_.push_back(row);
  }
}

void TargetsView::show_targets(const Architecture& architecture, ComponentId balancer, const LiveRun& run) {
  const std::vector<TargetFigures> all = figures_of(architecture, balancer, run);
  setVisible(!all.empty());
  set_rows(all.size());
  std::uint64_t calls = 0;
  for (const TargetFigures& figures : all) calls += figures.calls;
  const Theme& theme = appearance_.theme();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const TargetFigures& figures = all[i];
    if (!figures.component) continue;
    const ComponentState state = run.state_of(figures.component->id);
    Tone tone = Tone::good;
    if (figures.is_down) tone = Tone::bad;
    else if (state != ComponentState::up || figures.is_cut) tone = Tone::warning;
    rows_[i].sign->setPixmap(
        sign_icon(sign_of(tone), color_of(theme, tone)).pixmap(QSize(sign_size, sign_size), devicePixelRatioF()));
    rows_[i].name->setText(to_qstring(figures.component->name));
    rows_[i].state->setText(state_text(figures, state));
    rows_[i].share->setText(calls ? percent_text(static_cast<double>(figures.calls) / static_cast<double>(calls))
                                  : QStringLiteral("–"));
  }
}

}  // namespace loadframe
