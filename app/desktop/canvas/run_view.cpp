#include "canvas/run_view.h"

#include "analysis/narration.h"

#include <QLocale>

namespace loadframe {

namespace {

/// How long a passing remark stays, in simulated time.
constexpr Duration remark_lasts = seconds(15);

QString clock(Duration at) { return QString::fromStdString(clock_text(at)); }

QString seconds_text(Duration span) {
  return QStringLiteral("%1 s").arg(QLocale().toString(span.seconds(), 'f', span < seconds(10) ? 1 : 0));
}

/// The components that an action's target means.
std::vector<ComponentId> targets_of(const Action& action, const Architecture& architecture) {
  if (const auto* const component = std::get_if<ComponentId>(&action.target)) return {*component};
  if (const auto* const area = std::get_if<AreaId>(&action.target)) return components_within(architecture, *area);
  return {};
}

}  // namespace

void RunView::clear() {
  known_.clear();
  cut_.clear();
}

void RunView::take(std::span<const Event> events, const Architecture& architecture) {
  for (const Event& event : events) {
    Known& known = known_[event.component];
    switch (event.kind) {
      case EventKind::action:
        act(event, architecture);
        break;
      case EventKind::up:
        known.state = ComponentState::up;
        known.since = event.at;
        break;
      case EventKind::target_down:
      case EventKind::target_up:
        known.target = event.target;
        known.target_at = event.at;
        known.target_elapsed = event.elapsed;
        known.target_is_down = event.kind == EventKind::target_down;
        if (event.kind == EventKind::target_up) known.no_target = false;
        break;
      case EventKind::no_healthy_target:
        known.no_target = true;
        break;
      case EventKind::out_of_memory:
        known.state = ComponentState::dead;
        known.since = event.at;
        known.out_of_memory = true;
        break;
      case EventKind::primary_lost:
        remark(known, tr("primary lost"), event.at, true);
        break;
      case EventKind::promoted:
        remark(known, tr("promoted"), event.at, false);
        break;
      case EventKind::took_over:
        remark(known, tr("standby took over"), event.at, false);
        break;
      case EventKind::scaled:
        remark(known, tr("scaled to ×%1").arg(event.count), event.at, false);
        break;
      case EventKind::dead_letters:
        remark(known, tr("gives up messages"), event.at, true);
        break;
      case EventKind::limited:
        remark(known, tr("over its rate limit"), event.at, true);
        break;
      case EventKind::breaker_opened:
        remark(known, tr("circuit to %1 open").arg(QString::fromStdString(name_of(architecture, event.target))),
               event.at, true);
        break;
      case EventKind::breaker_closed:
        remark(known, tr("circuit to %1 closed").arg(QString::fromStdString(name_of(architecture, event.target))),
               event.at, false);
        break;
      case EventKind::unlimited:
      case EventKind::node_down:
      case EventKind::node_up:
      case EventKind::hints_delivered:
      case EventKind::check_failed:
      case EventKind::backlog_full:
      case EventKind::backlog_ok:
      case EventKind::saturated:
      case EventKind::relieved:
      case EventKind::edited:
        break;
    }
  }
}

void RunView::remark(Known& known, const QString& text, Duration at, bool is_bad) {
  known.remark = text;
  known.remark_at = at;
  known.remark_is_bad = is_bad;
}

void RunView::act(const Event& event, const Architecture& architecture) {
  if (!event.action) return;
  const Action& action = *event.action;
  if (const auto* const link = std::get_if<LinkId>(&action.target)) {
    if (action.kind == ActionKind::cut) cut_[*link] = true;
    if (action.kind == ActionKind::mend) cut_[*link] = false;
    return;
  }
  for (const ComponentId id : targets_of(action, architecture)) {
    Known& known = known_[id];
    if (action.kind == ActionKind::isolate || action.kind == ActionKind::rejoin)
      known.isolated = action.kind == ActionKind::isolate;
    if (action.kind == ActionKind::drain) known.drained = action.amount > 0;
    if (action.kind == ActionKind::leak) known.leaks = action.amount > 0;
    if (action.kind == ActionKind::restart) known.leaks = false;
    if (action.kind == ActionKind::kill) known.state = ComponentState::dead;
    else if (action.kind == ActionKind::hang) known.state = ComponentState::hung;
    else if (action.kind == ActionKind::restart) known.state = ComponentState::booting;
    else continue;
    known.since = event.at;
    known.out_of_memory = false;
  }
}

void RunView::take(const Sample& sample) {
  for (const ComponentSample& component : sample.components) known_[component.id].speed = component.speed;
  for (const LinkSample& link : sample.links) cut_[link.id] = link.cut;
}

void RunView::take(std::span<const std::pair<ComponentId, ComponentState>> states) {
  for (const auto& [component, state] : states) known_[component].state = state;
}

ComponentState RunView::state_of(ComponentId component) const {
  const auto found = known_.find(component);
  return found == known_.end() ? ComponentState::up : found->second.state;
}

bool RunView::is_cut(LinkId link) const {
  const auto found = cut_.find(link);
  return found != cut_.end() && found->second;
}

std::vector<ComponentState> RunView::states(const Architecture& architecture) const {
  std::vector<ComponentState> states;
  states.reserve(architecture.components.size());
  for (const Component& component : architecture.components) states.push_back(state_of(component.id));
  return states;
}

std::vector<ComponentNews> RunView::news(const Architecture& architecture, Duration now) const {
  std::vector<ComponentNews> news;
  for (const Component& component : architecture.components) {
    const auto known = known_.find(component.id);
    if (known == known_.end()) continue;
    ComponentNews line = news_of(component, known->second, architecture, now);
    if (!line.text.isEmpty()) news.push_back(std::move(line));
  }
  return news;
}

ComponentNews RunView::news_of(const Component& component, const Known& known, const Architecture& architecture,
                               Duration now) const {
  const auto say = [&](const QString& text, bool is_bad) { return ComponentNews{component.id, text, is_bad}; };
  switch (known.state) {
    case ComponentState::dead:
      if (known.out_of_memory) return say(tr("out of memory %1").arg(clock(known.since)), true);
      return say(tr("killed %1").arg(clock(known.since)), true);
    case ComponentState::hung:
      return say(tr("hangs since %1").arg(clock(known.since)), true);
    case ComponentState::booting:
      return say(tr("starting"), false);
    case ComponentState::up:
      break;
  }
  if (known.no_target) return say(tr("no target left"), true);
  if (known.target != ElementId{} && now < known.target_at + remark_lasts) {
    const QString target = QString::fromStdString(name_of(architecture, known.target));
    if (!known.target_is_down) return say(tr("%1 is back").arg(target), false);
    if (!known.target_elapsed) return say(tr("%1 is down").arg(target), false);
    return say(tr("%1 down after %2").arg(target, seconds_text(*known.target_elapsed)), false);
  }
  if (!known.remark.isEmpty() && now < known.remark_at + remark_lasts) return say(known.remark, known.remark_is_bad);
  if (known.isolated) return say(tr("cut off"), true);
  if (known.drained) return say(tr("drained"), false);
  if (known.leaks) return say(tr("leaks memory"), true);
  if (known.speed < 1) {
    return say(tr("slowed to %1 %").arg(QLocale().toString(100.0 * static_cast<double>(known.speed), 'g', 3)), true);
  }
  return {};
}

}  // namespace loadframe
