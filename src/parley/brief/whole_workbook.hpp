#pragma once

#include <string_view>

namespace parley::brief {

/// Whether the bytes are a zip file each of whose files can be unpacked and is well-formed XML, as
/// every part of an Excel workbook without pictures is. Linear in the unpacked size.
bool is_whole_workbook(std::string_view bytes);

}  // namespace parley::brief
