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

static void put_hit(struct cmd_call *c, const struct traff *t) {
    if (t->arende)
        buf_printf(&c->out, "Ärende %ld%s%.*s, ", t->arende, t->dnr.n ? ", " : "", S8F(t->dnr));
    buf_printf(&c->out, "%.*s %.*s%s%.*s\n", S8F(t->arende ? t->slag : S8("Betänkande")),
               S8F(t->arende ? t->nyckel : t->betankande), t->arende ? "" : ", avsnitt ",
               S8F(t->arende ? S8("") : t->nyckel));
    out_wrap(&c->out, marked(&c->a, t->utdrag), 4, false, c->width);
}

static enum status run(struct cmd_call *c) {
    struct buf words = {0};
    struct traff *hits;
    size_t n;
    for (size_t i = 0; i < c->n_arg; i++)
        buf_printf(&words, "%s%.*s", i ? " " : "", S8F(c->arg[i].text));
    enum status st = app_search(&c->app, &c->a, buf_str8_of(&words), HITS_MAX, &hits, &n, &c->err);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        put_hit(c, &hits[i]);
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
