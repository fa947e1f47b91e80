#include "parley/bargaining/count.hpp"

#include <algorithm>

namespace parley::bargaining {
namespace {

constexpr std::uint64_t kBase = 1'000'000'000;
constexpr std::size_t kDigits = 9;

}  // namespace

Count::Count(std::uint64_t value) {
  for (; value > 0; value /= kBase) limbs_.push_back(static_cast<std::uint32_t>(value % kBase));
}

Count& Count::operator+=(const Count& other) {
  if (limbs_.size() < other.limbs_.size()) limbs_.resize(other.limbs_.size());
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < limbs_.size(); ++i) {
    carry += limbs_[i];
    if (i < other.limbs_.size()) carry += other.limbs_[i];
    limbs_[i] = static_cast<std::uint32_t>(carry % kBase);
    carry /= kBase;
  }
  if (carry > 0) limbs_.push_back(static_cast<std::uint32_t>(carry));
  return *this;
}

Count& Count::operator*=(const Count& other) {
  std::vector<std::uint32_t> product(limbs_.size() + other.limbs_.size());
  for (std::size_t i = 0; i < limbs_.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < other.limbs_.size(); ++j) {
      carry += product[i + j] + std::uint64_t{limbs_[i]} * other.limbs_[j];
      product[i + j] = static_cast<std::uint32_t>(carry % kBase);
      carry /= kBase;
    }
    product[i + other.limbs_.size()] = static_cast<std::uint32_t>(carry);
  }
  while (!product.empty() && product.back() == 0) product.pop_back();
  limbs_ = std::move(product);
  return *this;
}

std::string Count::to_string() const {
  if (limbs_.empty()) return "0";
  std::string text = std::to_string(limbs_.back());
  for (std::size_t i = limbs_.size() - 1; i-- > 0;) {
    const std::string limb = std::to_string(limbs_[i]);
    text.append(kDigits - limb.size(), '0').append(limb);
  }
  return text;
}

double Count::to_double() const {
  double value = 0;
  for (std::size_t i = limbs_.size(); i-- > 0;) value = value * double{kBase} + limbs_[i];
  return value;
}

bool operator<(const Count& a, const Count& b) {
  if (a.limbs_.size() != b.limbs_.size()) return a.limbs_.size() < b.limbs_.size();
  return std::lexicographical_compare(a.limbs_.rbegin(), a.limbs_.rend(), b.limbs_.rbegin(),
                                      b.limbs_.rend());
}

}  // namespace parley::bargaining
