#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/out.h"

enum { OPT_FIL };
static const struct cmd_option options[] = {
    [OPT_FIL] = {"fil", "FIL", "Texten läses ur filen, eller med - från standard in.", 0},
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

static enum status save(struct cmd_call *c, struct app_case *ar, const struct text_block *block) {
    struct app_field f = {.namn = S8("innehåll")};
    struct str8 before = text_of(ar, block);
    bool changed = false;
    enum status st = cmd_read_text(c, &c->option[OPT_FIL], &f.varde);
    bool empty = st == ST_OK && s8_trim(f.varde).n == 0;
    if (empty && before.n)
        st = error_set(&c->err, ST_REFUSED,
                       "texten är tom. Ta bort den som finns med: yttra ta-bort %.*s text %s",
                       S8F(c->arg[0].text), block->namn);
    else if (empty)
        st = cmd_empty_text(c, &c->option[OPT_FIL]);
    if (st == ST_OK)
        st = app_set(&c->app, &c->a, ar, POST_TEXT, s8_from(block->namn), &f, 1, "text", &changed,
                     &c->err);
    if (st != ST_OK)
        return st;
    c->untouched = !changed;
    if (changed)
        buf_printf(&c->out, "%s: %zu tecken sparade.\n", block->etikett,
                   utf8_count(text_of(ar, block)));
    if (changed && before.n)
        buf_printf(&c->out,
                   "Den förra texten (%zu tecken) är ersatt. Den finns kvar i historiken.\n",
                   utf8_count(before));
    if (!changed)
        buf_str(&c->out, "Inget är ändrat: så stod det redan.\n");
    return ST_OK;
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    const struct text_block *block;
    if (c->n_arg < 2 && cmd_has(c, OPT_FIL))
        return cmd_misuse(c, "säg vilket block texten ska in i");
    enum status st = cmd_open_case(c, &ar);
    c->untouched = !cmd_has(c, OPT_FIL);
    if (st == ST_OK && c->n_arg < 2)
        return list(c, &ar);
    if (st == ST_OK)
        st = app_text_block(&c->app, &c->a, &ar, c->arg[1].text, &block, &c->err);
    if (st != ST_OK)
        return st;
    return cmd_has(c, OPT_FIL) ? save(c, &ar, block) : print(c, &ar, block);
}

const struct cmd cmd_text = {
    .name = "text",
    .usage = "ÄRENDE [BLOCK] [--fil FIL|-]",
    .summary = "Visa eller skriv ett textblock: sammanfattning, ekonomi …",
    .help = "Utan BLOCK listas blocken. Utan --fil visas blockets text. Texten är Markdown.\n\n"
            "Exempel: yttra text 1 sammanfattning --fil sammanfattning.md",
    .min = 1,
    .max = 2,
    .surplus = "Texten läses ur en fil, --fil FIL, eller skrivs direkt med --fil -",
    .store = CMD_WRITES,
    CMD_OPTIONS(options),
    .run = run,
};
