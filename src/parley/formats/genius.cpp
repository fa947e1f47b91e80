#include "parley/formats/genius.hpp"

#include <fmt/format.h>

#include "parley/formats/genius_profile.hpp"
#include "parley/formats/limits.hpp"
#include "parley/formats/party_names.hpp"

namespace parley::formats {
namespace {

using namespace internal;

constexpr std::string_view kDomain = "negotiation_template";
constexpr std::string_view kProfile = "utility_space";

// The root element decides what a file is. An empty node, with an error, when it is not `wanted`.
XmlElement root_of(const XmlDocument& document, std::string_view wanted, Findings& findings) {
  const XmlElement root = document.root();
  if (is_called(root, wanted)) return root;
  const bool is_domain = is_called(root, kDomain);
  const bool is_profile = is_called(root, kProfile);
  findings.error(root.byte(), "wrong-root",
                 is_domain    ? "this is a domain, where a profile is wanted"
                 : is_profile ? "this is a profile, where the domain is wanted"
                              : fmt::format("<{}> begins neither a domain nor a profile of GENIUS",
                                            root.name()),
                 "the domain (<negotiation_template>) comes first, then the profiles "
                 "(<utility_space>)");
  return {};
}

void append(Diagnostics& all, Diagnostics more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void check_size(const bargaining::Problem& problem, Findings& findings) {
  findings.adopt(0, [&] {
    Diagnostics errors;
    for (Diagnostic& each : bargaining::check(problem)) {
      if (each.severity == Severity::error) errors.push_back(std::move(each));
    }
    return errors;
  }());
  if (const auto why = too_tied(problem)) {
    findings.error(0, "unsupported", "the hyper-rectangles are too many: " + *why);
  }
}

}  // namespace

Result<ReadProblem> read_genius(const Source& domain, const std::vector<Source>& profiles,
                                const GeniusOptions& options) {
  ReadProblem read;
  bargaining::Problem& problem = read.problem;
  Findings domain_findings(domain);
  GeniusDomain issues;
  if (const auto document = parse_xml(domain, domain_findings)) {
    if (const auto root = root_of(*document, kDomain, domain_findings)) {
      issues = read_domain(root, options.real_steps, domain_findings);
    }
  }
  const bool usable = !domain_findings.has_errors();
  problem.issues = issues.issues;

  std::vector<std::string> names;
  Diagnostics found;
  for (const Source& profile : profiles) {
    Findings findings(profile);
    names.push_back(distinct_name(stem(profile.file), names));
    if (const auto document = parse_xml(profile, findings)) {
      const XmlElement root = root_of(*document, kProfile, findings);
      if (root && usable) add_profile(root, issues, names.back(), problem, findings);
    }
    if (!findings.has_errors() && usable && problem.parties.size() == names.size() &&
        cap_at_one(problem, problem.parties.size() - 1) == Cap::not_cut) {
      findings.warning(0, "above-one",
                       "some deals are worth more than 1 in sum, which GENIUS cuts to 1; there are "
                       "too many of them, so here their values stay as they are");
    }
    append(found, findings.take());
  }
  if (usable && !has_errors(found)) check_size(problem, domain_findings);
  Diagnostics all = domain_findings.take();
  append(all, std::move(found));
  if (has_errors(all)) return invalid(std::move(all));
  read.warnings = std::move(all);
  return read;
}

}  // namespace parley::formats
