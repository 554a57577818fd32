#include "cmd/cmd.h"
#include "cmd/out.h"
#include "cmd/show.h"

static void put_post(struct cmd_call *c, const struct post *p) {
    enum { COLUMN = 15 };
    const struct post_slag_info *info = post_slag_info(p->slag);
    for (size_t i = 0; i < info->n_falt; i++)
        out_pair(&c->out, info->falt[i].etikett, p->value[i], COLUMN, c->width);
}

static enum status show(struct cmd_call *c, const struct app_case *ar, struct str8 nummer) {
    struct app_refs refs;
    const struct avsnitt *av = betankande_avsnitt(ar->betankande, nummer);
    const struct post *p = arende_post(ar->arende, POST_AVSNITT, nummer);
    if (!av)
        return app_refs(&c->a, ar, nummer, &refs, &c->err);
    out_wrap(&c->out, avsnitt_label(&c->a, av), 2, true, c->width);
    if (p)
        put_post(c, p);
    else
        buf_str(&c->out, "Inget eget är ifyllt för avsnittet.\n");
    return ST_OK;
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct app_field *fields;
    struct str8 nummer = c->arg[1].text;
    size_t n;
    bool changed = false;
    enum status st = cmd_open_case(c, &ar);
    if (st == ST_OK && c->n_arg > 2) {
        st = cmd_fields(c, POST_AVSNITT, 2, &fields, &n);
        if (st == ST_OK)
            st = app_set(&c->app, &c->a, &ar, POST_AVSNITT, nummer, fields, n, "avsnitt", &changed,
                         &c->err);
    }
    c->untouched = !changed;
    return st == ST_OK ? show(c, &ar, nummer) : st;
}

const struct cmd cmd_avsnitt = {
    .name = "avsnitt",
    .usage = "ÄRENDE NUMMER [FÄLT VÄRDE]…",
    .summary = "Säg hur ett avsnitt ska tas upp: egen rubrik, redogörelse, utelämnas.",
    .help = "Utan fält visas vad som är ifyllt. Fälten står i: yttra fält avsnitt\n\n"
            "Exempel: yttra avsnitt 1 4.5 utelämnad ja skäl \"Berör inte kommunen.\"",
    .min = 2,
    .max = -1,
    .store = CMD_WRITES,
    .run = run,
};
