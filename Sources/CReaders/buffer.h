// A buffer that grows. A failed allocation is remembered, and everything after it does nothing.
#pragma once
#include "CReaders.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
  int failed;
} growing_buffer;

static inline int buffer_reserve(growing_buffer *buffer, size_t more) {
  if (buffer->failed) return 0;
  if (more <= buffer->capacity - buffer->count) return 1;
  size_t capacity = buffer->capacity ? buffer->capacity : 4096;
  while (capacity - buffer->count < more) capacity *= 2;
  uint8_t *bytes = realloc(buffer->bytes, capacity);
  if (!bytes) {
    buffer->failed = 1;
    return 0;
  }
  buffer->bytes = bytes;
  buffer->capacity = capacity;
  return 1;
}

static inline void buffer_add(growing_buffer *buffer, const void *bytes, size_t count) {
  if (!count || !buffer_reserve(buffer, count)) return;
  memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count += count;
}

static inline void buffer_add_byte(growing_buffer *buffer, uint8_t byte) { buffer_add(buffer, &byte, 1); }

static inline void buffer_add_number(growing_buffer *buffer, uint32_t number) {
  const uint8_t bytes[4] = {(uint8_t)number, (uint8_t)(number >> 8), (uint8_t)(number >> 16), (uint8_t)(number >> 24)};
  buffer_add(buffer, bytes, 4);
}

static inline ibid_buffer buffer_finish(growing_buffer *buffer) {
  ibid_buffer result = {buffer->bytes, buffer->count};
  return result;
}
