#include "file_name_label.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

class FileNameLabelTest : public testing::Test {
protected:
  int width_of(const QString& text) const { return label_.fontMetrics().horizontalAdvance(text); }

  FileNameLabel label_{nullptr};
};

TEST_F(FileNameLabelTest, ShowsAShortNameWhole) {
  label_.show_name("shop.loadframe", false);
  EXPECT_EQ(label_.text_within(label_.sizeHint().width()), "shop.loadframe");
  EXPECT_LE(label_.sizeHint().width(), width_of("shop.loadframe") + 2);
}

TEST_F(FileNameLabelTest, KeepsTheEndingAndTheMarkOfALongName) {
  const QString name = QString("a-very-").repeated(12) + "long-name.loadframe";
  label_.show_name(name, true);
  EXPECT_LT(label_.sizeHint().width(), width_of(name));
  const QString shown = label_.text_within(width_of("a-very-long-name.loadframe"));
  EXPECT_LE(width_of(shown), width_of("a-very-long-name.loadframe"));
  EXPECT_TRUE(shown.startsWith("a-very"));
  EXPECT_TRUE(shown.contains(QChar(0x2026)));
  EXPECT_TRUE(shown.endsWith("frame \u2022")) << shown.toStdString();
  EXPECT_EQ(label_.toolTip(), name + ", with unsaved changes");
  EXPECT_EQ(label_.text(), name + " \u2022") << "what a screen reader tells";
}

TEST_F(FileNameLabelTest, GivesWayInANarrowWindow) {
  label_.show_name("million-users.loadframe", false);
  EXPECT_LT(label_.minimumSizeHint().width(), label_.sizeHint().width() / 2);
  label_.show_name("a", false);
  EXPECT_LE(label_.minimumSizeHint().width(), label_.sizeHint().width());
}

}  // namespace
}  // namespace loadframe
