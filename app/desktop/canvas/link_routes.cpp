#include "canvas/link_routes.h"

#include <QtConcurrent/QtConcurrentRun>

#include <utility>

namespace loadframe {

namespace {

/// Leading so many links anew takes a few milliseconds.
constexpr std::size_t few_links = 900;
/// Of more, up to so many, when only so many components are elsewhere than before.
constexpr std::size_t many_links = 6'000;
constexpr std::size_t few_components = 12;

}  // namespace

LinkRoutes::LinkRoutes(QObject* parent) : QObject(parent) {
  connect(&work_, &QFutureWatcherBase::finished, this, &LinkRoutes::take);
}

LinkRoutes::~LinkRoutes() { work_.waitForFinished(); }

bool LinkRoutes::takes_long(const Architecture& architecture) const {
  if (architecture.links.size() <= few_links) return false;
  if (!led_ || architecture.links.size() > many_links || led_->areas.size() != architecture.areas.size()) return true;
  const auto& before = led_->components;
  const auto& after = architecture.components;
  std::size_t moved = before.size() > after.size() ? before.size() - after.size() : after.size() - before.size();
  for (std::size_t i = 0; i < std::min(before.size(), after.size()) && moved <= few_components; ++i)
    if (before[i].at != after[i].at) ++moved;
  return moved > few_components || led_style_ != style_;
}

void LinkRoutes::follow(std::shared_ptr<const Architecture> architecture) {
  if (wanted_ || work_.isRunning() || takes_long(*architecture)) {
    routes_ = hasty_routes(*architecture, *routes_);
    wanted_ = std::move(architecture);
    if (!work_.isRunning()) begin();
    return;
  }
  led_ = std::move(architecture);
  led_style_ = style_;
  routes_ = router_->follow(*led_, style_);
}

void LinkRoutes::begin() {
  led_ = wanted_;
  led_style_ = style_;
  work_.setFuture(QtConcurrent::run(
      [router = router_, architecture = led_, style = style_] { return router->follow(*architecture, style); }));
}

void LinkRoutes::take() {
  if (led_ != wanted_) {  // edited meanwhile
    begin();
    return;
  }
  wanted_.reset();
  const auto before = std::exchange(routes_, work_.result());
  emit found(before);
}

}  // namespace loadframe
