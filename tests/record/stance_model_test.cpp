#include "parley/record/stance_model.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "parley/record/word_vectors.hpp"

namespace parley::record::internal {
namespace {

StanceFeatureRow row(std::uint32_t key, std::size_t favoured, std::int16_t weight) {
  StanceFeatureRow made{key, {}};
  made.weights[favoured] = weight;
  return made;
}

TEST(StanceModel, GivesEveryClassTheSoftmaxOfItsWeights) {
  const std::vector<StanceFeatureRow> rows = {row(7, 2, 1024), row(9, 3, 2048)};
  const auto model = StanceModel::parse(write_stance_model(0.4F, rows));
  ASSERT_TRUE(model);
  EXPECT_NEAR(model->threshold(), 0.4, 1e-6);
  // Class 2 has 2 from feature 7, class 3 has 1 from half of feature 9, the others 0.
  const auto scores = model->probabilities(std::vector<Feature>{{7, 2}, {9, 0.5F}, {8, 100}});
  const double sum = std::exp(2.0) + std::exp(1.0) + static_cast<double>(kStanceClasses - 2);
  EXPECT_NEAR(scores[2], std::exp(2.0) / sum, 1e-5);
  EXPECT_NEAR(scores[3], std::exp(1.0) / sum, 1e-5);
  EXPECT_NEAR(scores[0], 1 / sum, 1e-5);
  EXPECT_NEAR(std::accumulate(scores.begin(), scores.end(), 0.0), 1, 1e-5);
}

TEST(StanceModel, KnowingNothingAllClassesAreAlike) {
  const auto model = StanceModel::parse(write_stance_model(0.5F, {}));
  ASSERT_TRUE(model);
  for (const float score : model->probabilities({}))
    EXPECT_NEAR(score, 1.0 / static_cast<double>(kStanceClasses), 1e-6);
}

TEST(StanceModel, RefusesWhatIsNoModel) {
  const std::vector<StanceFeatureRow> rows = {row(7, 1, 5), row(9, 1, 5)};
  const std::string bytes = write_stance_model(0.5F, rows);
  ASSERT_TRUE(StanceModel::parse(bytes));
  const auto code = [](const std::string& wrong) {
    const auto model = StanceModel::parse(wrong);
    return model ? std::string() : model.error().diagnostics.front().code;
  };
  EXPECT_EQ(code(""), "stance-model");
  EXPECT_EQ(code(bytes.substr(0, bytes.size() - 1)), "stance-model");
  EXPECT_EQ(code(bytes + "x"), "stance-model");
  std::string classes = bytes;
  ++classes[0];
  EXPECT_EQ(code(classes), "stance-model");
  const std::vector<StanceFeatureRow> twice = {row(7, 1, 5), row(7, 1, 5)};
  EXPECT_EQ(code(write_stance_model(0.5F, twice)), "stance-model");
}

TEST(StanceModel, IsBuiltIn) {
  const StanceModel* model = StanceModel::builtin();
  ASSERT_NE(model, nullptr);
  EXPECT_GT(model->threshold(), 0);
  EXPECT_LT(model->threshold(), 1);
}

double likeness(std::string_view a, std::string_view b) {
  const auto one = WordVectors::builtin().of(a);
  const auto other = WordVectors::builtin().of(b);
  double sum = 0;
  for (std::size_t d = 0; d < std::min(one.size(), other.size()); ++d) sum += one[d] * other[d];
  return sum * kVectorStep * kVectorStep;
}

TEST(WordVectors, OfLikeWordsLieNearToEachOther) {
  EXPECT_NEAR(likeness("refused", "refused"), 1, 0.05);
  EXPECT_GT(likeness("refused", "declined"), likeness("refused", "melon"));
  EXPECT_GT(likeness("ceasefire", "truce"), likeness("ceasefire", "wage"));
  EXPECT_TRUE(WordVectors::builtin().of("qzxv").empty());
}

}  // namespace
}  // namespace parley::record::internal
