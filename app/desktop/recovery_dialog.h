#pragma once

#include "recovery.h"

#include <QDialog>

namespace loadframe {

/// Asks what is to become of work that a crash has left behind.
class RecoveryDialog : public QDialog {
  Q_OBJECT

public:
  RecoveryDialog(const std::vector<Recovery::Found>& found, QWidget* parent);

  enum class Answer { recover, discard, later };
  Answer ask();

private:
  Answer answer_ = Answer::later;
};

}  // namespace loadframe
