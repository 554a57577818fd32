#include <unistd.h>

#include "app/paper.h"
#include "cmd/cmd.h"

enum { OPT_FORMAT, OPT_UT };
static const struct cmd_option options[] = {
    [OPT_FORMAT] = {"format", "FORMAT",
                    "docx, pdf, odt, text, html eller md. Annars vad filens namn säger.", 'f'},
    [OPT_UT] = {"ut", "FIL", "Skriv till filen i stället för på skärmen.", 'o'},
};

/* Only text can be shown on a terminal. */
static enum status check_place(struct cmd_call *c, enum paper_format format) {
    const struct cmd_arg *to = &c->option[OPT_UT];
    const struct paper_format_info *info = paper_format_info(format);
    bool file = cmd_has(c, OPT_UT) && !s8_eqz(to->text, "-");
    if (info->text || file || !isatty(STDOUT_FILENO))
        return ST_OK;
    return error_set(&c->err, ST_USAGE,
                     "%s kan inte visas på skärmen. Skriv till en fil: -o FIL.%s", info->etikett,
                     info->andelse);
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    enum paper_format format = PAPER_TEXT;
    enum status st = ST_OK;
    if (cmd_has(c, OPT_FORMAT))
        st = paper_format_find(c->option[OPT_FORMAT].text, &format, &c->err);
    else if (cmd_has(c, OPT_UT))
        st = paper_format_of_file(c->option[OPT_UT].text, &format, &c->err);
    if (st == ST_OK)
        st = check_place(c, format);
    if (st == ST_OK)
        st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = paper_make(&c->app, &c->a, &ar, c->arg[1].text, format, &c->out, &c->err);
    return st == ST_OK ? cmd_deliver(c, OPT_UT) : st;
}

const struct cmd cmd_skapa = {
    .name = "skapa",
    .usage = "ÄRENDE DOKUMENT [-f FORMAT] [-o FIL|-]",
    .summary = "Skapa ett dokument: yttrande, tjänsteskrivelse …",
    .help = "Vilka dokument som finns bestäms av ärendets profil. Det som inte är ifyllt utelämnas "
            "i dokumentet; vad som saknas visas av: yttra granska ÄRENDE\n\n"
            "Exempel: yttra skapa 1 yttrande -o yttrande.docx",
    .min = 2,
    .max = 2,
    .store = CMD_READS,
    CMD_OPTIONS(options),
    .run = run,
};
