#pragma once

#include "charts/chart_data.h"

class QString;
class QWidget;

namespace loadframe {

class ChartCard;

/// Asks for a file and writes the chart's picture to it. @param format "png" or "svg"
void export_chart_picture(const ChartCard& card, const QString& format, QWidget& parent);

/// Asks for a file and writes a table to it, in the background.
void export_chart_table(std::vector<ChartColumn> columns, const Samples& samples, double from_s, double to_s,
                        QWidget& parent);

/// The same without asking. Return why it could not be written; empty if it was.
QString write_chart_picture(const ChartCard& card, const QString& format, const QString& file);

}  // namespace loadframe
