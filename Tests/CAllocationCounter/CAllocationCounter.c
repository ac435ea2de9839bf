// Counts allocations by standing in front of glibc's allocator: a symbol of the executable wins over the library's.
//
// Counters are per thread, so that tests beside this one do not disturb it. A sanitizer stands there itself, and needs to.

#include "CAllocationCounter.h"

#include <errno.h>
#include <stddef.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

static _Thread_local uint64_t count;
static _Thread_local int64_t held;

uint64_t allocation_count(void) { return count; }

int64_t allocation_bytes(void) { return held; }

#if defined(__GLIBC__) && !defined(HAS_SANITIZER)

#include <malloc.h>

int allocation_counts(void) { return 1; }

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t number, size_t size);
void *__libc_realloc(void *pointer, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *pointer);

static void *counted(void *pointer) {
  count++;
  held += (int64_t)malloc_usable_size(pointer);
  return pointer;
}

void *malloc(size_t size) { return counted(__libc_malloc(size)); }

void *calloc(size_t number, size_t size) { return counted(__libc_calloc(number, size)); }

void *realloc(void *pointer, size_t size) {
  const int64_t before = (int64_t)malloc_usable_size(pointer);
  void *moved = __libc_realloc(pointer, size);
  // What could not be moved is still there.
  if (moved != NULL || size == 0) held -= before;
  return counted(moved);
}

void *aligned_alloc(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) return EINVAL;
  void *pointer = counted(__libc_memalign(alignment, size));
  if (pointer == NULL) return ENOMEM;
  *result = pointer;
  return 0;
}

void free(void *pointer) {
  held -= (int64_t)malloc_usable_size(pointer);
  __libc_free(pointer);
}

#else

int allocation_counts(void) { return 0; }

#endif
