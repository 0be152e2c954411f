#include "exchange/schema.h"

#include "architecture/architecture.h"
#include "exchange/file_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace loadframe {
namespace {

std::string checked_in(const std::string& name) {
  const auto text = read_file(std::string(LOADFRAME_SOURCE_DIR) + "/resources/schema/" + name, 1 << 20);
  return text ? *text : to_text(text.diagnostic());
}

TEST(Schema, OfLayoutsThatIsCheckedInIsTheOneThatIsMade) {
  EXPECT_EQ(checked_in("layout.schema.json"), layout_schema())
      << "refresh it: loadframe-cli schema layout > resources/schema/layout.schema.json";
}

TEST(Schema, OfRunsThatIsCheckedInIsTheOneThatIsMade) {
  EXPECT_EQ(checked_in("run.schema.json"), run_schema())
      << "refresh it: loadframe-cli schema run > resources/schema/run.schema.json";
}

TEST(Schema, DescribesEverySettingOfEveryKind) {
  const auto schema = nlohmann::json::parse(layout_schema());
  for (const KindDescription& kind : kinds()) {
    const auto& properties = schema.at("$defs").at("component-" + std::string(kind.key)).at("properties");
    EXPECT_EQ(properties.size(), kind.settings.size()) << kind.key;
    for (const Setting& row : kind.settings) {
      const auto& property = properties.at(std::string(row.key));
      EXPECT_TRUE(property.contains("default")) << row.key;
      EXPECT_FALSE(property.at("description").get<std::string>().empty()) << row.key;
    }
  }
}

TEST(Schema, HasOnlyReferencesThatLeadSomewhere) {
  for (const auto& text : {layout_schema(), run_schema()}) {
    const auto schema = nlohmann::json::parse(text);
    const auto flat = schema.flatten();
    int references = 0;
    for (const auto& [path, value] : flat.items()) {
      if (!path.ends_with("/$ref")) continue;
      ++references;
      EXPECT_TRUE(schema.contains(nlohmann::json::json_pointer(value.get<std::string>().substr(1)))) << value;
    }
    EXPECT_GT(references, 3);
  }
}

}  // namespace
}  // namespace loadframe
