#pragma once

#include "analysis/narration.h"
#include "architecture/quantities.h"
#include "simulation/outcome.h"

#include <QString>
#include <string_view>

/// Words and figures as the panels show them, in the reader's language.
namespace loadframe {

QString to_qstring(std::string_view text);
std::string to_std(const QString& text);

/// A text that core marks with TR, translated.
QString translated(std::string_view text);

/// A sentence of the narration, translated and filled.
QString sentence_text(const Sentence& sentence);

/// A number with few digits: "1,840", "12.5", "0.42".
QString figure_text(double number);
/// A share of 1 in per cent: "88 %".
QString percent_text(double share);
/// A time with three digits in a unit that suits it: "412 ms", "1.25 s"; "–" for none.
QString latency_text(Duration time);
/// Simulated time: as clock_text, with more digits when it runs slowly.
QString clock_label(Duration time, double speed);
/// "×1", "×1/100", "as fast as it goes".
QString speed_text(double factor);

/// How a call ended: "ok", "refused".
QString outcome_text(Outcome outcome);

}  // namespace loadframe
