#include "parley/record/tag.hpp"

#include <array>

namespace parley::record {
namespace {

constexpr std::array<std::string_view, kTagCount> kNames = {
#define PARLEY_TAG(identifier, name) name,
    PARLEY_PENN_TAGS(PARLEY_TAG)
#undef PARLEY_TAG
};

}  // namespace

std::string_view name(Tag tag) { return kNames[static_cast<std::size_t>(tag)]; }

std::optional<Tag> tag_named(std::string_view name) {
  for (std::size_t i = 0; i < kTagCount; ++i) {
    if (kNames[i] == name) return static_cast<Tag>(i);
  }
  return std::nullopt;
}

bool is_noun(Tag tag) { return tag == Tag::NN || tag == Tag::NNS || is_proper_noun(tag); }

bool is_proper_noun(Tag tag) { return tag == Tag::NNP || tag == Tag::NNPS; }

bool is_adjective(Tag tag) { return tag == Tag::JJ || tag == Tag::JJR || tag == Tag::JJS; }

bool is_adverb(Tag tag) { return tag == Tag::RB || tag == Tag::RBR || tag == Tag::RBS; }

bool is_verb(Tag tag) { return tag >= Tag::VB && tag <= Tag::VBZ; }

bool is_finite(Tag tag) {
  return tag == Tag::VBD || tag == Tag::VBP || tag == Tag::VBZ || tag == Tag::MD;
}

}  // namespace parley::record
