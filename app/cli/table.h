#pragma once

#include <string>
#include <vector>

/// Text in columns.
namespace loadframe::cli {

enum class Align { left, right };

class Table {
public:
  explicit Table(std::vector<Align> columns) : columns_(std::move(columns)) {}
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// The rows, each on a line of its own and indented by two blanks.
  std::string text() const;

private:
  std::vector<Align> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace loadframe::cli
