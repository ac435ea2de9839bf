#ifndef C_ALLOCATION_COUNTER_H
#define C_ALLOCATION_COUNTER_H

#include <stdint.h>

/// Whether anything is counted: where the C library is glibc and no sanitizer watches its allocator.
int allocation_counts(void);

/// Allocations that the calling thread has made so far.
uint64_t allocation_count(void);

/// Bytes that the calling thread has been given, less those that it gave back, whoever was given them.
int64_t allocation_bytes(void);

#endif
