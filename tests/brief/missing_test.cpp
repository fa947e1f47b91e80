// What a brief says that a case still lacks.
#include "parley/brief/chapters/missing.hpp"

#include <gtest/gtest.h>

namespace parley::brief {
namespace {

std::string lacking(const casefile::Case& source) {
  const assess::Assessment assessment;
  Exhibits exhibits(source);
  return missing_inputs({source, assessment, exhibits, nullptr}).text();
}

casefile::Case begun() {
  casefile::Case source;
  source.parties.add("ostria").name = "Ostria";
  source.parties.add("velm").name = "United Velm";
  source.parties.add("harbour").name = "Harbour League";
  source.parties.find("harbour")->role = casefile::Role::mediator;
  return source;
}

TEST(MissingInputs, OfACaseThatWasOnlyBegunAreAll) {
  EXPECT_EQ(lacking(begun()),
            "The case still lacks reports, the positions of Ostria and the United Velm, a draft and "
            "what Ostria and the United Velm get without a deal");
}

TEST(MissingInputs, AreNamedWhereTheyAreMissing) {
  casefile::Case source = begun();
  source.reports.add("wire");
  source.drafts.add("first");
  source.positions.add("ostria").add("coast");
  source.positions.add("velm").add("coast");
  source.no_deal.add("ostria");
  EXPECT_EQ(lacking(source), "The case still lacks what the United Velm gets without a deal");
  source.no_deal.add("velm");
  EXPECT_EQ(lacking(source), "");
}

}  // namespace
}  // namespace parley::brief
