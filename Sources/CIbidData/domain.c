#include "CIbidData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The scripts of the folder `domain`, embedded by the compiler (C23), in the order in which they are read. A long one stands in several files.

static const unsigned char agreement_roles[] = {
#embed "domain/agreement_roles.ibid"
};

static const unsigned char agreements[] = {
#embed "domain/agreements-words.ibid"
    , '\n',
#embed "domain/agreements.ibid"
    , '\n',
#embed "domain/agreements-table.ibid"
};

static const unsigned char events[] = {
#embed "domain/events.ibid"
    , '\n',
#embed "domain/events-incidents.ibid"
    , '\n',
#embed "domain/events-acts.ibid"
    , '\n',
#embed "domain/events-rows.ibid"
    , '\n',
#embed "domain/events-table.ibid"
};

static const unsigned char commitments[] = {
#embed "domain/commitments.ibid"
    , '\n',
#embed "domain/commitments-words.ibid"
    , '\n',
#embed "domain/commitments-table.ibid"
};

static const unsigned char roles[] = {
#embed "domain/roles.ibid"
};

static const unsigned char hotspots[] = {
#embed "domain/hotspots.ibid"
};

static const unsigned char flows[] = {
#embed "domain/flows.ibid"
};

static const unsigned char claims[] = {
#embed "domain/claims.ibid"
};

static const struct {
  const char *name;
  const unsigned char *start;
  size_t count;
} files[] = {
    {"agreement_roles", agreement_roles, sizeof agreement_roles},
    {"agreements", agreements, sizeof agreements},
    {"events", events, sizeof events},
    {"commitments", commitments, sizeof commitments},
    {"roles", roles, sizeof roles},
    {"hotspots", hotspots, sizeof hotspots},
    {"flows", flows, sizeof flows},
    {"claims", claims, sizeof claims},
};

size_t ibid_domain_count(void) { return sizeof files / sizeof files[0]; }

const unsigned char *ibid_domain(size_t index, const char **name, size_t *count) {
  *name = files[index].name;
  *count = files[index].count;
  return files[index].start;
}
