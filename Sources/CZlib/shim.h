// The system's zlib; CReaders is its only user.
#include <zlib.h>
