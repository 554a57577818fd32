#include "cmd/cmd.h"

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct app_field *fields;
    struct str8 nyckel;
    size_t n;
    enum post_slag slag;
    enum status st = app_slag(c->arg[1].text, true, &slag, &c->err);
    if (st == ST_OK)
        st = cmd_fields(c, slag, 2, &fields, &n);
    if (st == ST_OK)
        st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = app_line_add(&c->app, &c->a, &ar, slag, fields, n, &nyckel, &c->err);
    if (st == ST_OK)
        cmd_put_done(c, slag, nyckel, (const char *const[]){"tillagd.\n", "", ""});
    return st;
}

const struct cmd cmd_lagg = {
    .name = "lägg",
    .usage = "ÄRENDE SLAG FÄLT=VÄRDE…",
    .summary = "Lägg till en rad i en lista: handläggare, underlag, beslutspunkt …",
    .help = "Vilka slag som finns, och vilka fält de har, står i: yttra fält\n\n"
            "Exempel: yttra lägg 1 handläggare namn=\"Anna Exempel\" titel=utredare",
    .min = 2,
    .max = -1,
    .store = CMD_WRITES,
    .run = run,
};
