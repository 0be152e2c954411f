#include "exchange/file_text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace loadframe {

namespace {

namespace fs = std::filesystem;

/// An open file; closed in the end, whatever happens.
class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  /// Closing can report that earlier writes failed.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
  int number_;
};

std::string reason(int number) { return std::generic_category().message(number); }

Diagnostic cannot_read(const fs::path& file, int number) {
  return error(file.string(), "cannot be read: " + reason(number),
               number == ENOENT   ? "check its name"
               : number == EACCES ? "ask its owner for permission to read it"
                                  : "");
}

Diagnostic cannot_write(const fs::path& file, int number) {
  std::string remedy;
  if (number == ENOSPC || number == EDQUOT)
    remedy = "make room on the disk, or save elsewhere; the old file is untouched";
  else if (number == EACCES || number == EPERM || number == EROFS) remedy = "save elsewhere, or change the permissions";
  else if (number == ENOENT) remedy = "check that the folder exists";
  return error(file.string(), "cannot be saved: " + reason(number), std::move(remedy));
}

/// The file behind symbolic links, which may not exist yet.
Result<fs::path> behind_links(fs::path file) {
  constexpr int most_links = 40;
  for (int i = 0; i < most_links; ++i) {
    std::error_code problem;
    if (!fs::is_symlink(fs::symlink_status(file, problem))) return file;
    const fs::path target = fs::read_symlink(file, problem);
    if (problem) return cannot_write(file, problem.value());
    file = target.is_absolute() ? target : file.parent_path() / target;
  }
  return cannot_write(file, ELOOP);
}

/// Returns an error number, or 0.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// Opens a new file in the folder, with the permissions that new files get.
std::pair<int, fs::path> open_beside(const fs::path& folder) {
  constexpr int attempts = 100;
  for (int i = 0; i < attempts; ++i) {
    const fs::path name = folder / (".loadframe-" + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp");
    const int file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file >= 0 || errno != EEXIST) return {file, name};
  }
  return {-1, {}};
}

/// Writes the text and makes sure that it is on the disk. Returns an error number, or 0.
int fill(int number, std::string_view text, const struct stat* old) {
  Descriptor file(number);
  // The owner can only be kept by root; the group often. The mode comes after, since a change of owner resets it.
  if (old && ::fchown(file.number(), old->st_uid, old->st_gid) != 0 &&
      ::fchown(file.number(), static_cast<uid_t>(-1), old->st_gid) != 0)
    errno = 0;
  if (old && ::fchmod(file.number(), old->st_mode & 07777) != 0) return errno;
  if (const int problem = write_all(file.number(), text)) return problem;
  if (::fsync(file.number()) != 0) return errno;
  return file.close() ? 0 : errno;
}

/// Makes the rename last; file systems that cannot sync a folder do without.
void sync_folder(const fs::path& folder) {
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.is_open()) ::fsync(directory.number());
}

}  // namespace

Result<std::string> read_file(const fs::path& file, std::size_t most_bytes) {
  // A pipe without a writer would wait for ever.
  const Descriptor open_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!open_file.is_open()) return cannot_read(file, errno);
  struct stat status {};
  if (::fstat(open_file.number(), &status) != 0) return cannot_read(file, errno);
  if (S_ISDIR(status.st_mode)) return cannot_read(file, EISDIR);
  if (!S_ISREG(status.st_mode)) return error(file.string(), "cannot be read: it is not a regular file");

  std::string text;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t count = ::read(open_file.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cannot_read(file, errno);
    if (count == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
    if (text.size() > most_bytes)
      return error(file.string(), "is larger than " + std::to_string(most_bytes >> 20) + " MiB");
  }
}

std::optional<Diagnostic> replace_file(const fs::path& named, std::string_view text) {
  const auto resolved = behind_links(named);
  if (!resolved) return resolved.diagnostic();
  const fs::path& file = *resolved;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");

  struct stat old {};
  const bool exists = ::stat(file.c_str(), &old) == 0;
  if (!exists && errno != ENOENT) return cannot_write(file, errno);
  if (exists && S_ISDIR(old.st_mode)) return cannot_write(file, EISDIR);
  if (exists && !S_ISREG(old.st_mode)) return error(file.string(), "cannot be saved: it is not a regular file");
  if (exists && ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0) return cannot_write(file, errno);

  const auto [number, beside] = open_beside(folder);
  if (number < 0) return cannot_write(file, errno);
  if (const int problem = fill(number, text, exists ? &old : nullptr)) {
    ::unlink(beside.c_str());
    return cannot_write(file, problem);
  }
  if (::rename(beside.c_str(), file.c_str()) != 0) {
    const int problem = errno;
    ::unlink(beside.c_str());
    return cannot_write(file, problem);
  }
  sync_folder(folder);
  return std::nullopt;
}

}  // namespace loadframe
