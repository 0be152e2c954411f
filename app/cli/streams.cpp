#include "cli/streams.h"

#include "exchange/file_text.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

namespace loadframe::cli {

namespace {

constexpr std::size_t largest_input = std::size_t{64} << 20;

std::string reason(int number) { return std::generic_category().message(number); }

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Result<std::string> read_stream(std::FILE* stream, const std::string& name) {
  std::string text;
  char buffer[65536];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, stream)) {
    text.append(buffer, count);
    if (text.size() > largest_input) return error(name, "is larger than 64 MiB");
  }
  if (std::ferror(stream)) return error(name, "cannot be read: " + reason(errno));
  return text;
}

bool is_pipe_or_device(const std::string& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

Result<std::string> read_pipe(const std::string& file) {
  const File stream(std::fopen(file.c_str(), "rb"));
  if (!stream) return error(file, "cannot be read: " + reason(errno));
  return read_stream(stream.get(), file);
}

Result<Layout> layout_from(const Result<std::string>& text, const std::string& name) {
  if (!text) return text.diagnostic();
  return layout_from_text(*text, name, std::filesystem::path());
}

std::optional<Diagnostic> write_stream(std::FILE* stream, const std::string& name, std::string_view content) {
  const bool complete = std::fwrite(content.data(), 1, content.size(), stream) == content.size();
  if (!complete || std::fflush(stream) != 0) return error(name, "cannot be written: " + reason(errno));
  return std::nullopt;
}

}  // namespace

Result<Layout> open_layout(const std::string& file) {
  const std::string name = file == "-" ? "standard input" : file;
  auto layout = file == "-"               ? layout_from(read_stream(stdin, name), name)
                : is_pipe_or_device(file) ? layout_from(read_pipe(file), name)
                                          : read_layout(file);
  if (layout)
    for (const Diagnostic& each : layout->warnings) report(each);
  return layout;
}

std::optional<Diagnostic> write_output(const std::string& file, std::string_view content) {
  if (file == "-") return write_stream(stdout, "standard output", content);
  if (!is_pipe_or_device(file)) return replace_file(file, content);
  const File stream(std::fopen(file.c_str(), "wb"));
  if (!stream) return error(file, "cannot be written: " + reason(errno));
  return write_stream(stream.get(), file, content);
}

int print(std::string_view text) {
  const auto problem = write_output("-", text);
  if (problem) report(*problem);
  return problem ? status_no : status_done;
}

void report(const Diagnostic& diagnostic) {
  const char* severity = diagnostic.severity == Severity::error     ? "error: "
                         : diagnostic.severity == Severity::warning ? "warning: "
                                                                    : "note: ";
  const std::string line = severity + to_text(diagnostic) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

int usage_error(std::string_view command, const Diagnostic& diagnostic) {
  const std::string name = "loadframe-cli" + (command.empty() ? std::string() : " " + std::string(command));
  const std::string text = name + ": " + to_text(diagnostic) + "\nSee " + name + " --help.\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
  return status_usage;
}

int usage_error(const Arguments& arguments, const Diagnostic& diagnostic) {
  return usage_error(arguments.command().name, diagnostic);
}

bool has_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace loadframe::cli
