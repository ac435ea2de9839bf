// Blocks that a program gave back, large ones and very small ones, kept for when it next asks for as much.
//
// Of small blocks every thread keeps up to about two megabytes for itself until it ends, of large ones all threads together as
// many bytes as they are told to. A program that links this stands in front of glibc's allocator; elsewhere nothing is kept.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// From now on blocks of some megabytes that are given back are kept, so many bytes of them at most; what is more is given back
/// at once. 0 keeps none, as at the start.
///
/// Else the system takes their pages, and clears each of those that it hands out for the next block: as much work as many a
/// query has.
void ibid_keep_memory(size_t bytes);

/// Gives back what was kept before the last such call, and not taken since: call it behind each query. So a query that comes again
/// finds its blocks, and one that was large does not hold memory for ever.
void ibid_forget_unused_memory(void);

/// Bytes that are kept at this moment. The allocator counts them as given out.
int64_t ibid_kept_bytes(void);

#ifdef __cplusplus
}
#endif
