#include "base/utf8.h"
#include "cmd/cmd_private.h"
#include "cmd/out.h"

enum { READABLE = 80, COLUMN = 24 };

static void put_row(struct buf *out, struct str8 left, const char *right, size_t width) {
    buf_str(out, "  ");
    buf_str8(out, left);
    size_t used = utf8_width(left) + 2;
    bool beside = used + 2 <= COLUMN;
    if (beside)
        buf_repeat(out, ' ', COLUMN - used);
    else
        buf_byte(out, '\n');
    out_wrap(out, s8_from(right), COLUMN, beside, width);
}

static void put_option(struct buf *out, const struct cmd_option *o, size_t width) {
    struct buf left = {0};
    if (o->letter)
        buf_printf(&left, "-%c, ", o->letter);
    buf_printf(&left, "--%s%s%s", o->name, o->value ? " " : "", o->value ? o->value : "");
    put_row(out, buf_str8_of(&left), o->help, width);
    buf_free(&left);
}

void cmd_usage_line(const struct cmd *cmd, struct buf *out) {
    buf_printf(out, "yttra %s%s%s", cmd->name, *cmd->usage ? " " : "", cmd->usage);
}

static const struct cmd_option common[] = {
    {"databas", "FIL", "Använd den databasen i stället för den vanliga.", 0},
    {"help", NULL, "Visa den här hjälpen.", 'h'},
};

static void put_common(struct buf *out, size_t width) {
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        put_option(out, &common[i], width);
}

void cmd_help(const struct cmd *cmd, struct buf *out, size_t width) {
    size_t w = width < READABLE ? width : READABLE;
    struct buf line = {0};
    struct arena tmp = {0};
    struct str8 what = utf8_lower_first(&tmp, s8_from(cmd->summary));
    out_wrap(out, arena_printf(&tmp, "yttra %s – %.*s", cmd->name, S8F(what)), 2, true, w);
    arena_free(&tmp);
    buf_str(out, "\nSå skrivs det:\n");
    cmd_usage_line(cmd, &line);
    out_wrap(out, buf_str8_of(&line), 2, false, w);
    buf_free(&line);
    if (cmd->help) {
        buf_byte(out, '\n');
        out_wrap(out, s8_from(cmd->help), 0, false, w);
    }
    buf_str(out, "\nVal:\n");
    for (size_t i = 0; i < cmd->n_option; i++)
        put_option(out, &cmd->option[i], w);
    put_common(out, w);
}

void cmd_help_all(struct buf *out, size_t width) {
    size_t w = width < READABLE ? width : READABLE;
    out_wrap(out,
             S8("yttra – svara på remisser: från betänkande till tjänsteskrivelse och yttrande\n\n"
                "Så skrivs det: yttra\nvisar skärmen, där du går igenom betänkandet och svarar.\n\n"
                "Så skrivs det: yttra KOMMANDO …\n\nKommandon:"),
             0, false, w);
    for (size_t i = 0; cmd_table[i]; i++)
        put_row(out, s8_from(cmd_table[i]->name), cmd_table[i]->summary, w);
    buf_str(out, "\nVal som gäller alla kommandon:\n");
    put_common(out, w);
    buf_str(out, "\nVal utan kommando:\n");
    put_option(out,
               &(struct cmd_option){"teckenkod", "KOD",
                                    "Terminalens teckenkod, om den inte är UTF-8: ISO-8859-1.", 0},
               w);
    put_option(out, &(struct cmd_option){"version", NULL, "Visa vilken version det är.", 0}, w);
    out_wrap(out,
             S8("\nHjälp om ett kommando: yttra KOMMANDO --help\n"
                "Ord med å, ä och ö kan också skrivas utan prickar: yttra sok, yttra las.\n\n"
                "Börja så här:\n"
                "  yttra nytt SOU 2024:72 --svarstid 2025-02-14\n"
                "  yttra visa 1\n"
                "  yttra svara 1 4.1.1:1 tillstyrker\n"
                "  yttra skapa 1 yttrande"),
             0, false, w);
}

void cmd_help_short(struct buf *out) {
    buf_str(out, "Så skrivs det: yttra KOMMANDO …\n"
                 "Börja med ”yttra nytt SOU 2024:72” eller se alla kommandon med "
                 "”yttra --help”.\n");
}
