#include "remiss/betankande_form.h"

#include <stdlib.h>

#include "base/near.h"
#include "base/utf8.h"

static const char *const harkomst_words[] = {
    [HARKOMST_OKAND] = "okänd",
    [HARKOMST_PARAFRAS] = "parafras",
    [HARKOMST_VERIFIERAD] = "verifierad",
};

enum status betankande_id(struct arena *a, struct str8 name, struct str8 *id, struct error *err) {
    struct beteckning b;
    size_t used;
    struct str8 s = form_line(name);
    if (!beteckning_parse(s, &b, &used) || used != s.n)
        return error_set(err, ST_INVALID,
                         "”%.*s” är ingen beteckning på ett betänkande. Skriv till exempel "
                         "”SOU 2024:72”, ”Ds 2024:5” eller sou-2024-72.",
                         (int)utf8_fit(s, 60), s.p ? s.p : "");
    *id = arena_printf(a, "%s-%d-%d", b.ds ? "ds" : "sou", b.year, b.nr);
    return ST_OK;
}

const struct avsnitt *betankande_avsnitt(const struct betankande *b, struct str8 nummer) {
    for (size_t i = 0; i < b->n_avsnitt; i++)
        if (s8_eq(b->avsnitt[i].nummer, nummer))
            return &b->avsnitt[i];
    return NULL;
}

/* The avsnitt that shares most with `no`, counted from the left, and then is nearest in order; NULL
 * if not even the chapter is there. */
static const struct avsnitt *near_in_chapter(const struct betankande *b, const struct nummer *no) {
    const struct avsnitt *best = NULL;
    int best_common = 1, best_gap = 0;
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        struct nummer other;
        if (!nummer_parse(b->avsnitt[i].nummer, &other))
            continue;
        int common = nummer_common(no, &other);
        int here = common < no->n ? no->part[common] : 0;
        int gap = abs(here - (common < other.n ? other.part[common] : 0));
        if (common > best_common || (common == best_common && (!best || gap < best_gap))) {
            best = &b->avsnitt[i];
            best_common = common;
            best_gap = gap;
        }
    }
    return best;
}

static const struct avsnitt *near_avsnitt(const struct betankande *b, struct str8 nummer) {
    struct nummer no;
    const struct avsnitt *hit = nummer_parse(nummer, &no) ? near_in_chapter(b, &no) : NULL;
    if (hit)
        return hit;
    struct arena tmp = {0};
    struct str8 *known = ARENA_NEW(&tmp, struct str8, b->n_avsnitt);
    for (size_t i = 0; i < b->n_avsnitt; i++)
        known[i] = b->avsnitt[i].nummer;
    int i = near_find(nummer, known, b->n_avsnitt);
    arena_free(&tmp);
    return i >= 0 ? &b->avsnitt[i] : NULL;
}

static enum status no_avsnitt(const struct betankande *b, struct str8 nummer, struct error *err) {
    const struct avsnitt *hit = near_avsnitt(b, nummer);
    struct nummer no;
    int shown = (int)utf8_fit(nummer, 40);
    const char *text = nummer.p ? nummer.p : "";
    if (hit)
        return error_set(err, ST_NOT_FOUND, "avsnitt ”%.*s” finns inte i %.*s. Menade du %.*s?",
                         shown, text, S8F(b->beteckning), S8F(hit->nummer));
    if (nummer_parse(nummer, &no))
        return error_set(err, ST_NOT_FOUND, "avsnitt ”%.*s” finns inte i %.*s.", shown, text,
                         S8F(b->beteckning));
    return error_set(err, ST_NOT_FOUND,
                     "”%.*s” är inget avsnitt. Skriv ett nummer, till exempel 4.1.1, 4.1.1:2 "
                     "eller 4.1.1:* för alla punkter.",
                     shown, text);
}

static void list_punkter(struct buf *out, const struct avsnitt *av) {
    for (size_t i = 0; i < av->n_punkt; i++)
        buf_printf(out, "%s%.*s:%d (%s)", i ? ", " : "", S8F(av->nummer), av->punkt[i].nr,
                   punkt_slag_namn(av->punkt[i].slag));
}

/* A bare number, or ":*", at an avsnitt without punkter of its own. */
static enum status none_here(const struct betankande *b, const struct avsnitt *av,
                             struct error *err) {
    struct buf below = {0};
    for (size_t i = (size_t)(av - b->avsnitt) + 1;
         i < b->n_avsnitt && b->avsnitt[i].niva > av->niva; i++)
        if (b->avsnitt[i].n_punkt)
            buf_printf(&below, "%s%.*s", below.n ? ", " : "", S8F(b->avsnitt[i].nummer));
    enum status st =
        below.n ? error_set(err, ST_INVALID,
                            "avsnitt %.*s har ingen egen punkt. Under det finns punkter i: %s.",
                            S8F(av->nummer), below.p)
                : error_set(err, ST_INVALID,
                            "avsnitt %.*s har ingen punkt att svara på, och inte heller något "
                            "avsnitt under det.",
                            S8F(av->nummer));
    buf_free(&below);
    return st;
}

/* Several punkter and none named, or one named that is not there. */
static enum status choose_one(const struct avsnitt *av, enum status st, const char *what,
                              struct error *err) {
    struct buf all = {0};
    list_punkter(&all, av);
    if (av->n_punkt == 1)
        error_set(err, st, "avsnitt %.*s har %s. Den enda är %s.", S8F(av->nummer), what, all.p);
    else
        error_set(err, st, "avsnitt %.*s har %s. Välj en av %s, eller %.*s:* för alla.",
                  S8F(av->nummer), what, all.p, S8F(av->nummer));
    buf_free(&all);
    return st;
}

static enum status no_punkt(const struct avsnitt *av, struct str8 which, struct error *err) {
    struct buf what = {0};
    buf_printf(&what, "ingen punkt ”%.*s”", (int)utf8_fit(which, 20), which.p ? which.p : "");
    enum status st = choose_one(av, ST_NOT_FOUND, what.p, err);
    buf_free(&what);
    return st;
}

enum status betankande_find(const struct betankande *b, struct str8 ref, struct punkt_ref *out,
                            size_t max, size_t *n, struct error *err) {
    struct str8 which = form_line(ref);
    struct str8 nummer = s8_trim(s8_cut(&which, ':'));
    bool bare = which.p == NULL;
    const struct avsnitt *av = betankande_avsnitt(b, nummer);
    *n = 0;
    if (!av)
        return no_avsnitt(b, nummer, err);
    if (av->n_punkt == 0)
        return none_here(b, av, err);
    if (bare && av->n_punkt > 1)
        return choose_one(av, ST_INVALID, "flera punkter", err);
    which = s8_trim(which);
    bool all = bare || s8_eqz(which, "*");
    int nr = 0;
    if (!all && !s8_uint(which, &nr))
        return no_punkt(av, which, err);
    for (size_t i = 0; i < av->n_punkt; i++) {
        if (!all && av->punkt[i].nr != nr)
            continue;
        if (*n == max)
            return error_set(err, ST_INVALID, "avsnitt %.*s har fler än %zu punkter",
                             S8F(av->nummer), max);
        out[(*n)++] = (struct punkt_ref){av, &av->punkt[i]};
    }
    return *n ? ST_OK : no_punkt(av, which, err);
}

struct str8 punkt_key(struct arena *a, const struct avsnitt *av, const struct punkt *p) {
    return arena_printf(a, "%.*s:%d", S8F(av->nummer), p->nr);
}

size_t betankande_n_punkt(const struct betankande *b) {
    size_t n = 0;
    for (size_t i = 0; i < b->n_avsnitt; i++)
        n += b->avsnitt[i].n_punkt;
    return n;
}

const char *punkt_slag_namn(enum punkt_slag s) {
    return s == PUNKT_FORSLAG ? "förslag" : "bedömning";
}

const char *harkomst_namn(enum harkomst h) {
    return harkomst_words[h];
}

bool harkomst_parse(struct str8 s, enum harkomst *out) {
    for (int h = HARKOMST_OKAND; h <= HARKOMST_VERIFIERAD; h++) {
        if (form_same(form_line(s), harkomst_words[h])) {
            *out = (enum harkomst)h;
            return true;
        }
    }
    return false;
}

struct str8 avsnitt_print_title(const struct avsnitt *av) {
    return av->harkomst == HARKOMST_VERIFIERAD ? av->titel : (struct str8){0};
}

struct str8 avsnitt_label(struct arena *a, const struct avsnitt *av) {
    if (av->titel.n == 0)
        return arena_printf(a, "%.*s (titel okänd)", S8F(av->nummer));
    return arena_printf(a, "%.*s %.*s%s", S8F(av->nummer), S8F(av->titel),
                        av->harkomst == HARKOMST_OKAND      ? " (arbetstitel, osäker)"
                        : av->harkomst == HARKOMST_PARAFRAS ? " (arbetstitel)"
                                                            : "");
}
