#include "cli/program.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace loadframe::test {

namespace {

namespace fs = std::filesystem;

class Folder {
public:
  Folder() : path_((fs::temp_directory_path() / "loadframe-cli-XXXXXX").string()) {
    if (!::mkdtemp(path_.data())) std::abort();
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

private:
  std::string path_;
};

std::string shell_quoted(const std::string& word) {
  std::string text = "'";
  for (const char letter : word) text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return text + "'";
}

}  // namespace

std::string scratch_folder() {
  static const Folder folder;
  return folder.path();
}

std::string scratch_file(const std::string& name, const std::string& content) {
  const std::string path = scratch_folder() + "/" + name;
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

std::string content_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

Ended run_program(const std::vector<std::string>& arguments, const std::string& input) {
  const std::string in = scratch_file("stdin", input);
  const std::string out = scratch_folder() + "/stdout";
  const std::string err = scratch_folder() + "/stderr";
  // Without a display: nothing here may need one.
  std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY " + shell_quoted(LOADFRAME_CLI);
  for (const std::string& argument : arguments) command += " " + shell_quoted(argument);
  command += " < " + shell_quoted(in) + " > " + shell_quoted(out) + " 2> " + shell_quoted(err);
  const int raw = std::system(command.c_str());
  const int status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
  return {status, content_of(out), content_of(err)};
}

}  // namespace loadframe::test
