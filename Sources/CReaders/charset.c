#include "buffer.h"

#include <errno.h>
#include <iconv.h>

int ibid_to_utf8(const char *charset, const uint8_t *text, size_t count, ibid_buffer *output) {
  iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == (iconv_t)-1) return 1;
  growing_buffer buffer = {0};
  char *next = (char *)text;
  while (count > 0 && buffer_reserve(&buffer, 4096)) {
    char *out = (char *)buffer.bytes + buffer.count;
    size_t room = buffer.capacity - buffer.count;
    size_t status = iconv(converter, &next, &count, &out, &room);
    const int reason = errno;
    buffer.count = (size_t)((uint8_t *)out - buffer.bytes);
    if (status == (size_t)-1 && reason != E2BIG) {
      // A byte that fits nowhere, or a character that is cut short at the end.
      buffer_add(&buffer, "\xEF\xBF\xBD", 3);
      if (reason == EINVAL) break;
      iconv(converter, NULL, NULL, NULL, NULL);
      next++;
      count--;
    }
  }
  iconv_close(converter);
  *output = buffer_finish(&buffer);
  return 0;
}
