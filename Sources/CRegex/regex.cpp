#include "CRegex.h"

#include <re2/re2.h>

#include <cstring>
#include <memory>
#include <vector>

struct ibid_regex {
  explicit ibid_regex(const re2::StringPiece &pattern, const RE2::Options &options) : re(pattern, options) {}
  RE2 re;
};

ibid_regex *ibid_regex_new(const char *pattern, int64_t length, int ignores_case, char *error, int64_t capacity) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignores_case);
  options.set_max_mem(16 << 20);
  auto regex = std::make_unique<ibid_regex>(re2::StringPiece(pattern, static_cast<size_t>(length)), options);
  if (regex->re.ok()) return regex.release();
  if (capacity > 0) {
    strncpy(error, regex->re.error().c_str(), static_cast<size_t>(capacity - 1));
    error[capacity - 1] = 0;
  }
  return nullptr;
}

void ibid_regex_free(ibid_regex *regex) { delete regex; }

int ibid_regex_group_count(const ibid_regex *regex) { return regex->re.NumberOfCapturingGroups(); }

int ibid_regex_find(const ibid_regex *regex, const char *text, int64_t length, int64_t start,
                    int64_t *bounds, int count) {
  re2::StringPiece whole(text, static_cast<size_t>(length));
  // Most patterns have few groups: their parts need no memory of their own.
  re2::StringPiece few[8];
  std::vector<re2::StringPiece> many;
  re2::StringPiece *parts = few;
  if (count > 8) {
    many.resize(static_cast<size_t>(count));
    parts = many.data();
  }
  if (!regex->re.Match(whole, static_cast<size_t>(start), whole.size(), RE2::UNANCHORED, parts, count)) return 0;
  for (int i = 0; i < count; i++) {
    const bool present = parts[i].data() != nullptr;
    bounds[2 * i] = present ? parts[i].data() - text : -1;
    bounds[2 * i + 1] = present ? bounds[2 * i] + static_cast<int64_t>(parts[i].size()) : -1;
  }
  return 1;
}
