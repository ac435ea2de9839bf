#include "buffer.h"

#include <zlib.h>

void ibid_buffer_free(ibid_buffer buffer) { free(buffer.bytes); }

uint32_t ibid_checksum(const uint8_t *data, size_t count) { return (uint32_t)crc32_z(0, data, count); }

int ibid_inflate(const uint8_t *data, size_t count, size_t limit, ibid_buffer *output, uint32_t *checksum) {
  enum { piece = 1 << 16 };
  growing_buffer buffer = {0};
  z_stream stream = {0};
  int result = 2;
  // Minus: raw data, without the header of zlib.
  if (count <= UINT32_MAX && inflateInit2(&stream, -MAX_WBITS) == Z_OK) {
    stream.next_in = (Bytef *)data;
    stream.avail_in = (uInt)count;
    int status = Z_OK;
    while (status == Z_OK && buffer.count <= limit && buffer_reserve(&buffer, piece)) {
      stream.next_out = buffer.bytes + buffer.count;
      stream.avail_out = piece;
      status = inflate(&stream, Z_NO_FLUSH);
      buffer.count += piece - stream.avail_out;
    }
    if (buffer.count > limit) {
      buffer.count = limit;
      result = 1;
    } else if (status == Z_STREAM_END) {
      result = 0;
    }
    inflateEnd(&stream);
  }
  *checksum = ibid_checksum(buffer.bytes, buffer.count);
  *output = buffer_finish(&buffer);
  return result;
}
