#include "canvas/follow_view.h"

#include <QEasingCurve>

#include <algorithm>

namespace loadframe {

namespace {

/// Older requests have ended.
constexpr std::size_t most_requests = 200;

Token::Look look_of(CallStage stage) {
  switch (stage) {
    case CallStage::queued:
      return Token::Look::queued;
    case CallStage::pausing:
    case CallStage::frozen:
      return Token::Look::stuck;
    case CallStage::downstream:
      return Token::Look::downstream;
    case CallStage::resolving:
    case CallStage::travelling:
    case CallStage::working:
    case CallStage::waiting:
    case CallStage::returning:
      break;
  }
  return Token::Look::working;
}

double part(Duration from, Duration to, Duration at) {
  return to > from ? std::clamp((at - from).seconds() / (to - from).seconds(), 0.0, 1.0) : 1.0;
}

}  // namespace

void FollowView::go_to(Duration now, bool at_once) {
  if (now == to_ && !at_once) return;
  from_ = at_once ? now : shown();
  to_ = now;
  passed_ms_ = at_once ? lasts_ms : 0;
}

void FollowView::advance(double milliseconds) { passed_ms_ = std::min(lasts_ms, passed_ms_ + milliseconds); }

Duration FollowView::shown() const {
  static const QEasingCurve ease(QEasingCurve::InOutCubic);
  if (!is_on_the_way()) return to_;
  return from_ + duration_from_seconds((to_ - from_).seconds() * ease.valueForProgress(passed_ms_ / lasts_ms));
}

std::vector<Token> FollowView::tokens(const RequestTraces& traces, const Architecture& architecture,
                                      std::uint32_t chosen) const {
  const Duration now = shown();
  std::vector<Token> tokens;
  const auto& all = traces.all();
  const std::size_t first = all.size() - std::min(all.size(), most_requests);
  for (std::size_t i = first; i < all.size(); ++i) {
    const RequestTrace& trace = all[i];
    std::vector<ComponentId> at;  // one token for a request at each component, however many of its calls are there
    for (const TracedCall& call : trace.calls) {
      if (now < call.sent) continue;
      Token token{.request = trace.request, .label = QString::number(trace.number), .link = {}, .component = {}};
      token.abandoned = call.abandoned;
      token.chosen = trace.request == chosen;
      const bool answers = call.answered && now >= *call.answered;
      if (now < call.arrived) {
        token.link = call.link;
        token.progress = part(call.sent, call.arrived, now);
      } else if (answers) {
        if (now >= *call.returned) continue;
        token.link = call.link;
        token.progress = 1 - part(*call.answered, *call.returned, now);
        token.look = call.outcome == Outcome::ok ? Token::Look::answer : Token::Look::failed;
      } else {
        const Link* const link = find(architecture, call.link);
        if (!link || (!call.stage && !call.answered)) continue;
        if (std::find(at.begin(), at.end(), link->callee) != at.end()) continue;
        at.push_back(link->callee);
        token.component = link->callee;
        token.look = look_of(call.stage.value_or(CallStage::working));
      }
      tokens.push_back(std::move(token));
    }
  }
  return tokens;
}

}  // namespace loadframe
