#pragma once

#include <string>
#include <vector>

/// Runs loadframe-cli as a person or a script does.
namespace loadframe::test {

struct Ended {
  int status = -1;  ///< exit status; 128 + the signal that ended it
  std::string out;
  std::string err;
};

/// Runs it with these arguments and this on its standard input.
Ended run_program(const std::vector<std::string>& arguments, const std::string& input = {});

/// A folder for the files of one test program, removed at its end.
std::string scratch_folder();

/// Writes a file in that folder. @return its path
std::string scratch_file(const std::string& name, const std::string& content);

std::string content_of(const std::string& file);

}  // namespace loadframe::test
