/* Universally unique identifiers: RFC 9562, version 4. */
#ifndef BASE_UUID_H
#define BASE_UUID_H

#include "base/arena.h"
#include "base/status.h"

/* A new one, 36 characters in lower case. ST_IO if the system has no randomness to give. */
enum status uuid_new(struct arena *a, struct str8 *out, struct error *err);

/* Is `s` written as one: 8-4-4-4-12 lower-case hexadecimal digits? */
bool uuid_valid(struct str8 s);

#endif
