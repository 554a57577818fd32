/* Inside the room: a profile's template, compiled. */
#ifndef DRAFT_COMPOSE_PRIVATE_H
#define DRAFT_COMPOSE_PRIVATE_H

#include "draft/mustache.h"
#include "profil/profil.h"

/* The paper's template with the partials of its profile. ST_NOT_FOUND; ST_INVALID. */
enum status compose_compile(struct arena *a, const struct profil *p, const struct dokument *dok,
                            const struct mustache **out, struct error *err);

#endif
