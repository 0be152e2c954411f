#include "architecture/annotating.h"
#include "architecture/arranging.h"
#include "architecture/changing_kind.h"
#include "architecture/inserting.h"
#include "architecture/replicating.h"
#include "document.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

#include <functional>
#include <random>

namespace loadframe {
namespace {

Architecture example() {
  Architecture layout;
  const auto add = [&layout](Kind kind, Point at) { apply(add_component(layout, kind, at), layout); };
  apply(add_area(layout, AreaKind::region, {300, 0, 600, 500}), layout);
  apply(add_area(layout, AreaKind::zone, {340, 40, 400, 360}), layout);
  add(Kind::users, {0, 160});
  add(Kind::load_balancer, {160, 160});
  add(Kind::server, {400, 80});
  add(Kind::server, {400, 240});
  const auto wire = [&layout](const char* caller, const char* callee) {
    apply(connect(layout, find_component(layout, caller)->id, find_component(layout, callee)->id), layout);
  };
  wire("users-1", "lb-1");
  wire("lb-1", "web-1");
  wire("lb-1", "web-2");
  apply(add_note(layout, "Note", {0, 300, 120, 60}), layout);
  apply(add_request_class(layout), layout);
  const ScenarioStep kill{seconds(20), action(ActionKind::kill, find_component(layout, "web-1")->id), {}};
  apply(set_scenario(layout, {kill}), layout);
  return layout;
}

ElementId element(const Architecture& layout, const char* name) { return find_by_name(layout, name); }

struct Edit {
  const char* name;
  std::function<Change(const Architecture&)> make;
};

const std::vector<Edit>& edits() {
  using A = const Architecture&;
  using Elements = std::vector<ElementId>;
  static const std::vector<Edit> all{
      {"AddComponent",
       [](A a) {
         return add_component(a, Kind::cache, {420, 100});
       }},
      {"AddAreaAroundComponents",
       [](A a) {
         return add_area(a, AreaKind::group, {360, 60, 340, 320});
       }},
      {"AddNote",
       [](A a) {
         return add_note(a, "Another", {10, 10, 90, 40});
       }},
      {"AddRequestClass", [](A a) { return add_request_class(a); }},
      {"Connect", [](A a) { return connect(a, find_component(a, "web-1")->id, find_component(a, "web-2")->id); }},
      {"RemoveComponentWithItsLinksAndSteps", [](A a) { return remove(a, Elements{element(a, "web-1")}); }},
      {"RemoveAreaAroundOthers", [](A a) { return remove(a, Elements{element(a, "region-1")}); }},
      {"RemoveLink", [](A a) { return remove(a, Elements{element(a, "lb-1 -> web-1")}); }},
      {"RemoveNote", [](A a) { return remove(a, Elements{a.notes.front().id}); }},
      {"RemoveRequestClass", [](A a) { return remove_request_class(a, a.classes.front().id); }},
      {"MoveOutOfTheArea",
       [](A a) {
         return move(a, Elements{element(a, "web-1")}, {-390, 300});
       }},
      {"MoveAreaWithItsContents",
       [](A a) {
         return move(a, Elements{element(a, "region-1")}, {64, -32});
       }},
      {"ResizeAreaAwayFromItsContents",
       [](A a) {
         return resize(a, find_area(a, "zone-1")->id, Rectangle{340, 40, 60, 60});
       }},
      {"ResizeNote",
       [](A a) {
         return resize(a, a.notes.front().id, Rectangle{0, 300, 300, 200});
       }},
      {"RenameComponent", [](A a) { return *rename(a, element(a, "web-1"), "front"); }},
      {"RenameArea", [](A a) { return *rename(a, element(a, "zone-1"), "eu-1a"); }},
      {"RenameRequestClass", [](A a) { return *rename(a, a.classes.front().id, "checkout"); }},
      {"EditNote", [](A a) { return set_text(a, a.notes.front().id, "Two\nlines"); }},
      {"SetOfSeveralComponents",
       [](A a) {
         return set_setting(a, Elements{element(a, "web-1"), element(a, "web-2")}, "workers",
                            SettingValue{std::int64_t{7}});
       }},
      {"SetOfRequestClass", [](A a) { return *set_setting_from_text(a, a.classes.front().name, "keys", "42"); }},
      {"SetScenario", [](A a) { return set_scenario(a, {}); }},
      {"SetProperties",
       [](A a) {
         Properties properties = a.properties;
         properties.name = "Shop";
         properties.description = "What it is for";
         return set_properties(a, properties);
       }},
      {"Paste",
       [](A a) {
         return paste(a, extract(a, Elements{element(a, "zone-1"), element(a, "lb-1")}), {40, 40}).change;
       }},
      {"Align",
       [](A a) {
         return align(a, Elements{element(a, "web-1"), element(a, "zone-1"), a.notes.front().id}, Alignment::top);
       }},
      {"WrapInAHost", [](A a) { return wrap(a, Elements{element(a, "web-1")}, AreaKind::host); }},
      {"Lock",
       [](A a) {
         return set_lock(a, Elements{element(a, "web-1"), element(a, "zone-1")}, Lock::on);
       }},
      {"Replicate", [](A a) { return replicate(a, Elements{element(a, "web-1")}, 3, ReplicaPlacing::column).change; }},
      {"InsertOnALink",
       [](A a) {
         return a.links.empty() ? Change() : insert(a, a.links.front().id, Kind::gateway, {80, 160}).change;
       }},
      {"ChangeTheKind", [](A a) { return change_kind(a, Elements{element(a, "web-1")}, Kind::worker).change; }},
      {"LabelALink", [](A a) { return a.links.empty() ? Change() : set_label(a, a.links.front().id, "https"); }},
  };
  return all;
}

class UndoOfAnEdit : public testing::TestWithParam<Edit> {};

TEST_P(UndoOfAnEdit, RestoresExactlyAndRedoDoesItAgain) {
  Document document;
  document.reset(example(), {});
  const Architecture before = document.architecture();
  QSignalSpy changes(&document, &Document::changed);
  document.apply(GetParam().make(before), "Edit");
  const Architecture after = document.architecture();
  ASSERT_NE(after, before);
  ASSERT_EQ(document.undo_stack().count(), 1);
  EXPECT_EQ(document.undo_stack().undoText(), "Edit");

  document.undo_stack().undo();
  EXPECT_EQ(document.architecture(), before);
  EXPECT_EQ(document.findings(), validate(before));
  document.undo_stack().redo();
  EXPECT_EQ(document.architecture(), after);
  EXPECT_EQ(document.findings(), validate(after));
  EXPECT_EQ(changes.size(), 3);
}

INSTANTIATE_TEST_SUITE_P(EveryKind, UndoOfAnEdit, testing::ValuesIn(edits()),
                         [](const auto& instance) { return std::string(instance.param.name); });

/// Whether an edit can be made from here: random histories remove what others need.
bool is_possible(const Architecture& layout) {
  return element(layout, "web-1") != ElementId{} && element(layout, "web-2") != ElementId{} &&
         element(layout, "region-1") != ElementId{} && element(layout, "zone-1") != ElementId{} &&
         element(layout, "lb-1") != ElementId{} && element(layout, "lb-1 -> web-1") != ElementId{} &&
         !layout.notes.empty() && !layout.classes.empty();
}

TEST(UndoHistory, LeadsBackAndForthThroughAnySequenceOfEdits) {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    Document document;
    document.reset(example(), {});
    std::vector<Architecture> states{document.architecture()};
    for (int i = 0; i < 40; ++i) {
      if (is_possible(document.architecture())) {
        document.apply(edits()[random() % edits().size()].make(document.architecture()), "Edit");
      } else if (!document.architecture().components.empty()) {
        const auto& components = document.architecture().components;
        const ElementId one = components[random() % components.size()].id;
        document.apply(move(document.architecture(), std::vector{one}, {24, -16}), "Move");
      }
      if (document.undo_stack().count() == static_cast<int>(states.size())) states.push_back(document.architecture());
    }
    for (std::size_t i = states.size(); i-- > 0;) {
      ASSERT_EQ(document.architecture(), states[i]) << "round " << round << ", back at " << i;
      document.undo_stack().undo();
    }
    for (const Architecture& state : states) {
      ASSERT_EQ(document.architecture(), state) << "round " << round;
      document.undo_stack().redo();
    }
  }
}

TEST(UndoHistory, MakesOneStepOfAGestureEvenIfItTouchesOtherElements) {
  Document document;
  document.reset(example(), {});
  const Architecture before = document.architecture();
  const int gesture = document.begin_gesture();
  for (const char* name : {"web-1", "web-1", "web-2", "region-1", "web-2"})
    document.apply(move(document.architecture(), std::vector{element(before, name)}, {8, 8}), "Move", gesture);
  const Architecture after = document.architecture();
  ASSERT_EQ(document.undo_stack().count(), 1);
  document.undo_stack().undo();
  EXPECT_EQ(document.architecture(), before);
  document.undo_stack().redo();
  EXPECT_EQ(document.architecture(), after);
}

TEST(UndoHistory, KeepsGesturesAndOtherEditsApart) {
  Document document;
  document.reset(example(), {});
  const std::vector moved{element(document.architecture(), "web-1")};
  const int gesture = document.begin_gesture();
  document.apply(move(document.architecture(), moved, {8, 0}), "Move", gesture);
  document.apply(*rename(document.architecture(), moved.front(), "front"), "Rename");
  document.apply(move(document.architecture(), moved, {8, 0}), "Move", gesture);
  EXPECT_EQ(document.undo_stack().count(), 3);
  document.apply(move(document.architecture(), moved, {8, 0}), "Move", document.begin_gesture());
  EXPECT_EQ(document.undo_stack().count(), 4);
}

TEST(UndoHistory, NoticesThatAGestureGoesOnAfterTheFileWasSaved) {
  Document document;
  document.reset(example(), {});
  const std::vector moved{element(document.architecture(), "web-1")};
  const int gesture = document.begin_gesture();
  document.apply(move(document.architecture(), moved, {8, 0}), "Move", gesture);
  document.set_saved("layout.loadframe");
  const Architecture saved = document.architecture();
  document.apply(move(document.architecture(), moved, {8, 0}), "Move", gesture);
  EXPECT_TRUE(document.is_modified());
  document.undo_stack().undo();
  EXPECT_FALSE(document.is_modified());
  EXPECT_EQ(document.architecture(), saved);
}

TEST(UndoHistory, EndsWhereAnotherLayoutIsOpened) {
  Document document;
  document.reset(example(), {});
  document.apply(add_component(document.architecture(), Kind::cache, {0, 0}), "Add");
  QSignalSpy replaced(&document, &Document::replaced);
  document.reset({}, "other.loadframe");
  EXPECT_EQ(replaced.size(), 1);
  EXPECT_FALSE(document.undo_stack().canUndo());
  EXPECT_FALSE(document.is_modified());
  EXPECT_EQ(document.path(), "other.loadframe");
  EXPECT_EQ(document.findings(), validate(Architecture()));
}

}  // namespace
}  // namespace loadframe
