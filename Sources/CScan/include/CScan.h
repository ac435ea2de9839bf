// Looks for the bytes that matter in text, sixty-four at a time.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
