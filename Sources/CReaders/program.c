#define _GNU_SOURCE
#include "buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/// Reads what is there; whether the stream goes on.
static int drain(int stream, growing_buffer *buffer) {
  if (!buffer_reserve(buffer, 1 << 16)) return 0;
  ssize_t count = read(stream, buffer->bytes + buffer->count, 1 << 16);
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  buffer->count += (size_t)count;
  return count > 0;
}

/// Collects both streams until they end, the time is up or the limit is reached.
static int collect(int streams[2], growing_buffer buffers[2], int64_t deadline, size_t limit) {
  struct pollfd polled[2] = {{.fd = streams[0], .events = POLLIN}, {.fd = streams[1], .events = POLLIN}};
  while (polled[0].fd >= 0 || polled[1].fd >= 0) {
    int64_t left = deadline - now();
    if (left <= 0) return ibid_program_too_slow;
    if (poll(polled, 2, left > 1000 ? 1000 : (int)left) < 0 && errno != EINTR) return ibid_program_not_started;
    for (int i = 0; i < 2; i++) {
      if (polled[i].fd < 0 || !polled[i].revents) continue;
      if (!drain(polled[i].fd, &buffers[i])) polled[i].fd = -1;
      if (buffers[i].count > limit) return ibid_program_too_much;
    }
  }
  return ibid_program_ended;
}

int ibid_program_run(const char *path, const uint8_t *arguments, size_t count, int64_t milliseconds, size_t limit,
                     ibid_buffer *output, ibid_buffer *errors, int *exit_code) {
  enum { most_words = 30 };
  char *words[most_words + 2] = {(char *)path};
  int out[2], err[2], word = 1;
  *output = *errors = (ibid_buffer){0};
  *exit_code = -1;
  for (size_t start = 0; start < count && word <= most_words; start += strlen(words[word++]) + 1)
    words[word] = (char *)arguments + start;
  // Closed on exec, so that programs that other threads start do not keep them open.
  if (pipe2(out, O_CLOEXEC)) return ibid_program_not_started;
  if (pipe2(err, O_CLOEXEC)) {
    close(out[0]), close(out[1]);
    return ibid_program_not_started;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_adddup2(&actions, err[1], 2);
  // The locale of plain bytes: what a program writes may not depend on who runs it.
  char *environment[] = {"LC_ALL=C.UTF-8", "TZ=UTC", NULL};
  pid_t process;
  int failed = posix_spawn(&process, path, &actions, NULL, words, environment);
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]), close(err[1]);
  int outcome = ibid_program_not_started;
  if (!failed) {
    growing_buffer buffers[2] = {{0}, {0}};
    int streams[2] = {out[0], err[0]};
    outcome = collect(streams, buffers, now() + milliseconds, limit);
    if (outcome != ibid_program_ended) kill(process, SIGKILL);
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
    if (WIFEXITED(status)) *exit_code = WEXITSTATUS(status);
    *output = buffer_finish(&buffers[0]);
    *errors = buffer_finish(&buffers[1]);
  }
  close(out[0]), close(err[0]);
  return outcome;
}
