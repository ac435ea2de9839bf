// A C face for RE2 (BSD licence): compile, search, free. Nothing else of C++ leaves this target.
#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ibid_regex ibid_regex;

/// Compiles a pattern of UTF-8 bytes. On failure returns NULL and writes a message (at most `capacity` bytes with its
/// final 0) to `error`.
ibid_regex *ibid_regex_new(const char *pattern, int64_t length, int ignores_case, char *error, int64_t capacity);
void ibid_regex_free(ibid_regex *regex);

/// Number of capturing groups.
int ibid_regex_group_count(const ibid_regex *regex);

/// Finds the leftmost match from byte `start` on; what stands before it still counts for `^` and `\b`. Fills `bounds` with start and end of the match and of each group (-1, -1 for a group that
/// took no part), `2 * count` numbers in all; without
/// a `count`, `bounds` may be NULL. Returns whether there is a match. Linear in `length`.
int ibid_regex_find(const ibid_regex *regex, const char *text, int64_t length, int64_t start,
                    int64_t *bounds, int count);

#ifdef __cplusplus
}
#endif
