// Tests of sixty-four elements at once, a bit for each, lowest first, and what looks through texts with them.
//
// Vectors of any processor compare many elements in one step; what brings sixteen outcomes together as bits is an instruction
// that only C has a name for. Where there is none, the loops below say the same.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// A loop over the sixty-four elements, for processors without such vectors.
#define IBID_BITS_OF(test)                                              \
  uint64_t bits = 0;                                                    \
  for (int place = 0; place < 64; place++) bits |= (uint64_t)(test) << place; \
  return bits

#ifdef __SSE2__
/// Sixteen bytes.
static inline __m128i ibid_load(const void *_Nonnull from, size_t bytes) {
  return _mm_loadu_si128((const __m128i *)((const uint8_t *)from + bytes));
}

/// Four times sixteen outcomes, each a byte of ones or zeros.
static inline uint64_t ibid_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
  uint64_t low = (uint32_t)_mm_movemask_epi8(a) | (uint32_t)_mm_movemask_epi8(b) << 16;
  uint64_t high = (uint32_t)_mm_movemask_epi8(c) | (uint32_t)_mm_movemask_epi8(d) << 16;
  return low | high << 32;
}
#endif

// MARK: Numbers in a range

/// Which of sixty-four bytes are from `first` to `last`.
static inline uint64_t ibid_bytes_within(const uint8_t *_Nonnull bytes, uint8_t first, uint8_t last) {
#ifdef __SSE2__
  __m128i least = _mm_set1_epi8((char)first), width = _mm_set1_epi8((char)(last - first)), found[4];
  for (int group = 0; group < 4; group++) {
    __m128i distance = _mm_sub_epi8(ibid_load(bytes, group * 16), least);
    found[group] = _mm_cmpeq_epi8(_mm_min_epu8(distance, width), distance);
  }
  return ibid_bits(found[0], found[1], found[2], found[3]);
#else
  IBID_BITS_OF((uint8_t)(bytes[place] - first) <= (uint8_t)(last - first));
#endif
}

/// Which of sixty-four numbers of two bytes are from `first` to `last`.
static inline uint64_t ibid_shorts_within(const uint16_t *_Nonnull shorts, uint16_t first, uint16_t last) {
#ifdef __SSE2__
  __m128i least = _mm_set1_epi16((short)first), width = _mm_set1_epi16((short)(last - first)), found[8];
  for (int group = 0; group < 8; group++) {
    __m128i beyond = _mm_subs_epu16(_mm_sub_epi16(ibid_load(shorts, group * 16), least), width);
    found[group] = _mm_cmpeq_epi16(beyond, _mm_setzero_si128());
  }
  return ibid_bits(
    _mm_packs_epi16(found[0], found[1]), _mm_packs_epi16(found[2], found[3]), _mm_packs_epi16(found[4], found[5]),
    _mm_packs_epi16(found[6], found[7]));
#else
  IBID_BITS_OF((uint16_t)(shorts[place] - first) <= (uint16_t)(last - first));
#endif
}

#ifdef __SSE2__
/// Which of sixteen numbers of four bytes are outside of a range.
static inline __m128i ibid_words_beyond(const int32_t *_Nonnull words, __m128i first, __m128i last) {
  __m128i beyond[4];
  for (int group = 0; group < 4; group++) {
    __m128i word = ibid_load(words, group * 16);
    beyond[group] = _mm_or_si128(_mm_cmpgt_epi32(first, word), _mm_cmpgt_epi32(word, last));
  }
  return _mm_packs_epi16(_mm_packs_epi32(beyond[0], beyond[1]), _mm_packs_epi32(beyond[2], beyond[3]));
}
#endif

/// Which of sixty-four numbers of four bytes are from `first` to `last`.
static inline uint64_t ibid_words_within(const int32_t *_Nonnull words, int32_t first, int32_t last) {
#ifdef __SSE2__
  __m128i least = _mm_set1_epi32(first), most = _mm_set1_epi32(last);
  return ~ibid_bits(
    ibid_words_beyond(words, least, most), ibid_words_beyond(words + 16, least, most),
    ibid_words_beyond(words + 32, least, most), ibid_words_beyond(words + 48, least, most));
#else
  IBID_BITS_OF(words[place] >= first && words[place] <= last);
#endif
}

// MARK: Numbers beside one

/// Which of sixty-four bytes are equal to a limit, in the first word, and which are greater, in the second one.
static inline void ibid_bytes_beside(
  const uint8_t *_Nonnull bytes, uint8_t limit, uint64_t *_Nonnull equal, uint64_t *_Nonnull greater) {
  *equal = ibid_bytes_within(bytes, limit, limit);
  *greater = ibid_bytes_within(bytes, limit, UINT8_MAX) & ~*equal;
}

/// The same of numbers of two bytes.
static inline void ibid_shorts_beside(
  const uint16_t *_Nonnull shorts, uint16_t limit, uint64_t *_Nonnull equal, uint64_t *_Nonnull greater) {
#ifdef __SSE2__
  // Compared as signed numbers, of which the least stands for zero.
  const __m128i turn = _mm_set1_epi16(INT16_MIN), limits = _mm_set1_epi16((short)(limit ^ 0x8000));
  __m128i same[8], above[8];
  for (int group = 0; group < 8; group++) {
    __m128i number = _mm_xor_si128(ibid_load(shorts, group * 16), turn);
    same[group] = _mm_cmpeq_epi16(number, limits);
    above[group] = _mm_cmpgt_epi16(number, limits);
  }
#define IBID_WORD(found)                                                                                         \
  ibid_bits(                                                                                                     \
    _mm_packs_epi16(found[0], found[1]), _mm_packs_epi16(found[2], found[3]), _mm_packs_epi16(found[4], found[5]), \
    _mm_packs_epi16(found[6], found[7]))
  *equal = IBID_WORD(same);
  *greater = IBID_WORD(above);
#undef IBID_WORD
#else
  *equal = ibid_shorts_within(shorts, limit, limit);
  *greater = ibid_shorts_within(shorts, limit, UINT16_MAX) & ~*equal;
#endif
}

/// The same of numbers of four bytes.
static inline void ibid_words_beside(
  const int32_t *_Nonnull words, int32_t limit, uint64_t *_Nonnull equal, uint64_t *_Nonnull greater) {
#ifdef __SSE2__
  const __m128i limits = _mm_set1_epi32(limit);
  __m128i same[4], above[4];
  for (int sixteen = 0; sixteen < 4; sixteen++) {
    __m128i a = ibid_load(words, sixteen * 64), b = ibid_load(words, sixteen * 64 + 16);
    __m128i c = ibid_load(words, sixteen * 64 + 32), d = ibid_load(words, sixteen * 64 + 48);
    same[sixteen] = _mm_packs_epi16(
      _mm_packs_epi32(_mm_cmpeq_epi32(a, limits), _mm_cmpeq_epi32(b, limits)),
      _mm_packs_epi32(_mm_cmpeq_epi32(c, limits), _mm_cmpeq_epi32(d, limits)));
    above[sixteen] = _mm_packs_epi16(
      _mm_packs_epi32(_mm_cmpgt_epi32(a, limits), _mm_cmpgt_epi32(b, limits)),
      _mm_packs_epi32(_mm_cmpgt_epi32(c, limits), _mm_cmpgt_epi32(d, limits)));
  }
  *equal = ibid_bits(same[0], same[1], same[2], same[3]);
  *greater = ibid_bits(above[0], above[1], above[2], above[3]);
#else
  *equal = ibid_words_within(words, limit, limit);
  *greater = ibid_words_within(words, limit, INT32_MAX) & ~*equal;
#endif
}

// MARK: Floats beside one

#ifdef __SSE2__
/// Outcomes of four floats, each of eight bytes, as four of four bytes.
#define IBID_HALVES(test, floats, limit)                                                             \
  _mm_castps_si128(_mm_shuffle_ps(                                                                   \
    _mm_castpd_ps(test(_mm_loadu_pd(floats), limit)), _mm_castpd_ps(test(_mm_loadu_pd(floats + 2), limit)), \
    _MM_SHUFFLE(2, 0, 2, 0)))
#define IBID_FLOATS(name, test, operator)                                                              \
  static inline __m128i name##_sixteen(const double *_Nonnull floats, __m128d limit) {                 \
    return _mm_packs_epi16(                                                                            \
      _mm_packs_epi32(IBID_HALVES(test, floats, limit), IBID_HALVES(test, (floats + 4), limit)),         \
      _mm_packs_epi32(IBID_HALVES(test, (floats + 8), limit), IBID_HALVES(test, (floats + 12), limit))); \
  }                                                                                                    \
  static inline uint64_t name(const double *_Nonnull floats, double limit) {                           \
    __m128d limits = _mm_set1_pd(limit);                                                               \
    return ibid_bits(                                                                                  \
      name##_sixteen(floats, limits), name##_sixteen(floats + 16, limits),                             \
      name##_sixteen(floats + 32, limits), name##_sixteen(floats + 48, limits));                       \
  }
#else
#define IBID_FLOATS(name, test, operator)                                    \
  static inline uint64_t name(const double *_Nonnull floats, double limit) { \
    IBID_BITS_OF(floats[place] operator limit);                              \
  }
#endif

// Which of sixty-four floats are less than a limit, and so on; none compares so with what is not a number.
IBID_FLOATS(ibid_floats_less, _mm_cmplt_pd, <)
IBID_FLOATS(ibid_floats_less_or_equal, _mm_cmple_pd, <=)
IBID_FLOATS(ibid_floats_equal, _mm_cmpeq_pd, ==)
IBID_FLOATS(ibid_floats_greater_or_equal, _mm_cmpge_pd, >=)
IBID_FLOATS(ibid_floats_greater, _mm_cmpgt_pd, >)

// MARK: Sums under a mask

/// Adds the floats whose bit is set, sixty-four for each word of bits, to eight sums in turn.
///
/// What is left out adds a zero, which changes no sum; so nothing depends on a branch. Eight sums, as an addition takes as long
/// as several can be begun.
static inline void ibid_add_members(
  const double *_Nonnull floats, const uint64_t *_Nonnull words, size_t count, double *_Nonnull sums) {
#ifdef __SSE2__
  __m128d a = _mm_loadu_pd(sums), b = _mm_loadu_pd(sums + 2), c = _mm_loadu_pd(sums + 4), d = _mm_loadu_pd(sums + 6);
  // A float has two numbers of four bytes, both of which tell of its bit.
  const __m128i places = _mm_setr_epi32(1, 1, 2, 2);
#define IBID_ADD(sum, group, shift)                                                          \
  {                                                                                          \
    __m128i bits = _mm_and_si128(_mm_srli_epi32(mask, shift), places);                       \
    __m128d kept = _mm_castsi128_pd(_mm_cmpeq_epi32(bits, places));                          \
    sum = _mm_add_pd(sum, _mm_and_pd(_mm_loadu_pd(floats + (group) * 8 + (shift)), kept));   \
  }
  for (size_t word = 0; word < count; word++, floats += 64) {
    for (int half = 0; half < 2; half++) {
      __m128i mask = _mm_set1_epi32((int)(words[word] >> half * 32));
      for (int group = half * 4; group < half * 4 + 4; group++) {
        IBID_ADD(a, group, 0)
        IBID_ADD(b, group, 2)
        IBID_ADD(c, group, 4)
        IBID_ADD(d, group, 6)
        mask = _mm_srli_epi32(mask, 8);
      }
    }
  }
#undef IBID_ADD
  _mm_storeu_pd(sums, a), _mm_storeu_pd(sums + 2, b), _mm_storeu_pd(sums + 4, c), _mm_storeu_pd(sums + 6, d);
#else
  for (size_t word = 0; word < count; word++, floats += 64) {
    for (int place = 0; place < 64; place++) sums[place & 7] += words[word] >> place & 1 ? floats[place] : 0;
  }
#endif
}

/// The sum of the numbers whose bit is set, sixty-four for each word of bits; none is negative.
static inline uint64_t ibid_sum_of_members(
  const int32_t *_Nonnull numbers, const uint64_t *_Nonnull words, size_t count) {
  uint64_t sum = 0;
#ifdef __SSE2__
  const __m128i places = _mm_setr_epi32(1, 2, 4, 8), zero = _mm_setzero_si128();
  __m128i low = zero, high = zero;
  for (size_t word = 0; word < count; word++, numbers += 64) {
    for (int half = 0; half < 2; half++) {
      __m128i mask = _mm_set1_epi32((int)(words[word] >> half * 32));
      for (int group = half * 8; group < half * 8 + 8; group++) {
        __m128i kept = _mm_cmpeq_epi32(_mm_and_si128(mask, places), places);
        __m128i found = _mm_and_si128(ibid_load(numbers, group * 16), kept);
        low = _mm_add_epi64(low, _mm_unpacklo_epi32(found, zero));
        high = _mm_add_epi64(high, _mm_unpackhi_epi32(found, zero));
        mask = _mm_srli_epi32(mask, 4);
      }
    }
  }
  uint64_t sums[2];
  _mm_storeu_si128((__m128i *)sums, _mm_add_epi64(low, high));
  sum = sums[0] + sums[1];
#else
  for (size_t word = 0; word < count; word++, numbers += 64) {
    for (int place = 0; place < 64; place++) sum += words[word] >> place & 1 ? (uint64_t)numbers[place] : 0;
  }
#endif
  return sum;
}

#ifdef __SSE2__
/// Adds eight numbers of two bytes to four sums of four bytes.
static inline __m128i ibid_add_shorts(__m128i sums, __m128i a) {
  const __m128i zero = _mm_setzero_si128();
  return _mm_add_epi32(sums, _mm_add_epi32(_mm_unpacklo_epi16(a, zero), _mm_unpackhi_epi16(a, zero)));
}
#endif

/// The sum of those of sixty-four numbers of two bytes whose bit is set.
static inline uint64_t ibid_sum_of_shorts(const uint16_t *_Nonnull numbers, uint64_t bits) {
#ifdef __SSE2__
  const __m128i places = _mm_setr_epi16(1, 2, 4, 8, 16, 32, 64, 128);
  __m128i sums = _mm_setzero_si128();
  for (int group = 0; group < 8; group++) {
    __m128i kept = _mm_cmpeq_epi16(_mm_and_si128(_mm_set1_epi16((short)(bits >> group * 8)), places), places);
    sums = ibid_add_shorts(sums, _mm_and_si128(ibid_load(numbers, group * 16), kept));
  }
  uint32_t four[4];
  _mm_storeu_si128((__m128i *)four, sums);
  return (uint64_t)four[0] + four[1] + four[2] + four[3];
#else
  uint64_t sum = 0;
  for (int place = 0; place < 64; place++) sum += bits >> place & 1 ? numbers[place] : 0;
  return sum;
#endif
}

/// The sum of those of sixty-four bytes whose bit is set.
static inline uint64_t ibid_sum_of_bytes(const uint8_t *_Nonnull bytes, uint64_t bits) {
#ifdef __SSE2__
  const __m128i places = _mm_set1_epi64x((int64_t)0x8040201008040201), zero = _mm_setzero_si128();
  __m128i sums = zero;
  for (int group = 0; group < 4; group++) {
    // Each of two bytes of bits eight times, of which a byte keeps the one of its place.
    __m128i two = _mm_cvtsi32_si128((int)(bits >> group * 16 & 0xFFFF));
    two = _mm_unpacklo_epi8(two, two);
    two = _mm_shufflelo_epi16(two, _MM_SHUFFLE(1, 1, 0, 0));
    __m128i kept = _mm_cmpeq_epi8(_mm_and_si128(_mm_unpacklo_epi32(two, two), places), places);
    sums = _mm_add_epi64(sums, _mm_sad_epu8(_mm_and_si128(ibid_load(bytes, group * 16), kept), zero));
  }
  uint64_t two[2];
  _mm_storeu_si128((__m128i *)two, sums);
  return two[0] + two[1];
#else
  uint64_t sum = 0;
  for (int place = 0; place < 64; place++) sum += bits >> place & 1 ? bytes[place] : 0;
  return sum;
#endif
}

// MARK: Places in order

/// How many floats `ibid_at_places` takes at most.
enum { IBID_FEW_FLOATS = 20 };

/// The floats that stand at two places in ascending order. Each is compared with all, which beside a sort has no branch that
/// nobody could foresee. There are no NaNs.
static inline void ibid_at_places(
  const double *_Nonnull floats, int count, int lower, int upper, double *_Nonnull found) {
#ifdef __SSE2__
  double padded[IBID_FEW_FLOATS + 2];
  for (int place = 0; place < count; place++) padded[place] = floats[place];
  padded[count] = __builtin_inf();
  const __m128i low = _mm_set1_epi64x(lower), high = _mm_set1_epi64x(upper);
  __m128d first = _mm_setzero_pd(), second = _mm_setzero_pd();
  for (int place = 0; place < count; place++) {
    const __m128d one = _mm_set1_pd(padded[place]);
    // How many are less, and how many are no greater: it stands at the places between.
    __m128i less = _mm_setzero_si128(), behind = _mm_setzero_si128();
    for (int other = 0; other < count; other += 2) {
      __m128d two = _mm_loadu_pd(padded + other);
      less = _mm_sub_epi64(less, _mm_castpd_si128(_mm_cmplt_pd(two, one)));
      behind = _mm_sub_epi64(behind, _mm_castpd_si128(_mm_cmple_pd(two, one)));
    }
    less = _mm_add_epi64(less, _mm_shuffle_epi32(less, _MM_SHUFFLE(1, 0, 3, 2)));
    behind = _mm_add_epi64(behind, _mm_shuffle_epi32(behind, _MM_SHUFFLE(1, 0, 3, 2)));
    // The upper halves are zero; those of the outcomes are copied from the lower ones.
#define IBID_STANDS_AT(wanted)   _mm_castsi128_pd(_mm_shuffle_epi32(     _mm_andnot_si128(_mm_cmpgt_epi32(less, wanted), _mm_cmpgt_epi32(behind, wanted)), _MM_SHUFFLE(2, 2, 0, 0)))
    first = _mm_or_pd(first, _mm_and_pd(IBID_STANDS_AT(low), one));
    second = _mm_or_pd(second, _mm_and_pd(IBID_STANDS_AT(high), one));
#undef IBID_STANDS_AT
  }
  _mm_store_sd(found, first), _mm_store_sd(found + 1, second);
#else
  for (int place = 0; place < count; place++) {
    int less = 0, behind = 0;
    for (int other = 0; other < count; other++) {
      less += floats[other] < floats[place];
      behind += floats[other] <= floats[place];
    }
    if (less <= lower && lower < behind) found[0] = floats[place];
    if (less <= upper && upper < behind) found[1] = floats[place];
  }
#endif
}

// MARK: Bytes of bits

/// Sixty-four bytes: the first code where a bit of the first word is set, the second one where one of the second word is, else zero.
/// No bit is set in both.
static inline void ibid_spread(uint64_t a, uint8_t first, uint64_t b, uint8_t second, uint8_t *_Nonnull bytes) {
#ifdef __SSE2__
  const __m128i places = _mm_set1_epi64x((int64_t)0x8040201008040201);
  for (int group = 0; group < 4; group++) {
    // Each of two bytes of bits eight times, of which a byte keeps the one of its place.
#define IBID_SIXTEEN(bits, code)                                                                         ({                                                                                                       __m128i two = _mm_cvtsi32_si128((int)((bits) >> group * 16 & 0xFFFF));                                 two = _mm_unpacklo_epi8(two, two);                                                                     two = _mm_shufflelo_epi16(two, _MM_SHUFFLE(1, 1, 0, 0));                                               two = _mm_and_si128(_mm_unpacklo_epi32(two, two), places);                                             _mm_and_si128(_mm_cmpeq_epi8(two, places), _mm_set1_epi8((char)(code)));                             })
    __m128i sixteen = _mm_or_si128(IBID_SIXTEEN(a, first), IBID_SIXTEEN(b, second));
#undef IBID_SIXTEEN
    _mm_storeu_si128((__m128i *)(bytes + group * 16), sixteen);
  }
#else
  for (int place = 0; place < 64; place++) bytes[place] = a >> place & 1 ? first : b >> place & 1 ? second : 0;
#endif
}

/// Which of sixty-four bytes are a code, in the first word, and which lie above it, in the second one. None is above 127.
static inline void ibid_codes(const uint8_t *_Nonnull bytes, uint8_t code, uint64_t *_Nonnull equal, uint64_t *_Nonnull above) {
#ifdef __SSE2__
  const __m128i codes = _mm_set1_epi8((char)code);
  __m128i a = ibid_load(bytes, 0), b = ibid_load(bytes, 16), c = ibid_load(bytes, 32), d = ibid_load(bytes, 48);
  *equal = ibid_bits(
    _mm_cmpeq_epi8(a, codes), _mm_cmpeq_epi8(b, codes), _mm_cmpeq_epi8(c, codes), _mm_cmpeq_epi8(d, codes));
  *above = ibid_bits(
    _mm_cmpgt_epi8(a, codes), _mm_cmpgt_epi8(b, codes), _mm_cmpgt_epi8(c, codes), _mm_cmpgt_epi8(d, codes));
#else
  *equal = *above = 0;
  for (int place = 0; place < 64; place++) {
    *equal |= (uint64_t)(bytes[place] == code) << place;
    *above |= (uint64_t)(bytes[place] > code) << place;
  }
#endif
}

// MARK: Bytes of a text

/// At which of sixty-four places a byte stands, once the bits of `fold` are set.
static inline uint64_t ibid_places_of(const uint8_t *_Nonnull text, uint8_t byte, uint8_t fold) {
#ifdef __SSE2__
  __m128i wanted = _mm_set1_epi8((char)byte), set = _mm_set1_epi8((char)fold), found[4];
  for (int group = 0; group < 4; group++) {
    found[group] = _mm_cmpeq_epi8(_mm_or_si128(ibid_load(text, group * 16), set), wanted);
  }
  return ibid_bits(found[0], found[1], found[2], found[3]);
#else
  IBID_BITS_OF((text[place] | fold) == byte);
#endif
}

/// At which of sixty-four places one of four bytes stands.
static inline uint64_t ibid_places_of_any(
  const uint8_t *_Nonnull text, uint8_t first, uint8_t second, uint8_t third, uint8_t fourth) {
#ifdef __SSE2__
  __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second), c = _mm_set1_epi8((char)third),
          d = _mm_set1_epi8((char)fourth), found[4];
  for (int group = 0; group < 4; group++) {
    __m128i bytes = ibid_load(text, group * 16);
    found[group] = _mm_or_si128(
      _mm_or_si128(_mm_cmpeq_epi8(bytes, a), _mm_cmpeq_epi8(bytes, b)),
      _mm_or_si128(_mm_cmpeq_epi8(bytes, c), _mm_cmpeq_epi8(bytes, d)));
  }
  return ibid_bits(found[0], found[1], found[2], found[3]);
#else
  IBID_BITS_OF(text[place] == first || text[place] == second || text[place] == third || text[place] == fourth);
#endif
}

/// At which of sixty-four places a byte stands that is not ASCII.
static inline uint64_t ibid_places_beyond_ascii(const uint8_t *_Nonnull text) {
#ifdef __SSE2__
  return ibid_bits(ibid_load(text, 0), ibid_load(text, 16), ibid_load(text, 32), ibid_load(text, 48));
#else
  IBID_BITS_OF(text[place] >> 7);
#endif
}

// MARK: Texts

#ifdef __cplusplus
extern "C" {
#endif

/// What `ibid_cell_ends` came by.
typedef struct {
  /// Ends of cells that were written.
  size_t cells;
  /// Line ends among them.
  size_t lines;
  bool has_quotes;
  /// Some quote inside of quotes is written twice.
  bool has_escapes;
  /// Line feeds inside of quotes.
  size_t inner_lines;
  /// There is a carriage return, or a quote that neither begins nor ends a cell: the ends are of no use.
  bool is_odd;
} ibid_cells;

/// Writes where each cell of a stretch of delimited text ends: the offsets of delimiters and line feeds that are not in quotes.
///
/// A record begins at `from`, and no quote is open there. Up to 63 bytes behind `to` are read, and `ends` has room for
/// `to - from` offsets and 16 more. Stops where something is odd.
ibid_cells ibid_cell_ends(
  const uint8_t *_Nonnull bytes, size_t from, size_t to, uint8_t delimiter, uint32_t *_Nonnull ends);

/// Whether bytes are UTF-8 without a NUL.
bool ibid_is_text(const uint8_t *_Nonnull bytes, size_t count);

/// Asks the processor for memory that is read soon.
static inline void ibid_prefetch(const void *_Nonnull place) { __builtin_prefetch(place); }

#ifdef __cplusplus
}
#endif
