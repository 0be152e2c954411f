#pragma once

#include "diagram/painter.h"

#include <QObject>

#include <map>
#include <span>
#include <vector>

namespace loadframe {

/// What the canvas says about each component beyond the figures of its sample: its state as of now, and the news
/// under it ("killed 0:41.0", "web-2 down after 6.0 s").
class RunView : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  void clear();
  void take(std::span<const Event> events, const Architecture& architecture);
  void take(const Sample& sample);
  /// The states as of now, as the run reports them.
  void take(std::span<const std::pair<ComponentId, ComponentState>> states);

  ComponentState state_of(ComponentId component) const;
  bool is_cut(LinkId link) const;

  /// By place in the architecture's components.
  std::vector<ComponentState> states(const Architecture& architecture) const;
  std::vector<ComponentNews> news(const Architecture& architecture, Duration now) const;

private:
  struct Known {
    ComponentState state = ComponentState::up;
    Duration since;  ///< of the state
    float speed = 1;
    ElementId target;  ///< balancers: the last target that went down or came back
    Duration target_at;
    std::optional<Duration> target_elapsed;
    bool target_is_down = false;
    bool no_target = false;
    bool out_of_memory = false;  ///< is what killed it
    bool isolated = false;
    bool drained = false;
    bool leaks = false;
    QString remark;  ///< the last passing one
    Duration remark_at;
    bool remark_is_bad = false;
  };

  static void remark(Known& known, const QString& text, Duration at, bool is_bad);
  void act(const Event& event, const Architecture& architecture);
  ComponentNews news_of(const Component& component, const Known& known, const Architecture& architecture,
                        Duration now) const;

  std::map<ComponentId, Known> known_;
  std::map<LinkId, bool> cut_;
};

}  // namespace loadframe
