#include "parley/record/stance_model.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "parley/base/little_endian.hpp"
#include "parley/base/resource.hpp"

namespace parley::record::internal {
namespace {

// The head: the number of classes, of rows, and the threshold in ten thousandths; then the rows, a
// key and its weights each. Little endian.
constexpr std::size_t kNumber = 4;
constexpr std::size_t kHead = 3 * kNumber;
constexpr std::size_t kWeight = 2;
constexpr std::size_t kRow = kNumber + kWeight * kStanceClasses;
constexpr float kThresholdStep = 1.0e-4F;

void put(std::string& bytes, std::uint32_t number, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k)
    bytes.push_back(static_cast<char>(number >> (8 * k) & 0xFFU));
}

tl::unexpected<Failure> broken(const char* what) {
  return invalid({{Severity::error,
                   "stance-model",
                   {},
                   std::string("the model of stances ") + what,
                   "build it anew with train_stances"}});
}

}  // namespace

Result<StanceModel> StanceModel::parse(std::string_view bytes) {
  if (bytes.size() < kHead) return broken("is too short");
  if (little_endian(bytes, 0, kNumber) != kStanceClasses) return broken("has other classes");
  const std::size_t count = little_endian(bytes, kNumber, kNumber);
  if (bytes.size() != kHead + count * kRow) return broken("has not the length that it states");
  StanceModel model;
  model.threshold_ =
      kThresholdStep * static_cast<float>(little_endian(bytes, 2 * kNumber, kNumber));
  model.place_ = HashTable<std::uint32_t>(count);
  model.rows_.resize(count);
  std::uint32_t before = 0;
  for (std::size_t r = 0; r < count; ++r) {
    const std::size_t at = kHead + r * kRow;
    const std::uint32_t key = little_endian(bytes, at, kNumber);
    if (r > 0 && key <= before) return broken("is not in the order of its keys");
    before = key;
    for (std::size_t c = 0; c < kStanceClasses; ++c)
      model.rows_[r][c] =
          static_cast<std::int16_t>(little_endian(bytes, at + kNumber + c * kWeight, kWeight));
    model.place_.insert(key, static_cast<std::uint32_t>(r + 1));
  }
  return model;
}

StanceScores StanceModel::probabilities(std::span<const Feature> features) const {
  StanceScores scores{};
  for (const Feature& feature : features) {
    const std::uint32_t place = place_.find(feature.key);
    if (place == 0) continue;
    const StanceRow& row = rows_[place - 1];
    for (std::size_t c = 0; c < kStanceClasses; ++c)
      scores[c] += feature.value * kStanceQuantum * static_cast<float>(row[c]);
  }
  const float most = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - most);
  for (float& score : scores) score /= sum;
  return scores;
}

const StanceModel* StanceModel::builtin() {
  static const std::optional<StanceModel> model = []() -> std::optional<StanceModel> {
    const auto bytes = resource("stances/model.bin");
    if (!bytes) return std::nullopt;
    auto read = parse(*bytes);
    return read ? std::optional(*std::move(read)) : std::nullopt;
  }();
  return model ? &*model : nullptr;
}

std::string write_stance_model(float threshold, std::span<const StanceFeatureRow> rows) {
  std::string bytes;
  put(bytes, kStanceClasses, kNumber);
  put(bytes, static_cast<std::uint32_t>(rows.size()), kNumber);
  put(bytes, static_cast<std::uint32_t>(std::lround(threshold / kThresholdStep)), kNumber);
  for (const StanceFeatureRow& row : rows) {
    put(bytes, row.key, kNumber);
    for (const std::int16_t weight : row.weights)
      put(bytes, static_cast<std::uint16_t>(weight), kWeight);
  }
  return bytes;
}

}  // namespace parley::record::internal
