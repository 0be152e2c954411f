#include "canvas/canvas_commands.h"
#include "canvas/quick_add_box.h"
#include "desktop/bench.h"

#include "architecture/arranging.h"

#include <gtest/gtest.h>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>

namespace loadframe {
namespace {

std::vector<QuickAddEntry> entries(const QString& typed, const Architecture& architecture = {},
                                   const QuickAddPurpose& purpose = {}) {
  return quick_add_entries(architecture, purpose, typed);
}

/// "component:cache" for the first entry.
std::string first(const QString& typed) {
  const auto all = entries(typed);
  if (all.empty() || !std::holds_alternative<PaletteItem>(all.front().what)) return {};
  return std::string(icon_of(std::get<PaletteItem>(all.front().what)));
}

TEST(QuickAddEntries, AreFoundByTheWordsThatPeopleUse) {
  EXPECT_EQ(first("lb"), "load-balancer");
  EXPECT_EQ(first("redis"), "cache");
  EXPECT_EQ(first("postgres"), "relational-database");
  EXPECT_EQ(first("s3"), "object-store");
  EXPECT_EQ(first("kafka"), "stream");
  EXPECT_EQ(first("nginx"), "load-balancer");
  EXPECT_EQ(first("cron"), "worker");
  EXPECT_EQ(first("server"), "server");
  EXPECT_EQ(first("use"), "users");
  EXPECT_EQ(first("zone"), "zone");
  EXPECT_EQ(first("note"), "note");
  EXPECT_TRUE(entries("xyzzyq").empty());
}

TEST(QuickAddEntries, BeginWithWhatBearsTheVeryName) {
  Architecture layout;
  apply(add_component(layout, Kind::load_balancer, {0, 0}), layout);
  apply(add_component(layout, Kind::server, {200, 0}), layout);
  layout.components[1].name = "web";  // also a word for any server
  QuickAddPurpose purpose;
  purpose.others = {layout.components[0].id};
  purpose.with_existing = true;
  const auto entries = quick_add_entries(layout, purpose, QStringLiteral("web"));
  ASSERT_FALSE(entries.empty());
  const auto* const first = std::get_if<ComponentId>(&entries.front().what);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(*first, layout.components[1].id);
}

TEST(QuickAddEntries, UnderstandHowMany) {
  EXPECT_EQ(entries("3 server").front().count, 3);
  EXPECT_EQ(entries("server x4").front().count, 4);
  EXPECT_EQ(entries("2x redis").front().count, 2);
  EXPECT_EQ(entries("server").front().count, 1);
  EXPECT_EQ(entries("0 server").front().count, 1);
  EXPECT_EQ(entries("s3").front().count, 1);
}

TEST(QuickAddEntries, NameComponentsAfterProducts) {
  EXPECT_EQ(entries("redis").front().name_stem, "redis");
  EXPECT_EQ(entries("lb").front().name_stem, "");
  EXPECT_EQ(entries("redi").front().name_stem, "");
}

/// The box's field, with that text in it.
QLineEdit* type_into_box(Bench& bench, const QString& text) {
  auto* const box = bench.canvas.findChild<QuickAddBox*>();
  auto* const field = box ? box->findChild<QLineEdit*>() : nullptr;
  if (field) field->setText(text);
  return field;
}

void press(QWidget* field, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
  if (field) QTest::keyClick(field, key, modifiers);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void quick_add(Bench& bench, const QString& text, Qt::KeyboardModifiers modifiers = {}) {
  perform(bench.canvas, CanvasCommand::quick_add);
  QLineEdit* const field = type_into_box(bench, text);
  ASSERT_NE(field, nullptr);
  press(field, Qt::Key_Return, modifiers);
}

TEST(QuickAdd, DrawsAThreeTierSystemInTwelveGestures) {
  Bench bench;
  for (const char* what : {"users", "lb", "3 server", "postgres"}) quick_add(bench, what);
  const auto linked = [&](const char* caller, const char* callee) {
    return find_link(bench.architecture(), bench.component(caller), bench.component(callee)) != nullptr;
  };
  EXPECT_TRUE(linked("users-1", "lb-1"));
  for (const char* name : {"web-1", "web-2", "web-3"}) {
    EXPECT_TRUE(linked("lb-1", name)) << name;
    EXPECT_TRUE(linked(name, "postgres-1")) << name;
  }
  EXPECT_EQ(bench.document.undo_stack().count(), 4) << "one step for each";
  EXPECT_TRUE(bench.document.findings().empty());
}

TEST(QuickAdd, WithShiftEnterLeavesTheWireOut) {
  Bench bench;
  quick_add(bench, "users");
  quick_add(bench, "lb", Qt::ShiftModifier);
  EXPECT_EQ(bench.architecture().components.size(), 2u);
  EXPECT_TRUE(bench.architecture().links.empty());
}

TEST(QuickAdd, EscapeLeavesEverythingAsItWas) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  perform(bench.canvas, CanvasCommand::quick_add);
  press(type_into_box(bench, "cache"), Qt::Key_Escape);
  EXPECT_EQ(bench.canvas.findChild<QuickAddBox*>(), nullptr);
  bench.canvas.grab();
  EXPECT_EQ(bench.architecture(), before);
}

TEST(QuickAdd, OpensByADoubleClickOnBareCanvasAndAddsThere) {
  Bench bench;
  bench.open_example();
  const QPoint at = bench.on_widget({200, 480});
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, at);
  press(type_into_box(bench, "cache"), Qt::Key_Return);
  EXPECT_LE((bench.middle_of("cache-1") - at).manhattanLength(), 16);
}

TEST(QuickAdd, OpensByTypingAName) {
  Bench bench;
  bench.key(Qt::Key_R);
  auto* const box = bench.canvas.findChild<QuickAddBox*>();
  ASSERT_NE(box, nullptr);
  EXPECT_EQ(box->findChild<QLineEdit*>()->text(), "r");
}

TEST(QuickAdd, SplitsTheSelectedLink) {
  Bench bench;
  bench.open_example();
  const Link& link = *find_link(bench.architecture(), bench.component("users-1"), bench.component("lb-1"));
  bench.canvas.select({link.id});
  quick_add(bench, "gateway");
  EXPECT_NE(find_link(bench.architecture(), bench.component("users-1"), bench.component("gateway-1")), nullptr);
  EXPECT_NE(find_link(bench.architecture(), bench.component("gateway-1"), bench.component("lb-1")), nullptr);
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
}

TEST(ConnectingByKeys, OffersWhatIsThereAndMayBeCalled) {
  Bench bench;
  bench.open_example();
  bench.canvas.select({bench.component("web-1")});
  perform(bench.canvas, CanvasCommand::connect);
  press(type_into_box(bench, "web-2"), Qt::Key_Return);
  EXPECT_NE(find_link(bench.architecture(), bench.component("web-1"), bench.component("web-2")), nullptr);
  EXPECT_EQ(bench.architecture().components.size(), 4u);
}

TEST(ConnectingByKeys, SaysWhatToDoFirst) {
  Bench bench;
  bench.open_example();
  QSignalSpy messages(&bench.canvas, &Canvas::message);
  perform(bench.canvas, CanvasCommand::connect);
  ASSERT_FALSE(messages.isEmpty());
  EXPECT_FALSE(messages.back().front().toString().isEmpty());
}

TEST(DroppingOnALink, FromThePaletteSplitsIt) {
  Bench bench;
  bench.open_example();
  const Link link = *find_link(bench.architecture(), bench.component("users-1"), bench.component("lb-1"));
  const QPoint middle = bench.on_widget(bench.canvas.routes().path_of(link.id).pointAtPercent(0.5));
  bench.drop("component:gateway", middle);
  EXPECT_EQ(find_link(bench.architecture(), bench.component("users-1"), bench.component("lb-1")), nullptr);
  EXPECT_NE(find_link(bench.architecture(), bench.component("gateway-1"), bench.component("lb-1")), nullptr);
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
}

TEST(DroppingOnALink, ALooseComponentSplitsItAndAWiredOneDoesNot) {
  Bench bench;
  bench.open_example();
  bench.drop("component:gateway", bench.on_widget({300, 420}));
  const Link link = *find_link(bench.architecture(), bench.component("lb-1"), bench.component("web-2"));
  const auto middle = [&] { return bench.on_widget(bench.canvas.routes().path_of(link.id).pointAtPercent(0.5)); };
  const Link first = *find_link(bench.architecture(), bench.component("users-1"), bench.component("lb-1"));
  bench.drag(bench.middle_of("gateway-1"),
             bench.on_widget(bench.canvas.routes().path_of(first.id).pointAtPercent(0.5)));
  EXPECT_NE(find_link(bench.architecture(), bench.component("users-1"), bench.component("gateway-1")), nullptr);
  const std::size_t links = bench.architecture().links.size();
  bench.drag(bench.middle_of("users-1"), middle());
  EXPECT_EQ(bench.architecture().links.size(), links) << "it is wired already";
}

TEST(DraggingWithAlt, LeavesTheOriginalAndMakesACopy) {
  Bench bench;
  bench.open_example();
  const Point before = find_component(bench.architecture(), "lb-1")->at;
  bench.drag(bench.middle_of("lb-1"), bench.middle_of("lb-1") + QPoint(0, 200), Qt::AltModifier);
  EXPECT_EQ(bench.architecture().components.size(), 5u);
  EXPECT_EQ(find_component(bench.architecture(), "lb-1")->at, before);
  EXPECT_EQ(bench.canvas.selection(), std::vector<ElementId>{bench.component("lb-2")});
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
}

TEST(Locked, ElementsStayWhereTheyAre) {
  Bench bench;
  bench.open_example();
  bench.canvas.select({bench.component("lb-1")});
  perform(bench.canvas, CanvasCommand::lock);
  const Architecture before = bench.architecture();
  bench.drag(bench.middle_of("lb-1"), bench.middle_of("lb-1") + QPoint(0, 200));
  bench.key(Qt::Key_Right);
  bench.canvas.remove_selected();
  bench.canvas.cut_selected();
  EXPECT_EQ(bench.architecture(), before);
  perform(bench.canvas, CanvasCommand::lock);
  EXPECT_FALSE(is_locked(bench.architecture(), bench.component("lb-1")));
}

TEST(Replicating, ShowsAndAppliesWhatTheBoxSays) {
  Bench bench;
  bench.open_example();
  bench.canvas.select({bench.component("web-1")});
  perform(bench.canvas, CanvasCommand::replicate);
  auto* const total = bench.canvas.findChild<QSpinBox*>();
  ASSERT_NE(total, nullptr);
  total->setValue(5);
  bench.canvas.grab();
  QTest::keyClick(total, Qt::Key_Return);
  EXPECT_EQ(bench.architecture().components.size(), 8u);
  EXPECT_NE(find_link(bench.architecture(), bench.component("lb-1"), bench.component("web-6")), nullptr);
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
}

TEST(LinkLabels, AreEditedByADoubleClick) {
  Bench bench;
  bench.open_example();
  const Link& link = *find_link(bench.architecture(), bench.component("users-1"), bench.component("lb-1"));
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {},
                     bench.on_widget(bench.canvas.routes().path_of(link.id).pointAtPercent(0.5)));
  auto* const field = bench.canvas.findChild<QLineEdit*>();
  ASSERT_NE(field, nullptr);
  field->setText("  https\n443 ");
  QTest::keyClick(field, Qt::Key_Return);
  EXPECT_EQ(bench.architecture().links.front().label, "https 443");
  bench.canvas.grab();
  bench.document.undo_stack().undo();
  EXPECT_EQ(bench.architecture().links.front().label, "");
}

TEST(Pasting, PlainTextBecomesANote) {
  Bench bench;
  bench.open_example();
  QApplication::clipboard()->setText("Remember the milk\nand the bread");
  bench.canvas.paste_clipboard();
  ASSERT_EQ(bench.architecture().notes.size(), 2u);
  EXPECT_EQ(bench.architecture().notes.back().text, "Remember the milk\nand the bread");
}

TEST(Pasting, AnImageBecomesAPictureThatIsDrawn) {
  Bench bench;
  QImage image(40, 20, QImage::Format_RGB32);
  image.fill(Qt::red);
  QApplication::clipboard()->setImage(image);
  bench.canvas.paste_clipboard();
  ASSERT_EQ(bench.architecture().notes.size(), 1u);
  EXPECT_EQ(bench.architecture().notes.front().picture.format(), ImageFormat::png);
  bench.canvas.select({});
  const Rectangle& at = bench.architecture().notes.front().at;
  const QPoint middle = bench.on_widget({at.x + at.width / 2, at.y + at.height / 2});
  EXPECT_EQ(bench.canvas.grab().toImage().pixelColor(middle), QColor(Qt::red));
}

TEST(Pasting, FindsALayoutInALetter) {
  Bench from;
  from.open_example();
  from.canvas.select({from.component("web-1")});
  from.canvas.copy_selected();
  const QString layout = QApplication::clipboard()->text();
  QApplication::clipboard()->setText("Hi, look at this:\n```\n" + layout + "\n```\nBye");
  Bench to;
  to.canvas.paste_clipboard();
  EXPECT_EQ(to.architecture().components.size(), 1u);
}

TEST(Pasting, SaysWhyALayoutCannotBeRead) {
  Bench bench;
  QSignalSpy messages(&bench.canvas, &Canvas::message);
  QApplication::clipboard()->setText(
      "{\"format\": \"loadframe\", \"version\": 1, \"components\": [{\"name\": \"a\"}]}");
  bench.canvas.paste_clipboard();
  ASSERT_FALSE(messages.isEmpty());
  EXPECT_TRUE(messages.back().front().toString().contains("kind"));
}

TEST(Walking, GoesToTheNeighbourAlongTheWires) {
  Bench bench;
  bench.open_example();
  bench.canvas.select({bench.component("users-1")});
  bench.key(Qt::Key_Right, Qt::ControlModifier);
  EXPECT_EQ(bench.canvas.selection(), std::vector<ElementId>{bench.component("lb-1")});
}

}  // namespace
}  // namespace loadframe
