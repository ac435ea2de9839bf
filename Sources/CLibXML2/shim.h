// The system's libxml2; CReaders is its only user.
#include <libxml/HTMLparser.h>
