#include "diagram/picture_export.h"

#include "diagram/geometry.h"
#include "diagram/routing.h"
#include "diagram/theme.h"
#include "drawing.h"

#include <gtest/gtest.h>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace loadframe {
namespace {

Architecture sample_architecture() {
  Drawing drawing;
  const ComponentId users = drawing.add("shoppers", UsersSettings{});
  const ComponentId server = drawing.add("web-1", ServerSettings{});
  drawing.architecture.components[1].at = {300, 40};
  drawing.wire(users, server);
  drawing.architecture.properties.name = "A shop";
  return drawing.architecture;
}

QByteArray exported(PictureFormat format, const PictureOptions& options = {}) {
  Result<QByteArray> bytes = export_picture(sample_architecture(), format, options);
  if (!bytes) {
    ADD_FAILURE() << to_text(bytes.diagnostic());
    return {};
  }
  return *bytes;
}

TEST(Png, HasTheSizeOfTheDiagramTimesTheScale) {
  const QSize size = drawn_bounds(sample_architecture(), *routes_of(sample_architecture())).toAlignedRect().size();
  EXPECT_EQ(QImage::fromData(exported(PictureFormat::png)).size(), size);
  EXPECT_EQ(QImage::fromData(exported(PictureFormat::png, {2, false, "light"})).size(), size * 2);
}

TEST(Png, IsTransparentWhenAsked) {
  EXPECT_EQ(qAlpha(QImage::fromData(exported(PictureFormat::png, {1, true, "light"})).pixel(2, 2)), 0);
  EXPECT_EQ(QImage::fromData(exported(PictureFormat::png, {1, false, "dark"})).pixel(2, 2), theme("dark").canvas.rgb());
}

TEST(Png, OfImmoderateSizeIsRefusedWithARemedy) {
  Architecture wide = sample_architecture();
  wide.components[1].at = {100'000, 0};
  const auto result = export_picture(wide, PictureFormat::png, {8, false, "light"});
  ASSERT_FALSE(result);
  EXPECT_NE(result.diagnostic().remedy.find("smaller scale"), std::string::npos);
}

TEST(Png, IsTheSameTwice) { EXPECT_EQ(exported(PictureFormat::png), exported(PictureFormat::png)); }

TEST(Svg, NeedsNoFontToLookTheSame) {
  QXmlStreamReader reader(exported(PictureFormat::svg));
  QString described;
  int paths = 0;
  while (!reader.atEnd()) {
    if (reader.readNext() != QXmlStreamReader::StartElement) continue;
    EXPECT_NE(reader.name(), QStringLiteral("text"));
    paths += reader.name() == QStringLiteral("path");
    if (reader.name() == QStringLiteral("desc")) described = reader.readElementText();
  }
  EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
  EXPECT_GT(paths, 10);
  EXPECT_TRUE(described.contains("web-1"));
}

TEST(Svg, LeadsLinksAsAsked) {
  PictureOptions square;
  square.links = LinkStyle::orthogonal;
  EXPECT_NE(exported(PictureFormat::svg), exported(PictureFormat::svg, square));
}

TEST(Svg, IsValidWhateverThingsAreCalled) {
  Architecture architecture = sample_architecture();
  architecture.properties.name = "Shop <a> & \"b\"";
  architecture.components[0].name = "a & <b>";
  const Result<QByteArray> bytes = export_picture(architecture, PictureFormat::svg, {});
  ASSERT_TRUE(bytes);
  QXmlStreamReader reader(*bytes);
  QString title;
  while (!reader.atEnd())
    if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QStringLiteral("title"))
      title = reader.readElementText();
  EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
  EXPECT_EQ(title, "Shop <a> & \"b\"");
}

TEST(Svg, LooksTheSameInAnotherProgram) {
  QTemporaryDir folder;
  QFile file(folder.filePath("a.svg"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(exported(PictureFormat::svg));
  file.close();
  const QImage ours = QImage::fromData(exported(PictureFormat::png));
  ASSERT_EQ(
      QProcess::execute("rsvg-convert", {"-w", QString::number(ours.width()), "-h", QString::number(ours.height()),
                                         file.fileName(), "-o", folder.filePath("a.png")}),
      0);
  const QImage theirs(folder.filePath("a.png"));
  ASSERT_EQ(theirs.size(), ours.size());
  double difference = 0;
  for (int y = 0; y < ours.height(); ++y)
    for (int x = 0; x < ours.width(); ++x) difference += std::abs(qGray(ours.pixel(x, y)) - qGray(theirs.pixel(x, y)));
  EXPECT_LT(difference / (ours.width() * ours.height()), 2) << "mean difference of grey, of 255";
}

TEST(Pdf, HoldsItsTextAndFonts) {
  QTemporaryDir folder;
  QFile file(folder.filePath("a.pdf"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(exported(PictureFormat::pdf));
  file.close();
  QProcess reader;
  reader.start("pdftotext", {file.fileName(), "-"});
  ASSERT_TRUE(reader.waitForFinished());
  EXPECT_TRUE(reader.readAllStandardOutput().contains("shoppers"));
  reader.start("pdffonts", {file.fileName()});
  ASSERT_TRUE(reader.waitForFinished());
  const QByteArray fonts = reader.readAllStandardOutput();
  EXPECT_FALSE(fonts.contains(" no  no")) << "a font is not embedded:\n" << fonts.toStdString();
}

TEST(EveryFormat, ExportsAnEmptySheet) {
  for (const PictureFormatDescription& format : picture_formats())
    EXPECT_TRUE(export_picture({}, *picture_format_from_key(format.key), {})) << format.key.toStdString();
}

}  // namespace
}  // namespace loadframe
