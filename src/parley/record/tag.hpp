#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parley::record {

/// Every part of speech with its name in the Penn treebank (Santorini 1990), as the Universal
/// Dependencies English EWT treebank uses and extends it: HYPH, NFP, ADD, AFX and GW are EWT's.
#define PARLEY_PENN_TAGS(TAG)                              \
  TAG(CC, "CC")               /* and, but */               \
  TAG(CD, "CD")               /* two, 28 */                \
  TAG(DT, "DT")               /* the, this */              \
  TAG(EX, "EX")               /* existential there */      \
  TAG(FW, "FW")               /* foreign word */           \
  TAG(IN, "IN")               /* in, that, if */           \
  TAG(JJ, "JJ")               /* adjective */              \
  TAG(JJR, "JJR")             /* comparative */            \
  TAG(JJS, "JJS")             /* superlative */            \
  TAG(LS, "LS")               /* list item marker */       \
  TAG(MD, "MD")               /* will, must */             \
  TAG(NN, "NN")               /* noun, singular */         \
  TAG(NNS, "NNS")             /* noun, plural */           \
  TAG(NNP, "NNP")             /* name, singular */         \
  TAG(NNPS, "NNPS")           /* name, plural */           \
  TAG(PDT, "PDT")             /* all the, both the */      \
  TAG(POS, "POS")             /* possessive 's */          \
  TAG(PRP, "PRP")             /* she, themselves */        \
  TAG(PRP_possessive, "PRP$") /* her, their */             \
  TAG(RB, "RB")               /* adverb, not */            \
  TAG(RBR, "RBR")             /* adverb, comparative */    \
  TAG(RBS, "RBS")             /* adverb, superlative */    \
  TAG(RP, "RP")               /* particle: give up */      \
  TAG(SYM, "SYM")             /* symbol */                 \
  TAG(TO, "TO")               /* infinitival to */         \
  TAG(UH, "UH")               /* interjection */           \
  TAG(VB, "VB")               /* verb, base form */        \
  TAG(VBD, "VBD")             /* verb, past */             \
  TAG(VBG, "VBG")             /* verb, -ing */             \
  TAG(VBN, "VBN")             /* verb, past participle */  \
  TAG(VBP, "VBP")             /* verb, present plural */   \
  TAG(VBZ, "VBZ")             /* verb, present singular */ \
  TAG(WDT, "WDT")             /* which, relative that */   \
  TAG(WP, "WP")               /* who, what */              \
  TAG(WP_possessive, "WP$")   /* whose */                  \
  TAG(WRB, "WRB")             /* when, where */            \
  TAG(ADD, "ADD")             /* address of mail or web */ \
  TAG(AFX, "AFX")             /* affix on its own */       \
  TAG(GW, "GW")               /* part of a split word */   \
  TAG(NFP, "NFP")             /* ornament */               \
  TAG(currency, "$")                                       \
  TAG(comma, ",")                                          \
  TAG(stop, ".")  /* also ? and ! */                       \
  TAG(colon, ":") /* also ; ... and -- */                  \
  TAG(hyphen, "HYPH")                                      \
  TAG(open_quote, "``")                                    \
  TAG(close_quote, "''")                                   \
  TAG(open_bracket, "-LRB-")                               \
  TAG(close_bracket, "-RRB-")

/// The part of speech of a token.
enum class Tag : std::uint8_t {
#define PARLEY_TAG(identifier, name) identifier,
  PARLEY_PENN_TAGS(PARLEY_TAG)
#undef PARLEY_TAG
};

/// The number of tags; their values run from 0 to kTagCount - 1.
inline constexpr std::size_t kTagCount = [] {
  std::size_t count = 0;
#define PARLEY_TAG(identifier, name) ++count;
  PARLEY_PENN_TAGS(PARLEY_TAG)
#undef PARLEY_TAG
  return count;
}();

/// The Penn name: "VBD" for Tag::VBD, "PRP$" for Tag::PRP_possessive.
std::string_view name(Tag tag);

/// The tag of a Penn name; nothing for any other text.
std::optional<Tag> tag_named(std::string_view name);

/// True for NN, NNS, NNP and NNPS.
bool is_noun(Tag tag);

/// True for NNP and NNPS.
bool is_proper_noun(Tag tag);

/// True for JJ, JJR and JJS.
bool is_adjective(Tag tag);

/// True for RB, RBR and RBS.
bool is_adverb(Tag tag);

/// True for VB, VBD, VBG, VBN, VBP and VBZ; modals are not verbs.
bool is_verb(Tag tag);

/// True for the forms that make a clause finite by themselves: VBD, VBP, VBZ and MD.
bool is_finite(Tag tag);

}  // namespace parley::record
