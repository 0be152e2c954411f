#include "exchange/layout_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loadframe {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view web_tier = R"({
  "format": "loadframe",
  "version": 1,
  "name": "Load-balanced web tier",
  "description": "Two servers, one of which dies.",
  "areas": [
    {"name": "zone-a", "kind": "zone", "at": [420, 60, 300, 400]},
    {"name": "host-1", "kind": "host", "in": "zone-a", "at": [430, 80, 280, 160], "settings": {"cores": 8}}
  ],
  "components": [
    {"name": "shoppers", "kind": "users", "at": [0, 200], "settings": {"rate": "120/s", "spacing": "regular"}},
    {"name": "lb-1", "kind": "load-balancer", "at": [200.5, 200], "settings": {"checks": false, "fall": 5}},
    {"name": "web-1", "kind": "server", "in": "host-1", "at": [440, 100], "settings": {"workers": 4, "cpu_time": "lognormal 50 ms cv 0.8"}},
    {"name": "web-2", "kind": "server", "in": "zone-a", "at": [440, 300]}
  ],
  "links": [
    {"from": "shoppers", "to": "lb-1", "settings": {"latency": "500 us"}},
    {"from": "lb-1", "to": "web-1"},
    {"from": "lb-1", "to": "web-2", "settings": {"share": "50 %", "weight": 2.5}}
  ],
  "classes": [
    {"name": "browse", "weight": 8, "response": "json"},
    {"name": "buy", "operation": "write", "size": "2 KiB"}
  ],
  "notes": [
    {"text": "Grüße – \"quoted\"\nsecond line", "at": [0, 0, 200, 80]}
  ],
  "scenario": [
    {"at": "20 s", "do": "kill", "target": "web-1"},
    {"at": "30 s", "do": "cut", "target": "lb-1 -> web-2"},
    {"at": "35 s", "do": "load", "amount": 3},
    {"at": "40 s", "do": "restart", "target": "zone-a"}
  ]
}
)";

Architecture read(std::string_view text) {
  const auto layout = layout_from_text(text, "test.loadframe");
  EXPECT_TRUE(layout.ok()) << to_text(layout.diagnostic());
  return layout ? layout->architecture : Architecture{};
}

/// The message for a text that cannot be read.
std::string refusal(std::string_view text) {
  const auto layout = layout_from_text(text, "f");
  EXPECT_FALSE(layout.ok()) << text;
  return layout ? std::string("was read") : to_text(layout.diagnostic());
}

/// A layout of this version with these further members.
std::string with(std::string_view members) {
  return "{\"format\": \"loadframe\", \"version\": 1,\n" + std::string(members) + "}";
}

TEST(LayoutFile, GivesTheSameBytesAfterReadingWhatItWrote) {
  const std::string first = layout_to_text(read(web_tier));
  EXPECT_EQ(layout_to_text(read(first)), first);
}

TEST(LayoutFile, WritesOneElementOnALine) {
  // One component is longer than a line, so that its settings stand on the next.
  std::string expected(web_tier);
  const std::string at = "\"at\": [440, 100], \"settings\"";
  expected.replace(expected.find(at), at.size(), "\"at\": [440, 100],\n     \"settings\"");
  EXPECT_EQ(layout_to_text(read(web_tier)), expected);
}

TEST(LayoutFile, ReadsEveryPart) {
  const Architecture architecture = read(web_tier);
  EXPECT_EQ(architecture.properties.name, "Load-balanced web tier");
  ASSERT_EQ(architecture.areas.size(), 2u);
  EXPECT_EQ(architecture.areas[1].parent, architecture.areas[0].id);
  EXPECT_EQ(std::get<HostSettings>(architecture.areas[1].settings).cores, 8);
  ASSERT_EQ(architecture.components.size(), 4u);
  EXPECT_EQ(architecture.components[2].area, architecture.areas[1].id);
  const auto& server = std::get<ServerSettings>(architecture.components[2].settings);
  EXPECT_EQ(server.workers, 4);
  EXPECT_EQ(server.cpu_time, (Law{LawShape::lognormal, milliseconds(50), 0.8}));
  EXPECT_EQ(server.backlog, ServerSettings{}.backlog);
  ASSERT_EQ(architecture.links.size(), 3u);
  EXPECT_EQ(architecture.links[0].settings.latency, microseconds(500));
  EXPECT_FALSE(architecture.links[1].settings.latency);
  ASSERT_EQ(architecture.classes.size(), 2u);
  EXPECT_EQ(architecture.classes[1].settings.operation, Operation::write);
  ASSERT_EQ(architecture.properties.scenario.size(), 4u);
  EXPECT_EQ(architecture.properties.scenario[0].action, action(ActionKind::kill, architecture.components[2].id));
  EXPECT_EQ(architecture.properties.scenario[1].action.target, ElementId{architecture.links[2].id});
  EXPECT_EQ(architecture.properties.scenario[2].action.amount, 3);
  EXPECT_EQ(architecture.properties.scenario[3].action.target, ElementId{architecture.areas[0].id});
  ASSERT_EQ(architecture.notes.size(), 1u);
  EXPECT_EQ(architecture.notes[0].text, "Grüße – \"quoted\"\nsecond line");
}

TEST(LayoutFile, KeepsEveryKindWithItsDefaultsAndWithOtherValues) {
  Architecture architecture;
  std::uint32_t id = 0;
  for (const KindDescription& kind : kinds()) {
    Component plain{{++id}, "plain-" + std::to_string(id), {}, {}, default_settings(*kind_from_key(kind.key)), {}};
    Component other = plain;
    other.id = {++id};
    other.name = "other-" + std::to_string(id);
    for (const Setting& row : kind.settings) {
      SettingValue value = row.default_value;
      if (auto* flag = std::get_if<bool>(&value)) *flag = !*flag;
      if (auto* choice = std::get_if<Choice>(&value)) choice->index = 1;
      if (auto* count = std::get_if<std::int64_t>(&value)) ++*count;
      if (auto* time = std::get_if<Duration>(&value)) time->nanoseconds += 1'234'567;
      if (auto* law = std::get_if<Law>(&value)) *law = {LawShape::erlang, microseconds(1234), 7};
      if (auto* profile = std::get_if<Profile>(&value)) *profile = ramp(1, 2.5, seconds(7));
      if (auto* rate = std::get_if<Rate>(&value)) rate->per_second = 1.0 / 3;
      row.set(raw(other.settings), value);
    }
    architecture.components.push_back(plain);
    architecture.components.push_back(other);
  }
  EXPECT_EQ(read(layout_to_text(architecture)), architecture);
}

TEST(LayoutFile, LeavesOutWhatEqualsItsDefault) {
  const std::string text = layout_to_text(read(with(
      R"("components": [{"name": "web-1", "kind": "server", "at": [1, 2], "settings": {"backlog": 128, "workers": 5}}])")));
  EXPECT_THAT(text, HasSubstr(R"({"name": "web-1", "kind": "server", "at": [1, 2], "settings": {"workers": 5}})"));
}

TEST(LayoutFile, KeepsUnknownMembersAndWarnsOfThem) {
  const std::string text = with(R"("colour": {"a": [1, 2.50, null]},
    "components": [{"name": "web-1", "kind": "server", "at": [0, 0], "team": "x", "settings": {"worker": 4, "gpu": {"n": 1e3}, "": 7}}],
    "classes": [{"name": "c", "settings": 5}],
    "scenario": [{"at": "1 s", "do": "kill", "target": "web-1", "why": "test"}],
    "notes": [{"text": "n", "at": [0, 0, 1, 1], "z": 1}])");
  const auto layout = layout_from_text(text, "f");
  ASSERT_TRUE(layout.ok()) << to_text(layout.diagnostic());
  ASSERT_EQ(layout->warnings.size(), 8u);
  EXPECT_EQ(
      to_text(layout->warnings[0]),
      "f:3: components[0].settings.worker: there is no setting \"worker\" here; it is kept, without effect (did you "
      "mean \"workers\"?)");
  EXPECT_EQ(layout->warnings[0].severity, Severity::warning);

  const std::string written = layout_to_text(layout->architecture);
  for (const char* kept : {R"("colour": {"a": [1, 2.50, null]})", R"("team": "x")", R"("worker": 4)",
                           R"("gpu": {"n": 1e3}, "": 7)", R"("settings": 5)", R"("why": "test")", R"("z": 1)"})
    EXPECT_THAT(written, HasSubstr(kept));
  EXPECT_EQ(read(written), layout->architecture);
  EXPECT_EQ(layout_to_text(read(written)), written);
}

TEST(LayoutFile, GivesPlacesToElementsWithoutOne) {
  const Architecture architecture =
      read(with(R"("areas": [{"name": "z", "kind": "zone"}, {"name": "h", "kind": "host", "in": "z"}],
    "components": [{"name": "u", "kind": "users"}, {"name": "w", "kind": "server", "in": "h"},
                   {"name": "w2", "kind": "server", "in": "h"}],
    "links": [{"from": "u", "to": "w"}, {"from": "u", "to": "w2"}])"));
  const Rectangle host = architecture.areas[1].at;
  EXPECT_GT(host.width, 0);
  EXPECT_GT(architecture.components[1].at.x, architecture.components[0].at.x);
  EXPECT_NE(architecture.components[1].at, architecture.components[2].at);
  EXPECT_GT(architecture.components[1].at.y, host.y);
  EXPECT_LT(architecture.components[2].at.y, host.y + host.height);
  EXPECT_LT(architecture.areas[0].at.y, host.y);
  EXPECT_GT(architecture.areas[0].at.width, host.width);
}

TEST(LayoutFile, MovesWhatLiesBeyondTheCanvasToItsEdge) {
  const auto layout =
      layout_from_text(with(R"("components": [{"name": "u", "kind": "users", "at": [1e300, -1e300]}])"), "f");
  ASSERT_TRUE(layout.ok());
  EXPECT_EQ(layout->warnings.size(), 2u);
  EXPECT_EQ(layout->architecture.components[0].at, (Point{1e6, -1e6}));
}

TEST(LayoutFile, WritesNoNegativeZero) {
  const Architecture architecture = read(with(R"("classes": [{"name": "c", "weight": -0.0}])"));
  EXPECT_THAT(layout_to_text(architecture), HasSubstr("\"weight\": 0"));
}

TEST(LayoutFile, SortsTheScenarioByTime) {
  const Architecture architecture =
      read(with(R"("scenario": [{"at": "2 s", "do": "load"}, {"at": "1 s", "do": "load", "amount": 0}])"));
  EXPECT_EQ(architecture.properties.scenario[0].at, seconds(1));
}

TEST(LayoutFile, NamesFileLineAndColumnOfASyntaxError) {
  EXPECT_THAT(refusal("{\n  \"format\": \"loadframe\",\n  \"version\" 1}"), StartsWith("f:3:13: not valid JSON: "));
  EXPECT_THAT(refusal("{\"format\": \"loadframe\", \"version\": 1, \"areas\": ["),
              HasSubstr("unexpected end of input"));
}

TEST(LayoutFile, NamesLineAndPathOfAWrongValue) {
  const std::string text = with(R"("components": [
    {"name": "web-1",
     "kind": "server",
     "settings": {"backlog": 1,
                  "workers": 0}}])");
  EXPECT_EQ(refusal(text),
            "f:6: components[0].settings.workers: \"workers\" is out of range: 0 (choose a value from 1 to 10000000)");
  EXPECT_THAT(refusal(with("\"components\": [{\"name\": \"u\", \"kind\": \"users\", \"at\": [1,\n\"2\"]}]")),
              StartsWith("f:3: components[0].at[1]: this is text, not a number"));
}

TEST(LayoutFile, SuggestsTheNearestWord) {
  EXPECT_THAT(refusal(with(R"("components": [{"name": "a", "kind": "sever"}])")),
              HasSubstr("did you mean \"server\"?"));
  EXPECT_THAT(refusal(with(R"("components": [{"name": "a", "kind": "zzz"}])")), HasSubstr("choose one of users, dns"));
  EXPECT_THAT(
      refusal(
          with(R"("components": [{"name": "web-1", "kind": "server"}], "links": [{"from": "web_1", "to": "web-1"}])")),
      HasSubstr("links[0].from: there is no component \"web_1\" (did you mean \"web-1\"?)"));
  EXPECT_THAT(refusal(with(R"("areas": [{"name": "zone-a", "kind": "zone", "in": "zone-b"}])")),
              HasSubstr("areas[0].in: there is no area \"zone-b\" (did you mean \"zone-a\"?)"));
  EXPECT_THAT(refusal(with(R"("scenario": [{"at": "1 s", "do": "kil"}])")), HasSubstr("did you mean \"kill\"?"));
}

TEST(LayoutFile, RefusesANewerVersionAndSaysWhatToDo) {
  EXPECT_EQ(refusal("{\"format\": \"loadframe\", \"version\": 2}"),
            "f:1: version: version 2 was written by a newer Loadframe (update the program)");
  EXPECT_THAT(refusal("{\"format\": \"loadframe\"}"), HasSubstr("the version is missing"));
  EXPECT_THAT(refusal("{\"format\": \"loadframe\", \"version\": 0.5}"), HasSubstr("no version"));
  EXPECT_THAT(refusal("{\"format\": \"loadframe\", \"version\": \"1\"}"), HasSubstr("not a number"));
}

TEST(LayoutFile, RefusesOtherFiles) {
  EXPECT_THAT(refusal("{}"), HasSubstr("not a Loadframe layout"));
  EXPECT_THAT(refusal("[1]"), HasSubstr("this is a list, not an object"));
  EXPECT_THAT(refusal("{\"format\": \"loadframe-run\", \"version\": 1}"), HasSubstr("result of a run"));
  EXPECT_THAT(refusal(""), HasSubstr("empty"));
  EXPECT_THAT(refusal(" \n"), HasSubstr("empty"));
  EXPECT_THAT(refusal("\xFF\xFE{"), HasSubstr("UTF-16"));
  EXPECT_THAT(refusal(std::string_view("{}\0x", 4)), HasSubstr("binary"));
  EXPECT_THAT(refusal("hello"), HasSubstr("not valid JSON"));
}

TEST(LayoutFile, ReadsAByteOrderMark) {
  EXPECT_EQ(read("\xEF\xBB\xBF" + with("\"name\": \"x\"")).properties.name, "x");
}

TEST(LayoutFile, RefusesAmbiguity) {
  EXPECT_THAT(refusal(with("\"name\": \"a\",\n\"name\": \"b\"")),
              StartsWith("f:3: \"name\" is there twice, first on line 2"));
  EXPECT_THAT(
      refusal(with(R"("areas": [{"name": "a", "kind": "zone"}], "components": [{"name": "a", "kind": "users"}])")),
      HasSubstr("components[0].name: the name \"a\" is taken"));
  EXPECT_THAT(refusal(with(R"("classes": [{"name": "a"}, {"name": "a"}])")), HasSubstr("taken"));
  EXPECT_THAT(refusal(with(R"("components": [{"name": "a", "kind": "users"}, {"name": "b", "kind": "server"}],
                              "links": [{"from": "a", "to": "b"}, {"from": "a", "to": "b"}])")),
              HasSubstr("linked already"));
}

TEST(LayoutFile, RefusesAreasInACircle) {
  EXPECT_THAT(
      refusal(
          with(R"("areas": [{"name": "a", "kind": "group", "in": "b"}, {"name": "b", "kind": "group", "in": "a"}])")),
      HasSubstr("lies within itself"));
  EXPECT_THAT(refusal(with(R"("areas": [{"name": "a", "kind": "group", "in": "a"}])")),
              HasSubstr("lies within itself"));
}

TEST(LayoutFile, RefusesNestingBombs) {
  EXPECT_THAT(refusal(std::string(1'000'000, '[')), HasSubstr("nested more than 64 deep"));
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  EXPECT_THAT(refusal(objects), HasSubstr("nested more than 64 deep"));
}

TEST(LayoutFile, RefusesTooManyElements) {
  std::string notes = "\"notes\": [{}";
  for (int i = 0; i < 100'000; ++i) notes += ",{}";
  EXPECT_THAT(refusal(with(notes + "]")), HasSubstr("at most 100,000"));
}

TEST(LayoutFile, RefusesIllFormedText) {
  EXPECT_THAT(refusal(with("\"name\": \"\xC3\x28\"")), HasSubstr("not valid JSON"));
  EXPECT_THAT(refusal(with("\"name\": 1e999")), HasSubstr("not valid JSON"));
  EXPECT_THAT(refusal(with("\"name\": NaN")), HasSubstr("not valid JSON"));
  EXPECT_THAT(refusal(with("\"name\": \"\\ud800\"")), HasSubstr("not valid JSON"));
}

/// Every value of a complete layout, replaced by every type of value, is read or refused with a place.
TEST(LayoutFile, AnswersWrongTypesEverywhere) {
  const std::vector<std::string> replacements{"null",  "true", "-1", "1e300", "0.1", "\"\"",
                                              "\"x\"", "[]",   "{}", "[[]]",  "[{}]"};
  const std::string text(web_tier);
  int refused = 0;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (text[begin] != ' ' || (text[begin - 1] != ':' && text[begin - 1] != ',')) continue;
    for (const std::string& replacement : replacements) {
      const std::size_t end = text.find_first_of(",}]", begin);
      std::string changed = text;
      changed.replace(begin, end - begin, replacement);
      const auto layout = layout_from_text(changed, "f");
      if (layout) continue;
      ++refused;
      EXPECT_THAT(layout.diagnostic().where, StartsWith("f:"));
      EXPECT_FALSE(layout.diagnostic().what.empty());
    }
  }
  EXPECT_GT(refused, 500);
}

TEST(LayoutFile, AnswersEveryTruncation) {
  for (std::size_t length = 0; length + 2 < web_tier.size(); ++length)
    EXPECT_FALSE(layout_from_text(web_tier.substr(0, length), "f").ok()) << length;
}

TEST(LayoutFile, WritesNoLinkThatLostAnEnd) {
  Architecture architecture = read(web_tier);
  architecture.components.pop_back();
  architecture.properties.scenario.clear();
  EXPECT_EQ(read(layout_to_text(architecture)).links.size(), 2u);
}

TEST(LayoutFile, KeepsLabelsLocksAndPictures) {
  const Architecture architecture =
      read(with(R"("areas": [{"name": "z", "kind": "zone", "at": [0, 0, 9, 9], "locked": true}],
    "components": [{"name": "u", "kind": "users", "at": [0, 0], "locked": true}, {"name": "w", "kind": "server", "at": [1, 1]}],
    "links": [{"from": "u", "to": "w", "label": "browse — \"fast\""}],
    "notes": [{"text": "", "at": [0, 0, 9, 9], "locked": true, "picture": "data:image/svg+xml;base64,PHN2Zy8+"}])"));
  EXPECT_TRUE(architecture.areas[0].locked);
  EXPECT_TRUE(architecture.components[0].locked);
  EXPECT_FALSE(architecture.components[1].locked);
  EXPECT_EQ(architecture.links[0].label, "browse — \"fast\"");
  EXPECT_TRUE(architecture.notes[0].locked);
  EXPECT_EQ(architecture.notes[0].picture.format(), ImageFormat::svg);
  EXPECT_EQ(architecture.notes[0].picture.bytes(), "<svg/>");
  const std::string first = layout_to_text(architecture);
  EXPECT_EQ(read(first), architecture);
  EXPECT_EQ(layout_to_text(read(first)), first);
}

TEST(LayoutFile, RefusesWhatIsNoPictureAndSaysWhere) {
  const auto picture = [](const std::string& value) {
    return refusal(with("\"notes\": [{\"text\": \"\", \"picture\": " + value + "}]"));
  };
  EXPECT_THAT(picture("\"data:image/png;base64,AAAA\""), HasSubstr("notes[0].picture: this is no PNG, JPEG or SVG"));
  EXPECT_THAT(picture("\"data:image/png;base64,A*==\""), HasSubstr("this is not a picture"));
  EXPECT_THAT(picture("\"https://example.org/a.png\""), HasSubstr("this is not a picture"));
  EXPECT_THAT(picture("7"), HasSubstr("notes[0].picture"));
  const std::string large(most_picture_bytes * 2, 'A');
  EXPECT_THAT(picture("\"data:image/png;base64," + large + "\""), HasSubstr("2 MiB"));
}

TEST(LayoutFile, RefusesALockThatIsNeitherOnNorOff) {
  EXPECT_THAT(refusal(with("\"notes\": [{\"text\": \"a\", \"locked\": \"yes\"}]")), HasSubstr("notes[0].locked"));
}

}  // namespace
}  // namespace loadframe
