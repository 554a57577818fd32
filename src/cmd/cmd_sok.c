#include "cmd/cmd.h"
#include "cmd/out.h"

enum { HITS_MAX = 50 };

/* The found words come between U+E002 and U+E003; here they stand between asterisks. */
static struct str8 marked(struct arena *a, struct str8 s) {
    struct buf b = {0};
    for (size_t i = 0; i < s.n; i++) {
        struct str8 c = s8_sub(s, i, i + 3);
        if (s8_eq(c, S8("\xEE\x80\x82")) || s8_eq(c, S8("\xEE\x80\x83"))) {
            buf_byte(&b, '*');
            i += 2;
        } else {
            buf_byte(&b, s.p[i] == '\n' ? ' ' : s.p[i]);
        }
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* Is it found in the note, which is in no paper? */
static bool in_note(struct cmd_call *c, const struct app_case *ar, const struct traff *t) {
    enum post_slag slag = post_slag_find(t->slag);
    int f = slag < POST_SLAG_N ? falt_find(slag, S8("anteckning")) : -1;
    const struct post *p = f >= 0 ? arende_post(ar->arende, slag, t->nyckel) : NULL;
    struct str8 line = app_found_line(&c->a, t->utdrag);
    return p && line.n && s8_find(p->value[f], line) >= 0;
}

static void put_hit(struct cmd_call *c, const struct app_case *ar, const struct traff *t) {
    bool part = s8_find(t->nyckel, S8(":")) >= 0;
    struct str8 slag = t->arende      ? t->slag
                       : !t->nyckel.n ? S8("om betänkandet")
                       : part         ? S8("punkt")
                                      : S8("avsnitt");
    buf_printf(&c->out, "  %.*s%s%.*s%s\n", S8F(slag), t->nyckel.n ? " " : "", S8F(t->nyckel),
               t->arende && in_note(c, ar, t) ? ", anteckning (skrivs aldrig ut)" : "");
    out_wrap(&c->out, marked(&c->a, t->utdrag), 4, false, c->width);
}

static bool same_place(const struct traff *x, const struct traff *y) {
    return x->arende == y->arende && (x->arende || s8_eq(x->betankande, y->betankande));
}

/* The hits in the place where hits[first] is, unless they have been put with an earlier one. */
static enum status put_group(struct cmd_call *c, const struct traff *hits, size_t n, size_t first) {
    const struct traff *t = &hits[first];
    struct app_case ar = {0};
    enum status st = ST_OK;
    for (size_t i = 0; i < first; i++)
        if (same_place(&hits[i], t))
            return ST_OK;
    if (t->arende) {
        st = app_case_open(&c->app, &c->a, arena_printf(&c->a, "%ld", t->arende), &ar, &c->err);
        buf_printf(&c->out, "Ärende %ld%s%.*s (%.*s)\n", t->arende, t->dnr.n ? ", " : "",
                   S8F(t->dnr), S8F(t->beteckning));
    } else {
        buf_printf(&c->out, "%.*s\n", S8F(t->beteckning));
    }
    for (size_t i = first; i < n && st == ST_OK; i++)
        if (same_place(&hits[i], t))
            put_hit(c, &ar, &hits[i]);
    return st;
}

static enum status run(struct cmd_call *c) {
    struct buf words = {0};
    struct traff *hits;
    size_t n;
    for (size_t i = 0; i < c->n_arg; i++)
        buf_printf(&words, "%s%.*s", i ? " " : "", S8F(c->arg[i].text));
    enum status st = app_search(&c->app, &c->a, buf_str8_of(&words), HITS_MAX, &hits, &n, &c->err);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        st = put_group(c, hits, n, i);
    if (st == ST_OK && n == 0)
        buf_printf(&c->out, "Inget hittades för: %.*s\n", S8F(buf_str8_of(&words)));
    if (st == ST_OK && n == HITS_MAX)
        buf_printf(&c->out, "De %d bästa träffarna visas. Fler ord ger färre träffar.\n", HITS_MAX);
    buf_free(&words);
    return st;
}

const struct cmd cmd_sok = {
    .name = "sök",
    .usage = "ORD…",
    .summary = "Sök i svar, texter och betänkanden.",
    .help = "Alla ord måste finnas. De jämförs med ords början: läkar hittar läkarmedverkan. "
            "Stora och små bokstäver är lika.",
    .min = 1,
    .max = -1,
    .store = CMD_READS,
    .run = run,
};
