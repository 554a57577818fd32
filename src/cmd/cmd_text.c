#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/out.h"

enum { OPT_FIL, OPT_UTKAST, OPT_ERSATT };
static const struct cmd_option options[] = {
    [OPT_FIL] = {"fil", "FIL", "Texten läses ur filen, eller med - från standard in.", 0},
    [OPT_UTKAST] = {"utkast", NULL, "Skriv ett utkast till sammanfattningen ur svaren.", 0},
    [OPT_ERSATT] = {"ersätt", NULL, "Låt utkastet ersätta den text som finns.", 0},
};

static enum status list(struct cmd_call *c, const struct app_case *ar) {
    struct text_block *blocks;
    size_t n;
    enum status st = app_text_blocks(&c->app, &c->a, ar, &blocks, &n, &c->err);
    if (st != ST_OK)
        return st;
    struct table t = {
        .a = &c->a, .columns = 3, .head = {"Block", "Tecken", "Vad det är"}, .right = {0, 1, 0}};
    for (size_t i = 0; i < n; i++) {
        const struct post *p = arende_post(ar->arende, POST_TEXT, s8_from(blocks[i].namn));
        struct str8 text = p ? p->value[TEXT_INNEHALL] : S8("");
        table_cell(&t, s8_from(blocks[i].namn));
        table_cell(&t, text.n ? arena_printf(&c->a, "%zu", utf8_count(text)) : S8("–"));
        table_cell(&t, s8_from(blocks[i].hjalp));
    }
    table_put(&t, c->width, &c->out);
    return ST_OK;
}

static struct str8 text_of(const struct app_case *ar, const struct text_block *block) {
    const struct post *p = arende_post(ar->arende, POST_TEXT, s8_from(block->namn));
    return p ? p->value[TEXT_INNEHALL] : S8("");
}

static enum status print(struct cmd_call *c, const struct app_case *ar,
                         const struct text_block *block) {
    struct str8 text = text_of(ar, block);
    if (text.n == 0) {
        buf_printf(&c->note, "Blocket %s är tomt.\n", block->namn);
        return ST_OK;
    }
    buf_str8(&c->out, text);
    buf_byte(&c->out, '\n');
    return ST_OK;
}

static void tell(struct cmd_call *c, const struct app_case *ar, const struct text_block *block,
                 struct str8 before, bool changed) {
    struct str8 now = text_of(ar, block);
    if (!changed) {
        buf_str(&c->out, "Inget är ändrat: så stod det redan.\n");
        return;
    }
    if (s8_eq(before, now)) {
        buf_printf(&c->out, "%s: texten är densamma, och gäller svaren som de är nu.\n",
                   block->etikett);
        return;
    }
    buf_printf(&c->out, "%s: %zu tecken sparade.\n", block->etikett, utf8_count(now));
    if (before.n)
        buf_printf(&c->out,
                   "Den förra texten (%zu tecken) är ersatt. Den finns kvar i historiken.\n",
                   utf8_count(before));
}

static enum status put(struct cmd_call *c, struct app_case *ar, const struct text_block *block,
                       struct str8 text, const char *orsak) {
    const struct app_field f = {S8("innehåll"), text};
    struct str8 before = text_of(ar, block);
    bool changed = false;
    enum status st = app_set(&c->app, &c->a, ar, POST_TEXT, s8_from(block->namn), &f, 1, orsak,
                             &changed, &c->err);
    if (st == ST_OK) {
        c->untouched = !changed;
        tell(c, ar, block, before, changed);
    }
    return st;
}

static enum status save(struct cmd_call *c, struct app_case *ar, const struct text_block *block) {
    struct str8 text = {0};
    enum status st = cmd_read_text(c, &c->option[OPT_FIL], &text);
    bool empty = st == ST_OK && s8_trim(text).n == 0;
    if (empty && text_of(ar, block).n)
        st = error_set(&c->err, ST_REFUSED,
                       "texten är tom. Ta bort den som finns med: yttra ta-bort %.*s text %s",
                       S8F(c->arg[0].text), block->namn);
    else if (empty)
        st = cmd_empty_text(c, &c->option[OPT_FIL]);
    return st == ST_OK ? put(c, ar, block, text, "text") : st;
}

/* The summary from the answers. One that somebody has written is not replaced unasked. */
static enum status draft(struct cmd_call *c, struct app_case *ar, const struct text_block *block) {
    struct str8 before = text_of(ar, block), text = {0};
    enum status st = app_text_draft(&c->app, &c->a, ar, s8_from(block->namn), &text, &c->err);
    if (st == ST_OK && before.n && !s8_eq(before, text) && !cmd_has(c, OPT_ERSATT))
        st = error_set(&c->err, ST_EXISTS,
                       "%s är redan skriven (%zu tecken). Lägg till --ersätt för att byta ut den; "
                       "den finns då kvar i historiken.",
                       block->etikett, utf8_count(before));
    if (st == ST_OK)
        st = put(c, ar, block, text, "utkast");
    if (st == ST_OK)
        buf_printf(&c->out, "\n%.*s\n", S8F(text));
    return st;
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    const struct text_block *block;
    if (c->n_arg < 2 && (cmd_has(c, OPT_FIL) || cmd_has(c, OPT_UTKAST)))
        return cmd_misuse(c, "säg vilket block texten ska in i");
    if (cmd_has(c, OPT_FIL) && cmd_has(c, OPT_UTKAST))
        return cmd_misuse(c, "välj --fil eller --utkast, inte båda");
    if (cmd_has(c, OPT_ERSATT) && !cmd_has(c, OPT_UTKAST))
        return cmd_misuse(c, "--ersätt hör till --utkast; --fil byter alltid ut texten");
    enum status st = cmd_open_case(c, &ar);
    c->untouched = !cmd_has(c, OPT_FIL) && !cmd_has(c, OPT_UTKAST);
    if (st == ST_OK && c->n_arg < 2)
        return list(c, &ar);
    if (st == ST_OK)
        st = app_text_block(&c->app, &c->a, &ar, c->arg[1].text, &block, &c->err);
    if (st != ST_OK)
        return st;
    if (cmd_has(c, OPT_UTKAST))
        return draft(c, &ar, block);
    return cmd_has(c, OPT_FIL) ? save(c, &ar, block) : print(c, &ar, block);
}

const struct cmd cmd_text = {
    .name = "text",
    .usage = "ÄRENDE [BLOCK] [--fil FIL|- | --utkast [--ersätt]]",
    .summary = "Visa eller skriv ett textblock: sammanfattning, ekonomi …",
    .help = "Utan BLOCK listas blocken. Utan --fil visas blockets text. Texten är Markdown.\n\n"
            "Med --utkast skrivs sammanfattning eller sammanfattning-tjänsteskrivelse ur svaren: "
            "det omstridda först. Läs den och ändra det som behövs.\n\n"
            "Exempel: yttra text 1 sammanfattning --fil sammanfattning.md",
    .min = 1,
    .max = 2,
    .surplus = "Texten läses ur en fil, --fil FIL, eller skrivs direkt med --fil -",
    .store = CMD_WRITES,
    CMD_OPTIONS(options),
    .run = run,
};
