#include "CKeptMemory.h"

#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

// A sanitizer stands in front of the allocator itself, and needs to.
#if defined(__GLIBC__) && !defined(HAS_SANITIZER)

#include <malloc.h>
#include <pthread.h>
#include <string.h>

void *__libc_malloc(size_t size);
void __libc_free(void *pointer);

// Blocks from this size on come from the system one by one.
static const size_t LARGE = (size_t)4 << 20;
#define MOST_BLOCKS 64

typedef struct {
  void *start;
  size_t size;
  // When it was given back, counted in queries.
  uint32_t query;
} Block;

// Those that are kept, the oldest first.
static Block blocks[MOST_BLOCKS];
static int count;
static size_t kept;
// 0: nothing is kept.
static size_t budget;
static uint32_t queries;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static Block removed(int place) {
  const Block block = blocks[place];
  count--;
  memmove(&blocks[place], &blocks[place + 1], (size_t)(count - place) * sizeof(Block));
  __atomic_store_n(&kept, kept - block.size, __ATOMIC_RELAXED);
  return block;
}

// The smallest kept block that is large enough and not much larger; NULL if there is none.
static void *taken(size_t size) {
  int best = -1;
  pthread_mutex_lock(&lock);
  for (int place = 0; place < count; place++) {
    const size_t have = blocks[place].size;
    if (have >= size && have - size <= size / 4 && (best < 0 || have < blocks[best].size)) best = place;
  }
  void *const start = best < 0 ? NULL : removed(best).start;
  pthread_mutex_unlock(&lock);
  return start;
}

// Gives back the oldest blocks until no more than so many bytes and blocks are kept.
static void shrink(size_t bytes, int most) {
  for (;;) {
    pthread_mutex_lock(&lock);
    void *const start = count > 0 && (kept > bytes || count > most) ? removed(0).start : NULL;
    pthread_mutex_unlock(&lock);
    if (start == NULL) return;
    __libc_free(start);
  }
}

// Keeps a block that is no larger than the budget; older ones make room. Where other threads filled that meanwhile, it does not.
static int keeps(void *start, size_t size) {
  const size_t limit = __atomic_load_n(&budget, __ATOMIC_RELAXED);
  if (size > limit) return 0;
  shrink(limit - size, MOST_BLOCKS - 1);
  pthread_mutex_lock(&lock);
  const int has_room = count < MOST_BLOCKS && kept + size <= __atomic_load_n(&budget, __ATOMIC_RELAXED);
  if (has_room) {
    blocks[count++] = (Block){start, size, queries};
    __atomic_store_n(&kept, kept + size, __ATOMIC_RELAXED);
  }
  pthread_mutex_unlock(&lock);
  return has_room;
}

// Small blocks that a thread gave back, for when it next asks for as much: the reading of documents does so some hundred
// thousand times for each megabyte. A bin has blocks of one size, each of which begins with the address of the next one.

// Bytes; blocks have 24, 40, 56 … of them, as glibc hands them out.
#define LARGEST_SMALL 1032
#define STEP 16
#define BINS ((LARGEST_SMALL - 8) / STEP + 1)
// Bytes of a bin at most, so that a thread keeps no more than about two megabytes: what files that are read together give back
// at the end of a step, the next step takes again.
#define BYTES_OF_BIN (32 << 10)

typedef struct {
  void *first;
  uint32_t count;
} Bin;

static __thread Bin bins[BINS];
// 0 until the thread has first kept something, -1 once it ends.
static __thread int keeps_small;
static pthread_key_t ending;
// Whether there is the key by which a thread that ends is heard of.
static int has_ending;

// Gives back what an ending thread has kept.
static void end_thread(void *unused) {
  (void)unused;
  keeps_small = -1;
  for (int place = 0; place < BINS; place++) {
    void *next = bins[place].first;
    bins[place] = (Bin){NULL, 0};
    while (next != NULL) {
      void *const block = next;
      next = *(void **)block;
      __libc_free(block);
    }
  }
}

__attribute__((constructor)) static void begin(void) { has_ending = pthread_key_create(&ending, end_thread) == 0; }

// Whether the thread had kept nothing yet and will be heard of when it ends.
static int begins_thread(void) {
  if (keeps_small == 0 && has_ending && pthread_setspecific(ending, bins) == 0) {
    keeps_small = 1;
    return 1;
  }
  return 0;
}

static inline size_t bin_for(size_t size) { return size <= 24 ? 1 : (size + STEP - 9) / STEP; }

static inline void *taken_small(size_t size) {
  Bin *const bin = &bins[bin_for(size)];
  void *const block = bin->first;
  if (block != NULL) {
    bin->first = *(void **)block;
    bin->count--;
  }
  return block;
}

static inline int keeps_small_block(void *start, size_t size) {
  Bin *const bin = &bins[(size - 8) / STEP];
  if (bin->count * size >= BYTES_OF_BIN) return 0;
  *(void **)start = bin->first;
  bin->first = start;
  bin->count++;
  return 1;
}

// A symbol of the executable wins over the library's. These are weak, so that others may stand here instead.

static __attribute__((noinline)) void *malloc_other(size_t size) {
  if (size >= LARGE && __atomic_load_n(&kept, __ATOMIC_RELAXED) > 0) {
    void *const start = taken(size);
    if (start != NULL) return start;
  }
  void *start = __libc_malloc(size);
  if (start == NULL && __atomic_load_n(&kept, __ATOMIC_RELAXED) > 0) {
    shrink(0, 0);
    start = __libc_malloc(size);
  }
  return start;
}

__attribute__((weak)) void *malloc(size_t size) {
  if (size <= LARGEST_SMALL) {
    void *const start = taken_small(size);
    if (start != NULL) return start;
  }
  return malloc_other(size);
}

static __attribute__((noinline)) void free_other(void *pointer, size_t size) {
  if (size <= LARGEST_SMALL && begins_thread() && keeps_small_block(pointer, size)) return;
  if (size >= LARGE && __atomic_load_n(&budget, __ATOMIC_RELAXED) > 0 && keeps(pointer, size)) return;
  __libc_free(pointer);
}

__attribute__((weak)) void free(void *pointer) {
  if (pointer == NULL) return;
  const size_t size = malloc_usable_size(pointer);
  if (size <= LARGEST_SMALL && keeps_small > 0 && keeps_small_block(pointer, size)) return;
  free_other(pointer, size);
}

void ibid_keep_memory(size_t bytes) {
  __atomic_store_n(&budget, bytes, __ATOMIC_RELAXED);
  shrink(bytes, MOST_BLOCKS);
}

void ibid_forget_unused_memory(void) {
  for (;;) {
    pthread_mutex_lock(&lock);
    // The oldest come first.
    const int is_unused = count > 0 && blocks[0].query != queries;
    void *const start = is_unused ? removed(0).start : NULL;
    if (!is_unused) queries++;
    pthread_mutex_unlock(&lock);
    if (!is_unused) return;
    __libc_free(start);
  }
}

int64_t ibid_kept_bytes(void) { return (int64_t)__atomic_load_n(&kept, __ATOMIC_RELAXED); }

#else

void ibid_keep_memory(size_t bytes) { (void)bytes; }
void ibid_forget_unused_memory(void) {}
int64_t ibid_kept_bytes(void) { return 0; }

#endif
