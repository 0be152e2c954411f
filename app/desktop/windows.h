#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace loadframe {

class Appearance;
class MainWindow;

/// The program's windows, each with a document and a run of its own. A run goes on while another window is in front:
/// two systems can be watched side by side. With the last window the program ends.
class Windows : public QObject {
  Q_OBJECT

public:
  explicit Windows(Appearance& appearance, QObject* parent = nullptr);
  ~Windows() override;

  const std::vector<MainWindow*>& all() const { return all_; }

  MainWindow& open_new();

  /// The window in front, or the one opened last; opens one if there is none.
  MainWindow& current();

  /// Where another document may be opened: that window if nothing in it would be lost, otherwise a new one.
  MainWindow& place_beside(MainWindow& asking);

  /// Brings the window to the front that shows this file; false if there is none.
  bool bring_up(const QString& path);

  /// Closes all windows, after asking for each that has unsaved changes; stops at a "Cancel".
  void quit();

  /// Offers what a crash has left behind, if anything.
  void offer_recovery();

signals:
  void changed();

private:
  Appearance& appearance_;
  std::vector<MainWindow*> all_;  ///< in the order in which they were opened
};

}  // namespace loadframe
