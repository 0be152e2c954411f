#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;

namespace loadframe {

/// What has been counted since the start of the run: dead letters, stale reads, cold starts, cost … Counts that are
/// zero are left out; without any, it hides itself.
class TallyView : public QWidget {
  Q_OBJECT

public:
  explicit TallyView(QWidget* parent = nullptr);

  /// Of a component, of a host (what it costs), or of all (no subject).
  void show_tally(const Statistics* statistics, const ElementId& subject);

private:
  struct Row {
    QLabel* name = nullptr;
    QLabel* figure = nullptr;
  };

  QGridLayout* grid_ = nullptr;
  std::vector<Row> rows_;
};

}  // namespace loadframe
