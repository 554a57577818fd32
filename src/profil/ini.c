#include "profil/ini.h"

#include <ini.h>
#include <string.h>

#include "base/fileio.h"
#include "base/utf8.h"

enum { LINE_MAX_BYTES = 195 }; /* inih cuts longer ones; Debian builds it with 200 */

struct entry {
    struct str8 section, key, value;
};

struct reader {
    struct arena *arena;
    struct entry *entry;
    size_t n, cap;
};

/* inih hands a continued line over as the same key again: it is joined with a space. */
static int collect(void *user, const char *section, const char *key, const char *value) {
    struct reader *r = user;
    struct entry *last = r->n ? &r->entry[r->n - 1] : NULL;
    if (last && s8_eqz(last->section, section) && s8_eqz(last->key, key)) {
        last->value = arena_printf(r->arena, "%.*s %s", S8F(last->value), value);
        return 1;
    }
    struct entry *e = ARENA_PUSH(r->arena, r->entry, r->n, r->cap);
    e->section = arena_str8(r->arena, s8_from(section));
    e->key = arena_str8(r->arena, s8_from(key));
    e->value = arena_str8(r->arena, s8_from(value));
    return 1;
}

static enum status check_lengths(struct str8 text, const char *path, struct error *err) {
    int nr = 1;
    for (struct str8 rest = text, line; s8_line(&rest, &line); nr++)
        if (line.n > LINE_MAX_BYTES)
            return error_set(err, ST_INVALID,
                             "%s, rad %d: raden är för lång. Bryt den och dra in fortsättningen.",
                             path, nr);
    return ST_OK;
}

/* The line where that key of that section stands, for messages: inih does not tell. */
static int line_of(struct str8 text, const struct entry *e) {
    bool inside = e->section.n == 0;
    int nr = 1;
    for (struct str8 rest = text, line; s8_line(&rest, &line); nr++) {
        line = s8_trim(line);
        if (s8_starts(line, S8("["))) {
            struct str8 name = s8_skip(line, 1);
            inside = s8_eq(s8_cut(&name, ']'), e->section);
        } else if (inside) {
            struct str8 key = s8_sub(line, 0, strcspn(line.p, "=:\n"));
            if (s8_eq(s8_trim(key), e->key))
                return nr;
        }
    }
    return 0;
}

static enum status deliver(struct reader *r, struct str8 text, const char *path, ini_put *put,
                           void *user, struct error *err) {
    for (size_t i = 0; i < r->n; i++) {
        const struct entry *e = &r->entry[i];
        enum status st = put(user, e->section, e->key, e->value, err);
        if (st != ST_OK) {
            error_prefix(err, "%s, rad %d", path, line_of(text, e));
            return st;
        }
    }
    return ST_OK;
}

enum status ini_read(struct arena *a, const char *path, ini_put *put, void *user,
                     struct error *err) {
    struct buf raw = {0};
    struct reader r = {.arena = a};
    struct str8 text;
    enum status st = file_read(path, &raw, err);
    if (st == ST_OK)
        st = utf8_admit(a, buf_str8_of(&raw), path, &text, err);
    if (st == ST_OK)
        st = check_lengths(text, path, err);
    if (st == ST_OK) {
        int line = ini_parse_string(text.p, collect, &r);
        st = line == 0 ? deliver(&r, text, path, put, user, err)
                       : error_set(err, ST_INVALID,
                                   "%s, rad %d: raden är varken [avsnitt] eller nyckel = värde",
                                   path, line);
    }
    buf_free(&raw);
    return st;
}
