#include "CAllocator.h"
#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>

int64_t ibid_allocated_bytes(void) {
  const struct mallinfo2 info = mallinfo2();
  // In the heaps, and in maps of their own.
  return (int64_t)(info.uordblks + info.hblkhd);
}
#elif defined(__APPLE__)
#include <malloc/malloc.h>

int64_t ibid_allocated_bytes(void) {
  malloc_statistics_t statistics;
  malloc_zone_statistics(NULL, &statistics);
  return (int64_t)statistics.size_in_use;
}
#else
int64_t ibid_allocated_bytes(void) { return 0; }
#endif
