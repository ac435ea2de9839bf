#include "CVectors.h"

#include <string.h>

#if defined(__SSE2__)

// How many of the bytes from a place on are ASCII and not zero, in whole groups of sixteen.
static inline size_t passed(const uint8_t *bytes, size_t count) {
  size_t at = 0;
  const __m128i one = _mm_set1_epi8(1);
  for (; at + 64 <= count; at += 64) {
    __m128i least = one;
    for (int part = 0; part < 4; part++) {
      // As signed numbers bytes beyond ASCII are negative, and NUL is the only one below 1 that is not.
      const __m128i text = _mm_loadu_si128((const __m128i *)(bytes + at + part * 16));
      least = _mm_and_si128(least, _mm_cmpgt_epi8(text, _mm_setzero_si128()));
    }
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(least, one)) != 0xFFFF) break;
  }
  for (; at + 16 <= count; at += 16) {
    const __m128i text = _mm_loadu_si128((const __m128i *)(bytes + at));
    if (_mm_movemask_epi8(_mm_cmpgt_epi8(text, _mm_setzero_si128())) != 0xFFFF) break;
  }
  return at;
}

#else

static inline size_t passed(const uint8_t *bytes, size_t count) {
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, sizeof word);
    if ((word & 0x8080808080808080u) != 0 || ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u) != 0) break;
  }
  return at;
}

#endif

static inline bool continues(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Bytes of the character at a place; 0 if there is none (Unicode, table 3-7).
static inline size_t width(const uint8_t *bytes, size_t count) {
  const uint8_t first = bytes[0];
  if (first < 0x80) return first != 0;
  if (first < 0xC2 || first > 0xF4) return 0;
  if (first < 0xE0) return count >= 2 && continues(bytes[1]) ? 2 : 0;
  if (first < 0xF0) {
    if (count < 3 || !continues(bytes[1]) || !continues(bytes[2])) return 0;
    // Neither longer than it must be nor half of a pair.
    return (first == 0xE0 && bytes[1] < 0xA0) || (first == 0xED && bytes[1] > 0x9F) ? 0 : 3;
  }
  if (count < 4 || !continues(bytes[1]) || !continues(bytes[2]) || !continues(bytes[3])) return 0;
  return (first == 0xF0 && bytes[1] < 0x90) || (first == 0xF4 && bytes[1] > 0x8F) ? 0 : 4;
}

bool ibid_is_text(const uint8_t *bytes, size_t count) {
  size_t at = 0;
  while (at < count) {
    at += passed(bytes + at, count - at);
    // Some characters one by one, before the next look at many.
    for (const size_t end = at + 16; at < end && at < count;) {
      const size_t found = width(bytes + at, count - at);
      if (found == 0) return false;
      at += found;
    }
  }
  return true;
}
