#include "app/print.h"
#include "cmd/cmd.h"

enum {
    OPT_SKRIVARE,
    OPT_SIDOR,
    OPT_EXEMPLAR,
    OPT_DUBBELSIDIGT,
    OPT_GRANSKNING,
    OPT_TEXT,
    OPT_TECKENKOD,
    OPT_BREDD,
    OPT_RADER,
    OPT_TERMINAL,
    OPT_LISTA
};
static const struct cmd_option options[] = {
    [OPT_SKRIVARE] = {"skrivare", "NAMN", "Skriv ut på den skrivaren. Annars den förvalda.", 0},
    [OPT_SIDOR] = {"sidor", "SIDOR", "Bara de sidorna: 1-3,5 eller 8-.", 0},
    [OPT_EXEMPLAR] = {"exemplar", "N", "Så många exemplar, högst 99.", 0},
    [OPT_DUBBELSIDIGT] = {"dubbelsidigt", NULL,
                          "Skriv på båda sidor. Annars som skrivaren är inställd.", 0},
    [OPT_GRANSKNING] = {"granskning", NULL,
                        "Med radnummer och plats för anteckningar, till exempel för "
                        "arbetsutskottet.",
                        0},
    [OPT_TEXT] = {"text", NULL, "Som ren text, i skrivarens eget typsnitt.", 0},
    [OPT_TECKENKOD] = {"teckenkod", "KOD",
                       "Till en skrivare som själv skriver text: teckenkoden den är inställd på, "
                       "CP850, ISO-8859-1, ISO-8859-15, ASCII eller UTF-8.",
                       0},
    [OPT_BREDD] = {"bredd", "N", "Textens bredd i tecken, 40–200. Annars 72.", 0},
    [OPT_RADER] = {"rader", "N", "Rader på en sida med text, 20–200. Annars 60.", 0},
    [OPT_TERMINAL] = {"terminal", NULL,
                      "Skriv ut texten på skrivaren vid din egen dator, genom terminalen.", 0},
    [OPT_LISTA] = {"lista", NULL, "Visa skrivarna som finns i stället för att skriva ut.", 0},
};

/* What was asked for, read and checked before anything is made. */
struct order {
    struct print_job job;
    struct print_text text;
    struct print_pages sidor;
    bool as_text, terminal;
};

/* --- Reading ---------------------------------------------------------------------------------- */

/* Options that say nothing together, or nothing without another. */
static enum status check_options(struct cmd_call *c) {
    static const int not_terminal[] = {OPT_SKRIVARE, OPT_EXEMPLAR, OPT_DUBBELSIDIGT};
    static const int of_text[] = {OPT_BREDD, OPT_RADER, OPT_TECKENKOD};
    bool text = cmd_has(c, OPT_TEXT) || cmd_has(c, OPT_TERMINAL);
    for (size_t i = 0; i < sizeof not_terminal / sizeof *not_terminal; i++)
        if (cmd_has(c, OPT_TERMINAL) && cmd_has(c, not_terminal[i]))
            return cmd_misuse(c, "valet --%s går inte att förena med --terminal",
                              options[not_terminal[i]].name);
    for (size_t i = 0; i < sizeof of_text / sizeof *of_text; i++)
        if (!text && cmd_has(c, of_text[i]))
            return cmd_misuse(c, "valet --%s gäller text: skriv också --text eller --terminal",
                              options[of_text[i]].name);
    if (cmd_has(c, OPT_TECKENKOD) && cmd_has(c, OPT_DUBBELSIDIGT))
        return cmd_misuse(c, "valet --dubbelsidigt går inte att förena med --teckenkod: texten går "
                             "förbi det som styr skrivaren");
    return ST_OK;
}

static enum status read_number(struct cmd_call *c, int option, int min, int max, int *out) {
    *out = 0;
    if (!cmd_has(c, option))
        return ST_OK;
    struct str8 s = c->option[option].text;
    if (s8_uint(s, out) && *out >= min && *out <= max)
        return ST_OK;
    if (s8_uint(s, out) && *out >= min && max < 200 && *out <= 200)
        return cmd_misuse(
            c,
            "valet --%s får vara högst %d på A4. Med --teckenkod eller --terminal får "
            "det vara 200.",
            options[option].name, max);
    return cmd_misuse(c, "valet --%s ska vara ett tal, %d–%d, inte ”%.*s”", options[option].name,
                      min, max, S8F(s));
}

static enum status read_text(struct cmd_call *c, struct order *o) {
    enum { WIDTH_MIN = 40, ROWS_MIN = 20, MOST = 200 };
    struct print_text *t = &o->text;
    const char *kod = c->option[OPT_TECKENKOD].raw;
    bool raw = o->terminal || kod;
    t->kind = raw ? PRINT_RAW : PRINT_TEXT;
    t->teckenkod = kod ? kod : o->terminal ? print_terminal_charset() : NULL;
    t->granskning = cmd_has(c, OPT_GRANSKNING);
    enum status st = t->teckenkod ? print_charset_check(t->teckenkod, &c->err) : ST_OK;
    if (st == ST_OK)
        st = read_number(c, OPT_BREDD, WIDTH_MIN, raw ? MOST : PRINT_COLUMNS, &t->bredd);
    if (st == ST_OK)
        st = read_number(c, OPT_RADER, ROWS_MIN, raw ? MOST : PRINT_ROWS, &t->rader);
    return st;
}

static enum status read_order(struct cmd_call *c, struct order *o) {
    *o = (struct order){.job.exemplar = 1, .terminal = cmd_has(c, OPT_TERMINAL)};
    o->as_text = o->terminal || cmd_has(c, OPT_TEXT);
    o->job.skrivare = c->option[OPT_SKRIVARE].text;
    o->job.dubbelsidigt = cmd_has(c, OPT_DUBBELSIDIGT);
    enum status st = check_options(c);
    if (st == ST_OK)
        st = print_pages_read(&c->a, c->option[OPT_SIDOR].text, &o->sidor, &c->err);
    if (st == ST_OK && cmd_has(c, OPT_EXEMPLAR))
        st = print_copies_read(c->option[OPT_EXEMPLAR].text, &o->job.exemplar, &c->err);
    if (st == ST_OK)
        st = read_text(c, o);
    o->text.sidor = o->sidor;
    return st == ST_OK && o->terminal ? print_terminal_check(&c->err) : st;
}

/* --- Printing --------------------------------------------------------------------------------- */

/* The paper as bytes, and what kind they are. */
static enum status make(struct cmd_call *c, const struct app_case *ar, struct order *o,
                        enum print_kind *kind, struct buf *bytes, size_t *lost) {
    struct str8 dokument = c->arg[1].text;
    *kind = o->as_text ? o->text.kind : PRINT_PDF;
    if (o->as_text)
        return print_text(&c->app, &c->a, ar, dokument, &o->text, bytes, lost, &c->err);
    o->job.sidor = &o->sidor;
    return print_pdf(&c->app, &c->a, ar, dokument, o->text.granskning, &o->sidor, bytes, &c->err);
}

static void tell(struct cmd_call *c, const struct order *o, struct str8 jobb, size_t lost) {
    if (o->terminal)
        buf_str(&c->out, "Texten är skickad till terminalens skrivare.\n");
    else if (jobb.n)
        buf_printf(&c->out, "Utskriften är skickad: jobb %.*s.\n", S8F(jobb));
    else
        buf_str(&c->out, "Utskriften är skickad.\n");
    if (lost)
        buf_printf(&c->note, "%zu tecken finns inte i %s och blev ”?”.\n", lost, o->text.teckenkod);
}

static enum status print(struct cmd_call *c, struct order *o) {
    struct app_case ar;
    struct buf bytes = {0};
    struct str8 jobb = {0};
    enum print_kind kind;
    size_t lost = 0;
    enum status st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = print_title(&c->app, &c->a, &ar, c->arg[1].text, &o->job.titel, &c->err);
    if (st == ST_OK)
        st = make(c, &ar, o, &kind, &bytes, &lost);
    if (st == ST_OK && o->terminal)
        st = print_terminal(buf_str8_of(&bytes), &c->err);
    else if (st == ST_OK)
        st = print_send(&c->a, &o->job, kind, buf_str8_of(&bytes), &jobb, &c->err);
    if (st == ST_OK)
        tell(c, o, jobb, lost);
    buf_free(&bytes);
    return st;
}

static enum status list(struct cmd_call *c) {
    struct print_printers all;
    enum status st = print_printers(&c->a, &all, &c->err);
    for (size_t i = 0; st == ST_OK && i < all.n; i++)
        buf_printf(&c->out, "%.*s%s\n", S8F(all.namn[i]),
                   (int)i == all.standard ? " (förvald)" : "");
    return st;
}

static enum status run(struct cmd_call *c) {
    enum { WANTED = 2 };
    struct order o;
    if (cmd_has(c, OPT_LISTA))
        return list(c);
    if (c->n_arg < WANTED)
        return cmd_missing(c, s8_from(c->cmd->usage), c->n_arg, WANTED);
    enum status st = read_order(c, &o);
    return st == ST_OK ? print(c, &o) : st;
}

const struct cmd cmd_skriv_ut = {
    .name = "skriv-ut",
    .usage = "ÄRENDE DOKUMENT [--skrivare NAMN] [--sidor SIDOR] [VAL …]",
    .summary = "Skriv ut ett dokument på papper",
    .help =
        "Skrivarna är de som finns i CUPS på datorn där yttra körs; de visas av: yttra skriv-ut "
        "--lista\n\n"
        "Med --terminal skrivs texten ut på skrivaren vid den dator du sitter vid, om "
        "terminalen kan det: xterm, Tera Term och iTerm2, och PuTTY när en skrivare är vald "
        "under Terminal, ”Remote-controlled printing”. Det går inte genom tmux, screen eller "
        "mosh. Kan terminalen det inte hamnar texten på skärmen.\n\n"
        "Exempel: yttra skriv-ut 1 yttrande --skrivare plan3 --dubbelsidigt",
    .min = 0,
    .max = 2,
    .store = CMD_READS,
    CMD_OPTIONS(options),
    .run = run,
};
