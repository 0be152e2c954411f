#include "document.h"

#include <utility>

namespace loadframe {

namespace {

constexpr int not_a_gesture = 0;
constexpr int merges_within_a_gesture = 1;

}  // namespace

/// One step of the undo history.
class ChangeCommand : public QUndoCommand {
public:
  ChangeCommand(Document& document, Change change, const QString& name, int gesture)
      : QUndoCommand(name), document_(document), change_(std::move(change)), gesture_(gesture) {}

  void redo() override { document_.perform(change_); }
  void undo() override { document_.perform(reversed(change_)); }

  int id() const override { return gesture_ == not_a_gesture ? -1 : merges_within_a_gesture; }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* const next = static_cast<const ChangeCommand*>(other);
    if (next->gesture_ != gesture_) return false;
    if (auto both = merged(change_, next->change_)) {
      change_ = *std::move(both);
    } else {
      change_.steps.insert(change_.steps.end(), next->change_.steps.begin(), next->change_.steps.end());
    }
    return true;
  }

private:
  Document& document_;
  Change change_;
  int gesture_;
};

Document::Document(QObject* parent) : QObject(parent), findings_(validate(architecture_)) {
  connect(&undo_stack_, &QUndoStack::cleanChanged, this, &Document::title_changed);
}

void Document::apply(const Change& change, const QString& name) { apply(change, name, not_a_gesture); }

void Document::apply(const Change& change, const QString& name, int gesture) {
  if (change.empty()) return;
  undo_stack_.push(new ChangeCommand(*this, change, name, gesture));  // the stack owns it
}

void Document::reset(Architecture architecture, const QString& path) {
  architecture_ = std::move(architecture);
  path_ = path;
  findings_ = validate(architecture_);
  undo_stack_.clear();
  emit replaced();
  emit title_changed();
}

void Document::restore(Architecture architecture, const QString& path) {
  reset(std::move(architecture), path);
  set_unsaved();
}

void Document::set_unsaved() { undo_stack_.resetClean(); }

void Document::set_saved(const QString& path) {
  path_ = path;
  undo_stack_.setClean();
  emit title_changed();
}

void Document::perform(const Change& change) {
  loadframe::apply(change, architecture_);
  findings_ = validate(architecture_);
  emit changed(change);
}

}  // namespace loadframe
