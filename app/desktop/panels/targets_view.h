#pragma once

#include "architecture/architecture.h"
#include "live/live_run.h"

#include <QWidget>
#include <vector>

class QLabel;

namespace loadframe {

class Appearance;

/// A balancer's targets: which are up, since when not, and what share of the calls each gets.
class TargetsView : public QWidget {
  Q_OBJECT

public:
  TargetsView(const Appearance& appearance, QWidget* parent = nullptr);

  /// Hidden when the component has no targets.
  void show_targets(const Architecture& architecture, ComponentId balancer, const LiveRun& run);

private:
  struct Row {
    QWidget* box = nullptr;
    QLabel* sign = nullptr;
    QLabel* name = nullptr;
    QLabel* state = nullptr;
    QLabel* share = nullptr;
  };
  void set_rows(std::size_t count);

  const Appearance& appearance_;
  std::vector<Row> rows_;
};

}  // namespace loadframe
