#include "cmd/cmd.h"

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct app_field *fields;
    struct post *p;
    size_t n;
    enum post_slag slag;
    bool changed = false;
    enum status st = app_slag(c->arg[1].text, false, &slag, &c->err);
    if (st == ST_OK)
        st = cmd_fields(c, slag, 3, &fields, &n);
    if (st == ST_OK)
        st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = app_post_find(&ar, slag, c->arg[2].text, &p, &c->err);
    if (st == ST_OK)
        st = app_set(&c->app, &c->a, &ar, slag, p->nyckel, fields, n, "ändra", &changed, &c->err);
    c->untouched = !changed;
    if (st == ST_OK && changed)
        cmd_put_done(c, slag, c->arg[2].text,
                     (const char *const[]){"ändrad.\n", "ändrat.\n", "ändrade.\n"});
    else if (st == ST_OK)
        buf_str(&c->out, "Inget är ändrat: så stod det redan.\n");
    return st;
}

const struct cmd cmd_andra = {
    .name = "ändra",
    .usage = "ÄRENDE SLAG NR FÄLT=VÄRDE…",
    .summary = "Ändra en rad i en lista.",
    .help = "NR är radens nummer i: yttra visa ÄRENDE. Ett tomt värde (FÄLT=) tömmer fältet.\n\n"
            "Exempel: yttra ändra 1 underlag 2 datum=2025-01-15",
    .min = 3,
    .max = -1,
    .store = CMD_WRITES,
    .run = run,
};
