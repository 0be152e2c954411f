#pragma once

#include "document.h"
#include "live/live_run.h"

#include <QWidget>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace loadframe {

/// Everything that can be done to the selected elements of a running system, with its amount.
class FaultsTab : public QWidget {
  Q_OBJECT

public:
  FaultsTab(Document& document, LiveRun& run, QWidget* parent = nullptr);

  /// None: the whole system.
  void set_targets(const std::vector<ElementId>& targets);
  /// As LiveTab::fill().
  void fill();

private:
  void add_row(ActionKind kind);
  void act(ActionKind kind, double amount);
  void update_enabled();

  Document& document_;
  LiveRun& run_;
  std::vector<ElementId> targets_;
  QLabel* hint_ = nullptr;
  QWidget* rows_ = nullptr;
  bool is_filled_ = false;
  QVBoxLayout* column_ = nullptr;
};

}  // namespace loadframe
