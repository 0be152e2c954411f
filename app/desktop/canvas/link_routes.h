#pragma once

#include "diagram/routing.h"

#include <QFutureWatcher>
#include <QObject>

namespace loadframe {

/// The routes of the links on the canvas. What takes long is found in the background; until then, links that have no
/// route yet, or whose ends have moved, are plain curves.
class LinkRoutes : public QObject {
  Q_OBJECT

public:
  explicit LinkRoutes(QObject* parent = nullptr);
  ~LinkRoutes() override;

  /// By place in the links of the architecture that was followed last.
  const std::shared_ptr<const Routes>& now() const { return routes_; }

  void follow(std::shared_ptr<const Architecture> architecture);
  LinkStyle style() const { return style_; }
  /// Holds from the next follow() on.
  void set_style(LinkStyle style) { style_ = style; }

signals:
  /// The background has found better ones.
  void found(const std::shared_ptr<const loadframe::Routes>& before);

private:
  bool takes_long(const Architecture& architecture) const;
  void begin();
  void take();

  LinkStyle style_ = LinkStyle::curved;
  LinkStyle led_style_ = LinkStyle::curved;
  std::shared_ptr<Router> router_ = std::make_shared<Router>();  ///< the background's alone while it works
  std::shared_ptr<const Routes> routes_ = std::make_shared<const Routes>();
  std::shared_ptr<const Architecture> led_;     ///< what the router followed last
  std::shared_ptr<const Architecture> wanted_;  ///< to be followed in the background
  QFutureWatcher<std::shared_ptr<const Routes>> work_;
};

}  // namespace loadframe
