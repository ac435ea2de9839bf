#include "CIbidData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Tables of names as they stand in this folder, embedded by the compiler (C23).

static const unsigned char countries[] = {
#embed "countries.tsv"
};

static const unsigned char places[] = {
#embed "places.tsv"
};

static const unsigned char names[] = {
#embed "names.tsv"
};

static const unsigned char name_slots[] = {
#embed "names.slots"
};

const unsigned char *ibid_countries(size_t *count) {
  *count = sizeof countries;
  return countries;
}

const unsigned char *ibid_places(size_t *count) {
  *count = sizeof places;
  return places;
}

const unsigned char *ibid_names(size_t *count) {
  *count = sizeof names;
  return names;
}

const unsigned char *ibid_name_slots(size_t *count) {
  *count = sizeof name_slots;
  return name_slots;
}
