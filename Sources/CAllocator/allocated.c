#include "CAllocator.h"
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>

// Of a program that keeps blocks which were given back; NULL elsewhere.
__attribute__((weak)) int64_t ibid_kept_bytes(void);

int64_t ibid_allocated_bytes(void) {
  const struct mallinfo2 info = mallinfo2();
  const int64_t kept = ibid_kept_bytes != NULL ? ibid_kept_bytes() : 0;
  // In the heaps, and in maps of their own.
  return (int64_t)(info.uordblks + info.hblkhd) - kept;
}

void ibid_release_free_memory(void) { (void)malloc_trim(0); }
#elif defined(__APPLE__)
#include <malloc/malloc.h>

int64_t ibid_allocated_bytes(void) {
  malloc_statistics_t statistics;
  malloc_zone_statistics(NULL, &statistics);
  return (int64_t)statistics.size_in_use;
}

void ibid_release_free_memory(void) { (void)malloc_zone_pressure_relief(NULL, 0); }
#else
int64_t ibid_allocated_bytes(void) { return 0; }

void ibid_release_free_memory(void) {}
#endif

void ibid_expect_writes(void *start, size_t bytes) {
#if defined(MADV_HUGEPAGE)
  const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  const uintptr_t first = ((uintptr_t)start + page - 1) / page * page;
  const uintptr_t end = ((uintptr_t)start + bytes) / page * page;
  // Advice, no more: if it is not taken the memory comes in small pages.
  if (first < end) (void)madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
  (void)start;
  (void)bytes;
#endif
}
