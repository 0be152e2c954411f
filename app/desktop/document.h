#pragma once

#include "architecture/change.h"
#include "architecture/validation.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace loadframe {

/// The open architecture with its undo history and its file. Every edit goes through apply() and is announced
/// once; views and the live run follow `changed`.
class Document : public QObject {
  Q_OBJECT

public:
  explicit Document(QObject* parent = nullptr);

  const Architecture& architecture() const { return architecture_; }
  QUndoStack& undo_stack() { return undo_stack_; }

  /// Does the change as one undoable step with that name in the undo menu. An empty change does nothing.
  void apply(const Change& change, const QString& name);

  /// The same for one report of a continuous gesture (a drag, a slider): reports of one gesture make one step.
  void apply(const Change& change, const QString& name, int gesture);

  /// A number for a new gesture.
  int begin_gesture() { return ++last_gesture_; }

  /// Puts another architecture in place: after New and Open. Clears the undo history.
  void reset(Architecture architecture, const QString& path);

  /// The same with work that is not in its file: it counts as modified.
  void restore(Architecture architecture, const QString& path);

  const QString& path() const { return path_; }
  bool is_modified() const { return !undo_stack_.isClean(); }
  void set_saved(const QString& path);
  /// Its file is gone or has become another one: what is here is not saved any more.
  void set_unsaved();

  /// Validation of the architecture as it is now.
  const std::vector<Finding>& findings() const { return findings_; }

signals:
  /// After every edit, undo and redo.
  void changed(const loadframe::Change& change);
  /// After reset: everything may be different.
  void replaced();
  /// The path or the modified mark changed.
  void title_changed();

private:
  friend class ChangeCommand;
  void perform(const Change& change);

  Architecture architecture_;
  QUndoStack undo_stack_;
  QString path_;
  std::vector<Finding> findings_;
  int last_gesture_ = 0;
};

}  // namespace loadframe
