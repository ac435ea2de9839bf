// What the C library's allocator has given out.
#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that the process has from the allocator at this moment; 0 where it does not tell.
int64_t ibid_allocated_bytes(void);

#ifdef __cplusplus
}
#endif
