#include "text/files.hpp"

#include <unicode/ucnv.h>
#include <zlib.h>

#include <sstream>

namespace parley::text {
namespace {

std::string little(std::size_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) {
    text += static_cast<char>(static_cast<unsigned char>(number & 0xFFU));
    number >>= 8U;
  }
  return text;
}

std::string deflate_as(std::string_view bytes, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
  std::string copy(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string number(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

std::string page_content(const std::vector<Printed>& words) {
  std::string content;
  for (const Printed& each : words) {
    std::string shown;
    for (const char c : each.words) {
      if (c == '(' || c == ')' || c == '\\') shown += '\\';
      shown += c;
    }
    content += "BT /F1 " + number(each.size) + " Tf " + number(each.left) + " " + number(each.up) +
               " Td (" + shown + ") Tj ET\n";
  }
  return content;
}

}  // namespace

std::string zipped(const Members& members, bool deflated) {
  std::string file;
  std::string directory;
  for (const auto& [name, bytes] : members) {
    const std::string stored = deflated ? deflate_as(bytes, -15) : bytes;
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const std::string about = little(20, 2) + little(0, 2) + little(deflated ? 8 : 0, 2) +
                              little(0, 4) + little(sum, 4) + little(stored.size(), 4) +
                              little(bytes.size(), 4) + little(name.size(), 2) + little(0, 2);
    directory +=
        "PK\x01\x02" + little(20, 2) + about + little(0, 10) + little(file.size(), 4) + name;
    file += "PK\x03\x04" + about + name + stored;
  }
  return file + directory + "PK\x05\x06" + little(0, 4) + little(members.size(), 2) +
         little(members.size(), 2) + little(directory.size(), 4) + little(file.size(), 4) +
         little(0, 2);
}

std::string tarred(const Members& members) {
  std::string file;
  const auto octal = [](std::size_t value, int digits) {
    std::ostringstream text;
    text << std::oct << value;
    return std::string(static_cast<std::size_t>(digits) - text.str().size(), '0') + text.str() +
           '\0';
  };
  for (const auto& [name, bytes] : members) {
    std::string head = name + std::string(100 - name.size(), '\0') + octal(0644, 7) + octal(0, 7) +
                       octal(0, 7) + octal(bytes.size(), 11) + octal(0, 11) + "        0" +
                       std::string(100, '\0') + std::string("ustar\0", 6) + "00";
    head.resize(512, '\0');
    std::size_t sum = 0;
    for (const char c : head) sum += static_cast<unsigned char>(c);
    head.replace(148, 8, octal(sum, 6) + " ");
    file += head + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
  }
  return file + std::string(1024, '\0');
}

std::string gzipped(std::string_view bytes) { return deflate_as(bytes, 15 + 16); }

std::string encoded(std::string_view utf8, const char* charset) {
  UErrorCode error = U_ZERO_ERROR;
  std::string bytes(utf8.size() * 4 + 16, '\0');
  const std::int32_t size =
      ucnv_convert(charset, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                   utf8.data(), static_cast<std::int32_t>(utf8.size()), &error);
  EXPECT_LE(error, U_ZERO_ERROR) << charset;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

std::string pdf_of(const std::vector<std::vector<Printed>>& pages) {
  std::vector<std::string> objects;
  std::string kids;
  for (std::size_t p = 0; p < pages.size(); ++p) kids += std::to_string(4 + 2 * p) + " 0 R ";
  objects.push_back("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push_back("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) +
                    " >>");
  objects.push_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::string content = page_content(pages[p]);
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(5 + 2 * p) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
                      "endstream");
  }
  std::string file = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string place = std::to_string(file.size());
    table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(file.size());
  return file + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer << /Size " +
         count + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string docx_of(const std::string& body, const Members& parts) {
  Members all{{"[Content_Types].xml", "<Types/>"},
              {"word/document.xml",
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>" +
                   body + "</w:body></w:document>"}};
  all.insert(all.end(), parts.begin(), parts.end());
  return zipped(all);
}

std::string odt_of(const std::string& body, const std::string& styles, const Members& parts) {
  Members all{{"mimetype", "application/vnd.oasis.opendocument.text"},
              {"content.xml", "<office:document-content><office:automatic-styles>" + styles +
                                  "</office:automatic-styles><office:body><office:text>" + body +
                                  "</office:text></office:body></office:document-content>"}};
  all.insert(all.end(), parts.begin(), parts.end());
  return zipped(all);
}

Decoded decoded(std::string_view bytes, const std::string& name, const Limits& limits) {
  auto result = decode(bytes, name, limits);
  if (result) return *std::move(result);
  ADD_FAILURE() << name << ": " << to_text(result.error().diagnostics.front());
  return {};
}

Document the_document(std::string_view bytes, const std::string& name) {
  Decoded all = decoded(bytes, name);
  EXPECT_EQ(all.documents.size(), 1U) << name;
  return all.documents.empty() ? Document() : std::move(all.documents.front());
}

std::string refused(std::string_view bytes, const std::string& name, const Limits& limits) {
  const auto result = decode(bytes, name, limits);
  return result ? std::string() : result.error().diagnostics.front().code;
}

std::string blocks_of(const Document& document) {
  std::string all;
  for (const Block& each : document.source.blocks) {
    all += std::string(text::name(each.kind)) + ": " +
           document.text.substr(each.begin, each.end - each.begin) + "\n";
  }
  return all;
}

}  // namespace parley::text
