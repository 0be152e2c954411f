#include "panels/wording.h"

#include "core_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace loadframe {

namespace {

/// Digits after the point that leave about three in all.
int decimals_for(double number) {
  const double size = std::abs(number);
  if (size >= 99.95 || size == 0) return 0;
  return size >= 9.995 ? 1 : 2;
}

QString without_trailing_zeros(QString text, const QLocale& locale) {
  const QString point = locale.decimalPoint();
  if (!text.contains(point)) return text;
  while (text.endsWith(locale.zeroDigit())) text.chop(1);
  if (text.endsWith(point)) text.chop(point.size());
  return text;
}

}  // namespace

QString to_qstring(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string to_std(const QString& text) { return text.toStdString(); }

QString translated(std::string_view text) { return text.empty() ? QString() : core_text(text); }

QString sentence_text(const Sentence& sentence) {
  return to_qstring(filled(to_std(translated(sentence.pattern)), sentence.arguments));
}

QString figure_text(double number) {
  const QLocale locale;
  return without_trailing_zeros(locale.toString(number, 'f', decimals_for(number)), locale);
}

QString percent_text(double share) {
  const double percent = share * 100;
  const int decimals = percent > 0 && percent < 9.95 ? 1 : 0;
  return QCoreApplication::translate("wording", "%1 %").arg(QLocale().toString(percent, 'f', decimals));
}

QString latency_text(Duration time) {
  if (time.nanoseconds <= 0) return QStringLiteral("–");
  const double seconds = time.seconds();
  if (seconds < 1e-3) return QCoreApplication::translate("wording", "%1 µs").arg(figure_text(seconds * 1e6));
  if (seconds < 0.9995) return QCoreApplication::translate("wording", "%1 ms").arg(figure_text(seconds * 1e3));
  return QCoreApplication::translate("wording", "%1 s").arg(figure_text(seconds));
}

QString clock_label(Duration time, double speed) {
  QString text = to_qstring(clock_text(time));
  if (speed <= 0 || speed > 0.1) return text;
  const int more_digits = speed > 0.01 ? 2 : 4;
  const std::int64_t unit = more_digits == 2 ? 1'000'000 : 10'000;
  const std::int64_t rest = time.nanoseconds % 100'000'000 / unit;
  return text + QStringLiteral("%1").arg(rest, more_digits, 10, QLatin1Char('0'));
}

QString speed_text(double factor) {
  if (factor <= 0) return QCoreApplication::translate("wording", "As fast as it goes");
  if (factor < 0.9995) return QStringLiteral("×1/%1").arg(figure_text(1 / factor));
  return QStringLiteral("×%1").arg(figure_text(factor));
}

QString outcome_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::ok:
      return QCoreApplication::translate("wording", "ok");
    case Outcome::refused:
      return QCoreApplication::translate("wording", "refused");
    case Outcome::reset:
      return QCoreApplication::translate("wording", "reset");
    case Outcome::timeout:
      return QCoreApplication::translate("wording", "timeout");
    case Outcome::rejected:
      return QCoreApplication::translate("wording", "rejected");
    case Outcome::no_healthy_target:
      return QCoreApplication::translate("wording", "no target");
    case Outcome::name_not_resolved:
      return QCoreApplication::translate("wording", "no address");
    case Outcome::error:
      return QCoreApplication::translate("wording", "error");
    case Outcome::lost:
      return QCoreApplication::translate("wording", "lost");
    case Outcome::circuit_open:
      return QCoreApplication::translate("wording", "circuit open");
    case Outcome::shed:
      return QCoreApplication::translate("wording", "shed");
    case Outcome::cancelled:
      return QCoreApplication::translate("wording", "cancelled");
  }
  return {};
}

}  // namespace loadframe
