#include "app/paper.h"
#include "cmd/cmd.h"
#include "cmd/out.h"

enum { OPT_MOTIVERING, OPT_FIL, OPT_VILLKOR, OPT_SUBJEKT, OPT_ANTECKNING, OPT_TA_BORT };
static const struct cmd_option options[] = {
    [OPT_MOTIVERING] = {"motivering", "TEXT", "Skälen för svaret.", 0},
    [OPT_FIL] = {"motivering-fil", "FIL", "Skälen läses ur filen, eller med - från standard in.",
                 0},
    [OPT_VILLKOR] = {"villkor", "TEXT", "Satsen efter ”under förutsättning att”.", 0},
    [OPT_SUBJEKT] = {"subjekt", "ORD", "Den som talar i just detta svar, till exempel vi.", 0},
    [OPT_ANTECKNING] = {"anteckning", "TEXT", "För dig själv. Skrivs aldrig ut.", 0},
    [OPT_TA_BORT] = {"ta-bort", NULL, "Ta tillbaka svaret. Det finns kvar i historiken.", 0},
};

static enum status add_field(struct cmd_call *c, const char *namn, struct str8 varde) {
    *ARENA_PUSH(&c->a, c->field, c->n_field, c->cap_field) =
        (struct app_field){s8_from(namn), varde};
    return ST_OK;
}

/* What is asked for, as fields of the answer. */
static enum status collect(struct cmd_call *c) {
    static const struct {
        int option;
        const char *falt;
    } plain[] = {{OPT_MOTIVERING, "motivering"},
                 {OPT_VILLKOR, "villkor"},
                 {OPT_SUBJEKT, "subjekt"},
                 {OPT_ANTECKNING, "anteckning"}};
    struct str8 text;
    enum status st = ST_OK;
    if (c->n_arg > 2)
        add_field(c, "ställning", c->arg[2].text);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (cmd_has(c, plain[i].option))
            add_field(c, plain[i].falt, c->option[plain[i].option].text);
    if (cmd_has(c, OPT_FIL) && (st = cmd_read_text(c, &c->option[OPT_FIL], &text)) == ST_OK)
        add_field(c, "motivering", text);
    if (st == ST_OK && c->n_field == 0)
        return cmd_misuse(c,
                          "säg vilken ställning, till exempel: yttra svara %.*s %.*s tillstyrker",
                          S8F(c->arg[0].text), S8F(c->arg[1].text));
    return st;
}

static enum status check_options(struct cmd_call *c) {
    if (cmd_has(c, OPT_MOTIVERING) && cmd_has(c, OPT_FIL))
        return cmd_misuse(c, "välj --motivering eller --motivering-fil, inte båda");
    bool other = c->n_arg > 2;
    for (int i = 0; i < OPT_TA_BORT; i++)
        other = other || cmd_has(c, i);
    if (cmd_has(c, OPT_TA_BORT) && other)
        return cmd_misuse(c, "--ta-bort kan inte stå tillsammans med ett svar");
    return ST_OK;
}

/* The sentence as it will stand, so that it is seen before it is taken for granted. */
static void show_one(struct cmd_call *c, const struct app_case *ar, const struct punkt_ref *ref,
                     struct str8 sentence) {
    struct str8 key = punkt_key(&c->a, ref->avsnitt, ref->punkt);
    const struct post *p = arende_post(ar->arende, POST_SVAR, key);
    struct str8 code = p ? p->value[SVAR_STALLNING] : S8("");
    enum stance s = STANCE_NONE;
    if (code.n)
        stance_parse(code, &s, NULL);
    buf_printf(&c->out, "%.*s %s: %s\n", S8F(key), punkt_slag_namn(ref->punkt->slag),
               stance_label(s, ref->punkt->slag));
    if (sentence.n)
        out_wrap(&c->out, sentence, 4, false, c->width);
    if (s == STANCE_VILLKOR && p->value[SVAR_VILLKOR].n == 0)
        buf_str(&c->out, "    Villkoret saknas ännu. Ange det med --villkor.\n");
}

static enum status show(struct cmd_call *c, const struct app_case *ar,
                        const struct app_refs *refs) {
    struct str8 *sentence;
    enum status st = paper_sentences(&c->app, &c->a, ar, refs, &sentence, &c->err);
    if (st != ST_OK)
        return error_prefix(&c->err, "svaret är sparat, men meningen kan inte visas");
    for (size_t i = 0; i < refs->n; i++)
        show_one(c, ar, &refs->p[i], sentence[i]);
    buf_printf(&c->out, "%d av %zu punkter är besvarade.\n", app_case_answered(ar),
               betankande_n_punkt(ar->betankande));
    return ST_OK;
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct app_refs refs;
    bool changed = false;
    enum status st = check_options(c);
    if (st == ST_OK)
        st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = app_refs(&c->a, &ar, c->arg[1].text, &refs, &c->err);
    if (st == ST_OK && cmd_has(c, OPT_TA_BORT)) {
        st = app_answer_remove(&c->app, &c->a, &ar, &refs, &c->err);
        return st == ST_OK ? show(c, &ar, &refs) : st;
    }
    if (st == ST_OK)
        st = collect(c);
    if (st == ST_OK)
        st = app_answer(&c->app, &c->a, &ar, &refs, c->field, c->n_field, &changed, &c->err);
    if (st != ST_OK)
        return st;
    if (!changed)
        buf_str(&c->out, "Inget är ändrat: så stod det redan.\n");
    return show(c, &ar, &refs);
}

const struct cmd cmd_svara = {
    .name = "svara",
    .usage = "ÄRENDE PUNKT [STÄLLNING] [--motivering TEXT | --motivering-fil FIL|-] [--villkor "
             "TEXT] [--subjekt ORD] [--ta-bort]",
    .summary = "Svara på en eller flera punkter.",
    .help = "PUNKT är 4.1.1 om avsnittet har en enda punkt, annars 4.1.1:2, eller 4.1.1:* för "
            "alla i avsnittet. Flera skrivs med komma emellan: 4.1.1:1,5.3:2\n\n"
            "STÄLLNING är tillstyrker, synpunkter, villkor, delvis, tveksam, utred, avstyrker, "
            "ingen-erinran, avstår eller ej-berörd. På en bedömning kan man också skriva delar "
            "och delar-inte. Utan STÄLLNING ändras bara det som anges med valen.\n\n"
            "Efteråt visas meningen som den kommer att stå i yttrandet.\n\n"
            "Exempel: yttra svara 1 4.4.3 delar --motivering \"Sanktioner skadar samverkan.\"",
    .min = 2,
    .max = 3,
    .store = CMD_WRITES,
    CMD_OPTIONS(options),
    .run = run,
};
