#include "app/history.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/out.h"

enum { OPT_ALLA, OPT_TEXT, OPT_ATERSTALL };
static const struct cmd_option options[] = {
    [OPT_ALLA] = {"alla", NULL, "Visa allt, inte bara de 50 senaste ändringarna.", 0},
    [OPT_TEXT] = {"text", NULL, "Visa texterna hela, som de stod efter varje ändring.", 0},
    [OPT_ATERSTALL] = {"återställ", "NUMMER", "Låt det som stod efter den ändringen gälla igen.",
                       0},
};

static bool is_short(struct str8 v) {
    enum { SHORT = 60 };
    return utf8_count(v) <= SHORT && s8_find(v, S8("\n")) < 0;
}

/* A value on one line: short ones as they are, long ones as how long they are. */
static struct str8 shown(struct arena *a, struct str8 v) {
    if (v.n == 0)
        return S8("(tomt)");
    return is_short(v) ? v : arena_printf(a, "%zu tecken", utf8_count(v));
}

/* The start of a word a little before the first place where the two differ. */
static size_t before_difference(struct str8 before, struct str8 now) {
    enum { LEAD = 12 };
    size_t at = 0, lead = 0;
    while (at < before.n && at < now.n && before.p[at] == now.p[at])
        at++;
    for (; at > 0 && (lead < LEAD || (now.p[at - 1] != ' ' && now.p[at - 1] != '\n')); lead++)
        at--;
    return at;
}

/* : ”… det som är nytt i en lång text …”, so that one change can be told from the next. */
static struct str8 excerpt(struct arena *a, struct str8 before, struct str8 now) {
    enum { COLUMNS = 48 };
    if (is_short(now))
        return S8("");
    size_t from = before_difference(before, now);
    struct buf line = {0};
    for (struct str8 rest = s8_skip(now, from), one; s8_line(&rest, &one);)
        buf_printf(&line, "%s%.*s", line.n && one.n ? " " : "", S8F(one));
    struct str8 all = buf_str8_of(&line);
    size_t fits = utf8_fit(all, COLUMNS);
    struct str8 out = arena_printf(a, ": ”%s%.*s%s”", from ? "… " : "",
                                   S8F(s8_trim(s8_sub(all, 0, fits))), fits < all.n ? " …" : "");
    buf_free(&line);
    return out;
}

static void put_change(struct cmd_call *c, const struct history_row *r) {
    const struct post *now = &r->rev->post;
    const struct post_slag_info *info = post_slag_info(now->slag);
    size_t changes = 0;
    for (size_t i = 0; i < info->n_falt; i++) {
        struct str8 before = r->before ? r->before->value[i] : S8("");
        if (s8_eq(before, now->value[i]) || !falt_shown(&info->falt[i]))
            continue;
        changes++;
        struct str8 was = before.n ? shown(&c->a, before) : S8("");
        struct str8 is = shown(&c->a, now->value[i]);
        struct str8 what = excerpt(&c->a, before, now->value[i]);
        struct str8 line = arena_printf(&c->a, "%s: %.*s%s%.*s%.*s", info->falt[i].namn, S8F(was),
                                        was.n ? " → " : "", S8F(is), S8F(what));
        out_wrap(&c->out, line, 4, false, c->width);
    }
    if (changes == 0 && r->before && r->before->ordning != now->ordning)
        buf_printf(&c->out, "    plats: %d → %d\n", r->before->ordning, now->ordning);
}

/* The values whole, as they stood then; of the ärende's many fields only those that changed. */
static void put_values(struct cmd_call *c, const struct history_row *r) {
    const struct post *now = &r->rev->post;
    const struct post_slag_info *info = post_slag_info(now->slag);
    for (size_t i = 0; i < info->n_falt; i++) {
        struct str8 v = now->value[i];
        bool changed = !s8_eq(v, r->before ? r->before->value[i] : S8(""));
        if ((!changed && (v.n == 0 || info->form == POST_ONE)) || !falt_shown(&info->falt[i]))
            continue;
        bool line = is_short(v);
        out_wrap(&c->out,
                 arena_printf(&c->a, "%s:%s%.*s", info->falt[i].namn, line ? " " : "",
                              S8F(line ? shown(&c->a, v) : S8(""))),
                 4, false, c->width);
        if (!line)
            out_wrap(&c->out, v, 6, false, c->width);
    }
}

static void put_row(struct cmd_call *c, const struct history_row *r) {
    const struct revision *rev = r->rev;
    const struct post_slag_info *info = post_slag_info(rev->post.slag);
    struct str8 when = clock_local_seconds(&c->a, rev->tid);
    buf_printf(&c->out, "%ld  %.*s  %.*s, %.*s: %s%s%.*s%s\n", rev->id, S8F(when), S8F(rev->vem),
               S8F(rev->orsak), info->etikett, rev->post.nyckel.n ? " " : "", S8F(rev->post.nyckel),
               rev->borttagen ? ", borttagen" : "");
    if (cmd_has(c, OPT_TEXT))
        put_values(c, r);
    else if (!rev->borttagen)
        put_change(c, r);
}

static void tell_restored(struct cmd_call *c, const struct revision *rev) {
    cmd_put_done(c, rev->post.slag, rev->post.nyckel,
                 (const char *const[]){"återställd", "återställt", "återställda"});
    buf_printf(&c->out, " till ändring %ld, %.*s. Det som stod där finns kvar i historiken.\n",
               rev->id, S8F(clock_local(&c->a, rev->tid)));
}

static enum status restore(struct cmd_call *c, struct app_case *ar, const struct history_row *rows,
                           size_t n) {
    int nr = 0;
    size_t i = 0;
    bool changed = false;
    if (!s8_uint(c->option[OPT_ATERSTALL].text, &nr))
        return cmd_misuse(c, "”%.*s” är inget nummer i historiken",
                          S8F(c->option[OPT_ATERSTALL].text));
    while (i < n && rows[i].rev->id != nr)
        i++;
    if (i == n)
        return error_set(&c->err, ST_NOT_FOUND,
                         "ändring %d finns inte där. Numren står först på raderna i: yttra "
                         "historik %ld --alla",
                         nr, ar->nr);
    const struct revision *rev = rows[i].rev;
    enum status st = history_restore(&c->app, &c->a, ar, rev, &changed, &c->err);
    c->untouched = !changed;
    if (st == ST_OK && !changed)
        buf_str(&c->out, "Inget är ändrat: så står det redan.\n");
    else if (st == ST_OK)
        tell_restored(c, rev);
    return st;
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
    if (cmd_has(c, OPT_ATERSTALL))
        return restore(c, &ar, rows, n);
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
    .usage = "ÄRENDE [PUNKT] [--text] [--alla] [--återställ NUMMER]",
    .summary = "Visa vem som har ändrat vad, och när.",
    .help = "I stället för PUNKT kan man skriva ett avsnitt (4.1.1), ett textblock "
            "(sammanfattning) eller ett slag (underlag). Först på varje rad står ändringens "
            "nummer.\n\n"
            "--återställ sparar det som stod efter ändringen som en ny ändring. Det som tagits "
            "bort kommer tillbaka.\n\n"
            "Exempel: yttra historik 1 5.3:2 --text\nExempel: yttra historik 1 --återställ 12",
    .min = 1,
    .max = 2,
    .store = CMD_READS,
    .writes_with = 1u << OPT_ATERSTALL,
    CMD_OPTIONS(options),
    .run = run,
};
