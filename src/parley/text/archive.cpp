#include "parley/text/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace parley::text::internal {
namespace {

constexpr std::size_t kBeforeRatio = std::size_t{16} << 20U;

struct Free {
  void operator()(archive* opened) const { archive_read_free(opened); }
};
using Opened = std::unique_ptr<archive, Free>;

Opened open(std::string_view bytes, const std::function<void(archive*)>& support) {
  Opened opened(archive_read_new());
  support(opened.get());
  if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return nullptr;
  }
  return opened;
}

Opened open_files(std::string_view bytes) {
  return open(bytes, [](archive* each) {
    archive_read_support_format_zip(each);
    archive_read_support_format_tar(each);
  });
}

// Some programs write names in an encoding of their own and do not say so.
std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  if (name == nullptr) return {};
  const auto characters = characters_of(name);
  return characters ? characters->utf8 : std::string();
}

std::string reason(archive* opened) {
  const char* message = archive_error_string(opened);
  return message == nullptr ? "it ends too early" : message;
}

tl::unexpected<Failure> bomb(const Input& file, const Limits& limits) {
  return too_large(
      file.name(),
      fmt::format("this unpacks to more than {} MiB, or to more than {} times its size",
                  limits.unpacked_bytes >> 20U, limits.ratio),
      "unpack it yourself and give the files that you need");
}

// The rest of the member that was opened last.
Result<std::string> bytes_of(archive* opened, const Input& file, Decoding& decoding) {
  std::string bytes;
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  for (;;) {
    const int status = archive_read_data_block(opened, &block, &size, &offset);
    if (status == ARCHIVE_EOF) return bytes;
    if (status != ARCHIVE_OK) return damaged(file.name(), reason(opened));
    const auto packed = static_cast<std::size_t>(archive_filter_bytes(opened, -1));
    const std::size_t unpacked = bytes.size() + size;
    const bool grows = unpacked > kBeforeRatio && unpacked / (packed + 1) > decoding.limits().ratio;
    if (grows || unpacked > decoding.limits().file_bytes || !decoding.take(size)) {
      return bomb(file, decoding.limits());
    }
    bytes.append(static_cast<const char*>(block), size);
  }
}

}  // namespace

std::vector<std::string> zip_names(std::string_view bytes, std::size_t most) {
  std::vector<std::string> names;
  if (!bytes.starts_with("PK\x03\x04")) return names;
  const Opened opened = open(bytes, [](archive* each) { archive_read_support_format_zip(each); });
  archive_entry* entry = nullptr;
  while (opened && names.size() < most &&
         archive_read_next_header(opened.get(), &entry) == ARCHIVE_OK) {
    names.push_back(name_of(entry));
  }
  return names;
}

Result<std::vector<Member>> unpack(const Input& file, Decoding& decoding,
                                   const std::function<bool(std::string_view)>& wanted) {
  const Opened opened = open_files(file.bytes());
  if (!opened) return damaged(file.name(), "it is no archive that can be opened");
  std::vector<Member> members;
  archive_entry* entry = nullptr;
  for (std::size_t count = 0;; ++count) {
    const int status = archive_read_next_header(opened.get(), &entry);
    if (status == ARCHIVE_EOF) return members;
    if (status < ARCHIVE_WARN) return damaged(file.name(), reason(opened.get()));
    if (count >= decoding.limits().members) {
      return too_large(
          file.name(),
          fmt::format("the archive holds more than {} files", decoding.limits().members),
          "unpack it yourself and give the files that you need");
    }
    std::string name = name_of(entry);
    if (archive_entry_filetype(entry) != AE_IFREG || !wanted(name)) continue;
    if (archive_entry_is_encrypted(entry) != 0) {
      return fail(FailureKind::unsupported, "locked-file", {file.name(), 0, 0},
                  "this archive is locked with a password",
                  "unpack it yourself and give the files in it");
    }
    auto bytes = bytes_of(opened.get(), file, decoding);
    if (!bytes) return tl::unexpected(std::move(bytes.error()));
    members.push_back({std::move(name), *std::move(bytes)});
  }
}

Result<std::string> gunzip(const Input& file, Decoding& decoding) {
  const Opened opened = open(file.bytes(), [](archive* each) {
    archive_read_support_filter_gzip(each);
    archive_read_support_format_raw(each);
  });
  archive_entry* entry = nullptr;
  if (!opened || archive_read_next_header(opened.get(), &entry) != ARCHIVE_OK) {
    return damaged(file.name(), "it is no gzip file that can be opened");
  }
  return bytes_of(opened.get(), file, decoding);
}

const std::string* find(const std::vector<Member>& members, std::string_view name) {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [name](const Member& each) { return each.name == name; });
  return found == members.end() ? nullptr : &found->bytes;
}

}  // namespace parley::text::internal
