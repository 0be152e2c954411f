#pragma once

#include "architecture/settings.h"

namespace loadframe {

enum class Operation { read, write };
enum class ResponseKind { html, json, asset };
/// What a read asks of a database.
enum class Query { point, join };
enum class Cacheable { automatic, yes, no };
enum class Popularity { zipf, uniform };

/// What users ask for: one endpoint of the mix.
struct RequestClassSettings {
  double weight = 1;
  Operation operation = Operation::read;
  ResponseKind response = ResponseKind::html;
  double cost = 1;
  Bytes size = kibibytes(10);
  Bytes request_size = kibibytes(1);
  Query query = Query::point;
  std::int64_t rows = 10;
  Cacheable cacheable = Cacheable::automatic;
  std::int64_t priority = 5;
  std::int64_t keys = 100'000;
  Popularity popularity = Popularity::zipf;
  double skew = 0.9;
  friend bool operator==(const RequestClassSettings&, const RequestClassSettings&) = default;
};

/// The settings table of request classes.
const SettingsTable& request_class_settings();

}  // namespace loadframe
