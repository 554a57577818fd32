/* The head of a template that is a paper of its own. */
#include "profil/private.h"

#include "base/utf8.h"

/* "nyckel = värde". */
static enum status put_line(struct loading *l, struct str8 namn, struct str8 line,
                            struct error *err) {
    struct str8 value = line;
    struct str8 key = s8_trim(s8_cut(&value, '='));
    if (!value.p || key.n == 0)
        return error_set(err, ST_INVALID, "raden är inte nyckel = värde");
    return profil_put_dokument(l, namn, key, arena_str8(l->arena, s8_trim(value)), err);
}

enum status profil_put_huvud(struct loading *l, const struct mall *m, struct error *err) {
    struct str8 rest = m->text, line;
    ptrdiff_t end = s8_find(rest, S8("}}"));
    if (!s8_starts(rest, S8("{{!")) || end < 0)
        return ST_OK;
    rest = s8_sub(rest, 3, (size_t)end);
    if (!s8_line(&rest, &line) || !utf8_same_name(s8_trim(line), S8("dokument")))
        return ST_OK;
    for (int nr = 2; s8_line(&rest, &line); nr++) {
        enum status st = s8_trim(line).n ? put_line(l, m->namn, line, err) : ST_OK;
        if (st != ST_OK) {
            error_prefix(err, "%.*s, rad %d", S8F(m->fil), nr);
            return st;
        }
    }
    return profil_put_dokument(l, m->namn, S8("mall"), m->namn, err);
}
