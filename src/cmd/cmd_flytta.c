#include "cmd/cmd.h"

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    enum post_slag slag;
    int place;
    if (!s8_uint(c->arg[3].text, &place))
        return cmd_misuse(c, "”%.*s” är ingen plats. Skriv ett tal från 1.", S8F(c->arg[3].text));
    enum status st = app_slag(c->arg[1].text, true, &slag, &c->err);
    if (st == ST_OK)
        st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = app_line_move(&c->app, &ar, slag, c->arg[2].text, place, &c->err);
    if (st == ST_OK)
        buf_printf(&c->out, "Rad %.*s i %s står nu på plats %d.\n", S8F(c->arg[2].text),
                   post_slag_info(slag)->etikett, place);
    return st;
}

const struct cmd cmd_flytta = {
    .name = "flytta",
    .usage = "ÄRENDE SLAG NR PLATS",
    .summary = "Flytta en rad i en lista till en annan plats.",
    .help = "NR är radens nummer i yttra visa ÄRENDE; det följer med raden. PLATS räknas från 1."
            "\n\nExempel: yttra flytta 1 beslutspunkt 3 1",
    .min = 4,
    .max = 4,
    .store = CMD_WRITES,
    .run = run,
};
