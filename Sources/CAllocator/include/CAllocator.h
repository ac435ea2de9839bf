// What the C library's allocator has given out, and what it should know.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that the process has from the allocator at this moment; 0 where it does not tell.
int64_t ibid_allocated_bytes(void);

/// Gives pages that the allocator holds, but has given to nobody, back to the system; nothing where it cannot.
///
/// Blocks of up to 32 MB come from its heaps, which it shortens at their ends only.
void ibid_release_free_memory(void);

/// Tells the system that much memory is about to be written, all of it, so that it may come in large pages.
///
/// The pages that lie wholly within the bytes are meant; what stands there does not change. Where the system knows of no
/// large pages, nothing happens.
void ibid_expect_writes(void *_Nonnull start, size_t bytes);

#ifdef __cplusplus
}
#endif
