#include "CVectors.h"

// A bit for each of sixty-four bytes, the first the lowest.
typedef struct {
  uint64_t delimiters;
  uint64_t lines;
  uint64_t quotes;
  uint64_t returns;
} Masks;

static inline Masks masks(const uint8_t *bytes, uint8_t delimiter) {
  return (Masks){
    ibid_places_of(bytes, delimiter, 0), ibid_places_of(bytes, '\n', 0), ibid_places_of(bytes, '"', 0),
    ibid_places_of(bytes, '\r', 0)};
}

// For each bit whether the number of bits set up to it, itself included, is odd.
static inline uint64_t parity(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

static inline void write_four(uint32_t *ends, uint32_t base, uint64_t *bits) {
  for (int place = 0; place < 4; place++) {
    // Without a bit left this is anything: what is written then is written over.
    ends[place] = base + (uint32_t)__builtin_ctzll(*bits | (uint64_t)1 << 63);
    *bits &= *bits - 1;
  }
}

ibid_cells ibid_cell_ends(
  const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint32_t *ends) {
  ibid_cells found = {0};
  // All ones inside of quotes; whether the byte before ends a cell; whether it closes quotes.
  uint64_t inside = 0, after_end = 1, after_closing = 0;
  for (size_t at = from; at < to; at += 64) {
    const Masks mask = masks(bytes + at, delimiter);
    const uint64_t valid = to - at >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << (to - at)) - 1;
    uint64_t cells = (mask.delimiters | mask.lines) & valid;
    if (mask.returns & valid) {
      found.is_odd = true;
      return found;
    }
    const uint64_t quotes = mask.quotes & valid;
    if (quotes == 0 && inside != 0) {
      if (mask.lines & valid) found.inner_lines += (size_t)__builtin_popcountll(mask.lines & valid);
      after_end = 0;
      continue;
    }
    if ((quotes | inside | after_closing) != 0) {
      found.has_quotes = true;
      const uint64_t quoted = parity(quotes) ^ inside;
      const uint64_t opening = quotes & quoted, closing = quotes & ~quoted;
      const uint64_t inner_lines = mask.lines & valid & quoted;
      if (inner_lines) found.inner_lines += (size_t)__builtin_popcountll(inner_lines);
      cells &= ~quoted;
      const uint64_t behind_end = cells << 1 | after_end, behind_closing = closing << 1 | after_closing;
      // Quotes open at the begin of a cell, or again right after they closed; what closes ends the cell or opens again.
      const uint64_t bad = (opening & ~(behind_end | behind_closing)) | (behind_closing & ~(cells | opening));
      if (bad & valid) {
        found.is_odd = true;
        return found;
      }
      if (opening & behind_closing) found.has_escapes = true;
      inside = (uint64_t)((int64_t)quoted >> 63);
      after_closing = closing >> 63;
    }
    after_end = cells >> 63;
    found.lines += (size_t)__builtin_popcountll(cells & mask.lines);
    const size_t count = (size_t)__builtin_popcountll(cells);
    uint32_t *next = ends + found.cells;
    const uint32_t base = (uint32_t)at;
    uint64_t left = cells;
    write_four(next, base, &left);
    write_four(next + 4, base, &left);
    write_four(next + 8, base, &left);
    if (count > 12) {
      for (next += 12; left != 0; left &= left - 1) *next++ = base + (uint32_t)__builtin_ctzll(left);
    }
    found.cells += count;
  }
  return found;
}
