#include "document.h"

#include "architecture/editing.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

namespace loadframe {
namespace {

TEST(Document, AnnouncesEachEditOnce) {
  Document document;
  QSignalSpy changes(&document, &Document::changed);
  document.apply(add_component(document.architecture(), Kind::server, {0, 0}), "Add");
  document.undo_stack().undo();
  document.undo_stack().redo();
  EXPECT_EQ(changes.size(), 3);
  document.apply({}, "Nothing");
  EXPECT_EQ(changes.size(), 3);
}

TEST(Document, MakesOneStepOfOneGesture) {
  Document document;
  document.apply(add_component(document.architecture(), Kind::server, {0, 0}), "Add");
  const Architecture before = document.architecture();
  const int gesture = document.begin_gesture();
  const std::vector<ElementId> moved{document.architecture().components[0].id};
  for (int i = 0; i < 10; ++i) document.apply(move(document.architecture(), moved, {8, 0}), "Move", gesture);
  EXPECT_EQ(document.undo_stack().count(), 2);
  EXPECT_EQ(document.architecture().components[0].at.x, before.components[0].at.x + 80);
  document.apply(move(document.architecture(), moved, {8, 0}), "Move", document.begin_gesture());
  EXPECT_EQ(document.undo_stack().count(), 3);
  document.undo_stack().undo();
  document.undo_stack().undo();
  EXPECT_EQ(document.architecture(), before);
}

TEST(Document, KnowsWhetherItIsSaved) {
  Document document;
  EXPECT_FALSE(document.is_modified());
  document.apply(add_component(document.architecture(), Kind::server, {0, 0}), "Add");
  EXPECT_TRUE(document.is_modified());
  document.set_saved("a.loadframe");
  EXPECT_FALSE(document.is_modified());
  document.undo_stack().undo();
  EXPECT_TRUE(document.is_modified());
  document.undo_stack().redo();
  EXPECT_FALSE(document.is_modified());
}

TEST(Document, ValidatesAfterEachEdit) {
  Document document;
  document.apply(add_component(document.architecture(), Kind::users, {0, 0}), "Add");
  EXPECT_FALSE(document.findings().empty()) << "users wired to nothing";
  document.undo_stack().undo();
  const auto findings = document.findings();
  document.reset({}, {});
  EXPECT_EQ(document.findings().size(), findings.size());
  EXPECT_FALSE(document.undo_stack().canUndo());
}

}  // namespace
}  // namespace loadframe
