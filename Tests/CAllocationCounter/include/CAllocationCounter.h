#ifndef C_ALLOCATION_COUNTER_H
#define C_ALLOCATION_COUNTER_H

#include <stdint.h>

/// Allocations that the calling thread has made so far. Counts where the C library is glibc, else stays 0.
uint64_t allocation_count(void);

#endif
