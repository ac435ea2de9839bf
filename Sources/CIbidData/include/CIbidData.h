#pragma once

#include <stddef.h>

/// Countries: a line each, fields by tabs (code, name, other names, demonyms, capitals), lists by semicolons; lines that
/// start with # are comments. UTF-8, not terminated.
const unsigned char *ibid_countries(size_t *count);

/// Places that are no countries, likewise: name, country code or nothing, other names.
const unsigned char *ibid_places(size_t *count);

/// Places, given names, surnames and everyday words: name, marks, country code; lines sorted by the name with ASCII letters in
/// lower case. See make-names.py.
const unsigned char *ibid_names(size_t *count);

/// Where the lines of that table begin, by the hash of their names: numbers of 32 bits, little-endian. See make-slots.py.
const unsigned char *ibid_name_slots(size_t *count);

/// The scripts that come with Ibid: how many there are, and each one's name (terminated) and text (UTF-8, not terminated).
size_t ibid_domain_count(void);
const unsigned char *ibid_domain(size_t index, const char **name, size_t *count);
