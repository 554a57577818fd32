#include "app/kit.h"
#include "cmd/cmd.h"
#include "base/utf8.h"
#include "cmd/out.h"

enum { OPT_UT, OPT_ERSATT };
static const struct cmd_option options[] = {
    [OPT_UT] = {"ut", "KATALOG", "Mappen som filerna skrivs i. Den skapas om den saknas.", 'o'},
    [OPT_ERSATT] = {"ersätt", NULL, "Skriv över filer från förra gången.", 0},
};

static void put_files(struct cmd_call *c, struct str8 mapp, const struct kit *k) {
    static const char *const what[] = {"Word", "PDF", "Följebrev", "E-post"};
    for (int i = 0; i < KIT_PARTS; i++)
        buf_printf(&c->out, "%s:%*s%.*s/%.*s (%zu kB)\n", what[i],
                   (int)(12 - utf8_width(s8_from(what[i]))), "", S8F(mapp), S8F(k->name[i]),
                   (k->bytes[i] + 1023) / 1024);
    out_pair(&c->out, "Till", k->to.n ? k->to : S8("saknas"), 13, c->width);
    out_pair(&c->out, "Kopia", k->copy, 13, c->width);
    out_pair(&c->out, "Ämne", k->subject, 13, c->width);
}

static void put_finding(struct cmd_call *c, const struct finding *f) {
    out_wrap(&c->out, f->text, 6, false, c->width);
    if (f->rad.n)
        out_wrap(&c->out, f->rad, 6, false, c->width);
}

/* The ten points, each with what is wrong or "ja". */
static void put_points(struct cmd_call *c, const struct kit *k) {
    buf_str(&c->out, "\nInnan du skickar:\n");
    for (int nr = 1; nr <= UTSKICK_PUNKTER; nr++) {
        enum severity worst = SEV_HINT;
        bool any = false;
        for (size_t i = 0; i < k->n_found; i++) {
            if (utskick_punkt_of(&k->found[i]) != nr)
                continue;
            any = true;
            worst = k->found[i].severity > worst ? k->found[i].severity : worst;
        }
        buf_printf(&c->out, "%4d. %s: %s\n", nr, utskick_punkt(nr),
                   any ? severity_namn(worst) : "bra");
        for (size_t i = 0; i < k->n_found; i++)
            if (utskick_punkt_of(&k->found[i]) == nr)
                put_finding(c, &k->found[i]);
    }
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct kit k;
    if (!cmd_has(c, OPT_UT))
        return cmd_misuse(c, "säg i vilken mapp filerna ska skrivas: -o KATALOG");
    struct str8 mapp = s8_from(c->option[OPT_UT].raw);
    while (mapp.n > 1 && mapp.p[mapp.n - 1] == '/')
        mapp.n--;
    enum status st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = kit_write(&c->app, &c->a, &ar, mapp, cmd_has(c, OPT_ERSATT), &k, &c->err);
    if (st == ST_EXISTS) {
        struct str8 why = arena_str8(&c->a, s8_from(c->err.text));
        return error_set(&c->err, st, "%.*s Välj en annan mapp, eller lägg till --ersätt.",
                         S8F(why));
    }
    if (st != ST_OK)
        return st;
    put_files(c, mapp, &k);
    put_points(c, &k);
    return kit_has_errors(&k) ? ST_REFUSED : ST_OK;
}

const struct cmd cmd_skicka_underlag = {
    .name = "skicka-underlag",
    .usage = "ÄRENDE -o KATALOG [--ersätt]",
    .summary = "Gör filerna som skickas: yttrandet i Word och pdf, följebrev och e-post",
    .help = "Programmet skickar ingenting. Öppna filen .eml i ditt e-postprogram, läs igenom och "
            "skicka, eller bifoga de två filerna själv.\n\n"
            "Efteråt visas de tio punkter som departementen ber om. Slutar med kod 1 om något är "
            "fel; filerna är skrivna ändå.",
    .min = 1,
    .max = 1,
    .store = CMD_READS,
    CMD_OPTIONS(options),
    .run = run,
};
