#include "app/paper.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/out.h"
#include "cmd/show.h"

enum { OPT_MOTIVERING, OPT_FIL, OPT_VILLKOR, OPT_SUBJEKT, OPT_ANTECKNING, OPT_PROVA, OPT_TA_BORT };
static const struct cmd_option options[] = {
    [OPT_MOTIVERING] = {"motivering", "TEXT", "Skälen för svaret.", 0},
    [OPT_FIL] = {"motivering-fil", "FIL", "Skälen läses ur filen, eller med - från standard in.",
                 0},
    [OPT_VILLKOR] = {"villkor", "TEXT", "Satsen efter ”under förutsättning att”.", 0},
    [OPT_SUBJEKT] = {"subjekt", "ORD", "Den som talar i just detta svar, till exempel vi.", 0},
    [OPT_ANTECKNING] = {"anteckning", "TEXT", "För dig själv. Skrivs aldrig ut.", 0},
    [OPT_PROVA] = {"prova", NULL, "Visa bara meningen som det skulle bli. Inget sparas.", 0},
    [OPT_TA_BORT] = {"ta-bort", NULL, "Ta tillbaka svaret. Det finns kvar i historiken.", 0},
};

static enum status add_field(struct cmd_call *c, const char *namn, struct str8 varde) {
    *ARENA_PUSH(&c->a, c->field, c->n_field, c->cap_field) =
        (struct app_field){s8_from(namn), varde};
    return ST_OK;
}

/* What is asked for, as fields of the answer. A wrong stance is told before a text is typed. */
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
    enum stance stance;
    if (c->n_arg > 2)
        st = stance_parse(c->arg[2].text, &stance, &c->err);
    if (st != ST_OK)
        return st;
    if (c->n_arg > 2)
        add_field(c, "ställning", c->arg[2].text);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (cmd_has(c, plain[i].option))
            add_field(c, plain[i].falt, c->option[plain[i].option].text);
    if (cmd_has(c, OPT_FIL) && (st = cmd_read_text(c, &c->option[OPT_FIL], &text)) == ST_OK)
        add_field(c, "motivering", text);
    return st;
}

static bool nothing_given(const struct cmd_call *c) {
    bool given = c->n_arg > 2;
    for (int i = 0; i <= OPT_TA_BORT; i++)
        given = given || cmd_has(c, i);
    return !given;
}

static enum status check_options(struct cmd_call *c) {
    if (cmd_has(c, OPT_MOTIVERING) && cmd_has(c, OPT_FIL))
        return cmd_misuse(c, "välj --motivering eller --motivering-fil, inte båda");
    bool other = c->n_arg > 2;
    if (cmd_has(c, OPT_PROVA) && !other)
        return cmd_misuse(c, "--prova behöver en ställning att prova");
    for (int i = 0; i < OPT_TA_BORT; i++)
        other = other || cmd_has(c, i);
    if (cmd_has(c, OPT_TA_BORT) && other)
        return cmd_misuse(c, "--ta-bort kan inte stå tillsammans med ett svar");
    return ST_OK;
}

static const struct post *answer_to(struct cmd_call *c, const struct app_case *ar,
                                    const struct punkt_ref *ref) {
    return arende_post(ar->arende, POST_SVAR, punkt_key(&c->a, ref->avsnitt, ref->punkt));
}

static struct str8 motive(const struct post *p) {
    return p ? p->value[SVAR_MOTIVERING] : S8("");
}

/* The motives as they stand, one per punkt. */
static struct str8 *motives(struct cmd_call *c, const struct app_case *ar,
                            const struct app_refs *refs) {
    struct str8 *out = ARENA_NEW(&c->a, struct str8, refs->n);
    for (size_t i = 0; i < refs->n; i++)
        out[i] = motive(answer_to(c, ar, &refs->p[i]));
    return out;
}

/* A motive is not emptied by a file that happens to be empty. */
static enum status keep_motives(struct cmd_call *c, const struct app_refs *refs,
                                const struct str8 *before) {
    bool empty = false;
    for (size_t i = 0; i < c->n_field; i++)
        empty =
            empty || (s8_eqz(c->field[i].namn, "motivering") && s8_trim(c->field[i].varde).n == 0);
    for (size_t i = 0; i < refs->n && empty; i++)
        if (before[i].n) {
            struct str8 key = punkt_key(&c->a, refs->p[i].avsnitt, refs->p[i].punkt);
            return error_set(&c->err, ST_REFUSED,
                             "texten är tom, och %.*s har en motivering. Ta bort den med: yttra "
                             "ändra %.*s svar %.*s motivering=",
                             S8F(key), S8F(c->arg[0].text), S8F(key));
        }
    return empty && cmd_has(c, OPT_FIL) ? cmd_empty_text(c, &c->option[OPT_FIL]) : ST_OK;
}

static void tell_replaced(struct cmd_call *c, struct str8 before, struct str8 now) {
    if (before.n == 0 || now.n == 0 || s8_eq(before, now))
        return;
    struct str8 text = arena_printf(&c->a,
                                    "Den förra motiveringen (%zu tecken) är ersatt. Den finns kvar "
                                    "i historiken.",
                                    utf8_count(before));
    out_wrap(&c->out, text, 4, false, c->width);
}

/* The sentence as it will stand, so that it is seen before it is taken for granted. */
static void show_one(struct cmd_call *c, const struct app_case *ar, const struct punkt_ref *ref,
                     struct str8 sentence, struct str8 before) {
    struct str8 key = punkt_key(&c->a, ref->avsnitt, ref->punkt);
    const struct post *p = answer_to(c, ar, ref);
    enum stance s = svar_stance(p);
    buf_printf(&c->out, "%.*s %s: %s\n", S8F(key), punkt_slag_namn(ref->punkt->slag),
               stance_label(s, ref->punkt->slag));
    if (sentence.n)
        out_wrap(&c->out, sentence, 4, false, c->width);
    if (s == STANCE_VILLKOR && p->value[SVAR_VILLKOR].n == 0)
        buf_str(&c->out, "    Villkoret saknas ännu. Ange det med --villkor.\n");
    tell_replaced(c, before, motive(p));
}

static enum status show(struct cmd_call *c, const struct app_case *ar, const struct app_refs *refs,
                        const struct str8 *before) {
    struct str8 *sentence;
    enum status st = paper_sentences(&c->app, &c->a, ar, refs, &sentence, &c->err);
    if (st != ST_OK)
        return error_prefix(&c->err, "svaret är sparat, men meningen kan inte visas");
    for (size_t i = 0; i < refs->n; i++)
        show_one(c, ar, &refs->p[i], sentence[i], before[i]);
    buf_printf(&c->out, "%d av %zu punkter är besvarade.\n", app_case_answered(ar),
               betankande_n_punkt(ar->betankande));
    return ST_OK;
}

static void put_next(struct cmd_call *c, const struct app_case *ar, const struct punkt_ref *last) {
    struct punkt_ref next;
    if (!app_case_next(&c->a, ar, last, &next))
        return;
    struct str8 name = next.avsnitt->n_punkt == 1 ? next.avsnitt->nummer
                                                  : punkt_key(&c->a, next.avsnitt, next.punkt);
    buf_printf(&c->out, "Nästa obesvarade: %.*s\n", S8F(name));
}

/* Without an answer the question is shown, and what may be answered. */
static enum status ask(struct cmd_call *c, const struct app_case *ar, const struct app_refs *refs) {
    bool assessed = false;
    struct buf b = {0};
    enum status st = show_punkter(c, ar, c->arg[1].text);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < refs->n; i++)
        assessed = assessed || refs->p[i].punkt->slag == PUNKT_BEDOMNING;
    buf_printf(&b, "\nSvara med: yttra svara %.*s %.*s STÄLLNING\nSTÄLLNING är ",
               S8F(c->arg[0].text), S8F(c->arg[1].text));
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++)
        buf_printf(&b, "%s%s",
                   s == 1              ? ""
                   : s + 1 == STANCE_N ? " eller "
                                       : ", ",
                   stance_word((enum stance)s));
    buf_str(&b, assessed ? ". På en bedömning också delar eller delar-inte." : ".");
    out_wrap(&c->out, buf_str8_of(&b), 0, false, c->width);
    buf_free(&b);
    return ST_OK;
}

static enum status save(struct cmd_call *c, struct app_case *ar, const struct app_refs *refs) {
    bool changed = false;
    struct str8 *before = motives(c, ar, refs);
    enum status st = collect(c);
    if (st == ST_OK)
        st = keep_motives(c, refs, before);
    if (st == ST_OK)
        st = app_answer(&c->app, &c->a, ar, refs, c->field, c->n_field, &changed, &c->err);
    if (st != ST_OK)
        return st;
    c->untouched = !changed;
    if (!changed)
        buf_str(&c->out, "Inget är ändrat: så stod det redan.\n");
    st = show(c, ar, refs, before);
    if (st == ST_OK)
        put_next(c, ar, &refs->p[refs->n - 1]);
    return st;
}

/* The sentences as they would be. */
static enum status try_out(struct cmd_call *c, struct app_case *ar, const struct app_refs *refs) {
    struct str8 *sentence;
    enum status st = collect(c);
    if (st == ST_OK)
        st = app_answer_try(&c->app, &c->a, ar, refs, c->field, c->n_field, &c->err);
    if (st == ST_OK)
        st = paper_sentences(&c->app, &c->a, ar, refs, &sentence, &c->err);
    for (size_t i = 0; st == ST_OK && i < refs->n; i++)
        show_one(c, ar, &refs->p[i], sentence[i], S8(""));
    if (st == ST_OK)
        buf_str(&c->out, "Inget är sparat: det här var ett prov.\n");
    return st;
}

static enum status take_back(struct cmd_call *c, struct app_case *ar, const struct app_refs *refs) {
    struct str8 *before = motives(c, ar, refs);
    enum status st = app_answer_remove(&c->app, &c->a, ar, refs, &c->err);
    return st == ST_OK ? show(c, ar, refs, before) : st;
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct app_refs refs;
    enum status st = check_options(c);
    if (st == ST_OK)
        st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = app_refs(&c->a, &ar, c->arg[1].text, &refs, &c->err);
    if (st != ST_OK)
        return st;
    c->untouched = nothing_given(c) || cmd_has(c, OPT_PROVA);
    if (nothing_given(c))
        return ask(c, &ar, &refs);
    if (cmd_has(c, OPT_PROVA))
        return try_out(c, &ar, &refs);
    return cmd_has(c, OPT_TA_BORT) ? take_back(c, &ar, &refs) : save(c, &ar, &refs);
}

const struct cmd cmd_svara = {
    .name = "svara",
    .usage = "ÄRENDE PUNKT [STÄLLNING] [--motivering TEXT | --motivering-fil FIL|-] [--villkor "
             "TEXT] [--subjekt ORD] [--prova | --ta-bort]",
    .summary = "Svara på en eller flera punkter.",
    .help =
        "PUNKT är 4.1.1 om avsnittet har en enda punkt, annars 4.1.1:2, eller 4.1.1:* för "
        "alla i avsnittet. Flera skrivs med komma emellan: 4.1.1:1,5.3:2\n\n"
        "STÄLLNING är tillstyrker, synpunkter, villkor, delvis, tveksam, utred, avstyrker, "
        "ingen-erinran, avstår eller ej-berörd. På en bedömning kan man också skriva delar "
        "och delar-inte. Utan STÄLLNING ändras bara det som anges med valen; utan både STÄLLNING "
        "och val visas punkten.\n\n"
        "Efteråt visas meningen som den kommer att stå i yttrandet och nästa obesvarade punkt. Med "
        "--prova visas den utan att något sparas.\n\n"
        "Exempel: yttra svara 1 4.4.3 delar --motivering \"Sanktioner skadar samverkan.\"",
    .min = 2,
    .max = 3,
    .store = CMD_WRITES,
    CMD_OPTIONS(options),
    .run = run,
};
