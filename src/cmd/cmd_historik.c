#include "app/history.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/out.h"

enum { OPT_ALLA };
static const struct cmd_option options[] = {
    [OPT_ALLA] = {"alla", NULL, "Visa allt, inte bara de 50 senaste ändringarna.", 0},
};

/* A value on one line: short ones as they are, long ones as how long they are. */
static struct str8 shown(struct arena *a, struct str8 v) {
    enum { SHORT = 60 };
    if (v.n == 0)
        return S8("(tomt)");
    if (utf8_count(v) <= SHORT && s8_find(v, S8("\n")) < 0)
        return v;
    return arena_printf(a, "%zu tecken", utf8_count(v));
}

static void put_change(struct cmd_call *c, const struct history_row *r) {
    const struct post *now = &r->rev->post;
    const struct post_slag_info *info = post_slag_info(now->slag);
    size_t changes = 0;
    for (size_t i = 0; i < info->n_falt; i++) {
        struct str8 before = r->before ? r->before->value[i] : S8("");
        if (s8_eq(before, now->value[i]))
            continue;
        changes++;
        struct str8 line = arena_printf(
            &c->a, before.n ? "%s: %.*s → %.*s" : "%s: %.*s%.*s", info->falt[i].namn,
            S8F(before.n ? shown(&c->a, before) : S8("")), S8F(shown(&c->a, now->value[i])));
        out_wrap(&c->out, line, 4, false, c->width);
    }
    if (changes == 0 && r->before && r->before->ordning != now->ordning)
        buf_printf(&c->out, "    plats: %d → %d\n", r->before->ordning, now->ordning);
}

static void put_row(struct cmd_call *c, const struct history_row *r) {
    const struct revision *rev = r->rev;
    const struct post_slag_info *info = post_slag_info(rev->post.slag);
    buf_printf(&c->out, "%.*s  %.*s, %.*s: %s%s%.*s%s\n", S8F(out_local_time(&c->a, rev->tid)),
               S8F(rev->vem), S8F(rev->orsak), info->etikett, rev->post.nyckel.n ? " " : "",
               S8F(rev->post.nyckel), rev->borttagen ? ", borttagen" : "");
    if (!rev->borttagen)
        put_change(c, r);
}

static enum status run(struct cmd_call *c) {
    enum { USUAL = 50 };
    struct app_case ar;
    struct history_row *rows;
    size_t n;
    enum status st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = history_list(&c->app, &c->a, &ar, c->n_arg > 1 ? c->arg[1].text : S8(""), &rows, &n,
                          &c->err);
    if (st != ST_OK)
        return st;
    size_t shown_rows = n > USUAL && !cmd_has(c, OPT_ALLA) ? USUAL : n;
    for (size_t i = 0; i < shown_rows; i++)
        put_row(c, &rows[i]);
    if (n == 0)
        buf_str(&c->out, "Inget är sparat där ännu.\n");
    if (n > shown_rows)
        buf_printf(&c->out, "… och %zu äldre. Alla visas med --alla.\n", n - shown_rows);
    return ST_OK;
}

const struct cmd cmd_historik = {
    .name = "historik",
    .usage = "ÄRENDE [PUNKT] [--alla]",
    .summary = "Visa vem som har ändrat vad, och när.",
    .help = "I stället för PUNKT kan man skriva ett avsnitt (4.1.1), ett textblock "
            "(sammanfattning) eller ett slag (underlag).",
    .min = 1,
    .max = 2,
    .store = CMD_READS,
    CMD_OPTIONS(options),
    .run = run,
};
