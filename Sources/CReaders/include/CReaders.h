// What readers of documents need of C: libxml2's parsers, zlib's inflate, iconv, and programs run as processes.
//
// Each call works on memory of the caller or gives a buffer that `ibid_buffer_free` takes back. Nothing here opens a
// file or the network, and every call is bounded by the limits that it is given.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Bytes that a call gives; `bytes` is NULL when there are none.
typedef struct {
  uint8_t *bytes;
  size_t count;
} ibid_buffer;

void ibid_buffer_free(ibid_buffer buffer);

/// How a parse ended. Whatever was read before is in the buffer.
enum {
  ibid_markup_complete = 0,
  /// The text is no well-formed XML; never of HTML, which has no such thing.
  ibid_markup_broken = 1,
  /// Elements stand in each other deeper than the limit.
  ibid_markup_too_deep = 2,
  /// So many end tags without a beginning that reading on would take more than linear time.
  ibid_markup_too_odd = 3,
  ibid_markup_out_of_memory = 4,
};

/// Reads UTF-8 text as HTML (or as XML) into a list of events, each with a first byte and 32-bit numbers, least byte
/// first:
///
///     'S' name count (name value)*    an element begins; each string is a length and its bytes
///     'E'                             the last one that began ends
///     'T' string                      text; entities are resolved, those of a DTD left out
///
/// Prefixes of names are left out (`w:p` gives `p`). No DTD is loaded, no entity of one is ever expanded.
int ibid_markup_events(const uint8_t *text, size_t count, int is_html, int most_depth, ibid_buffer *events);

/// Inflates raw deflate data, at most `limit` bytes, and gives their CRC-32. Returns 0 for whole data, 1 for more than
/// the limit, 2 for damaged or broken off; the buffer has what could be read.
int ibid_inflate(const uint8_t *data, size_t count, size_t limit, ibid_buffer *output, uint32_t *checksum);
uint32_t ibid_checksum(const uint8_t *data, size_t count);

/// Converts text of a character set (a name that iconv knows) to UTF-8; bytes that fit nowhere become U+FFFD.
/// Returns 0, or 1 when the set is unknown.
int ibid_to_utf8(const char *charset, const uint8_t *text, size_t count, ibid_buffer *output);

/// How a program ended.
enum {
  ibid_program_ended = 0,
  ibid_program_not_started = 1,
  ibid_program_too_slow = 2,
  /// It wrote more than the limit, and was ended.
  ibid_program_too_much = 3,
};

/// Runs a program (a path) without input, and collects what it writes, at most `limit` bytes of each stream. Each of the
/// arguments after the program's name ends with 0; `count` is their length in bytes. It is killed after `milliseconds`.
int ibid_program_run(const char *path, const uint8_t *arguments, size_t count, int64_t milliseconds, size_t limit,
                     ibid_buffer *output, ibid_buffer *errors, int *exit_code);
