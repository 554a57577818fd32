/* Sentences that several commands say. */
#include "cmd/cmd.h"

/* The word in the usage, and what is to be written there. */
static const struct {
    const char *word, *what;
} arguments[] = {
    {"ÄRENDE", "vilket ärende det gäller"},
    {"PUNKT", "vilken punkt det gäller"},
    {"NUMMER", "vilket avsnitt det gäller"},
    {"DOKUMENT", "vilket dokument det gäller"},
    {"SLAG", "vilket slags uppgift det gäller"},
    {"NR", "vilken rad det gäller"},
    {"PLATS", "vilken plats den ska stå på"},
    {"FIL", "vilken fil det gäller"},
    {"BETÄNKANDE", "vilket betänkande det gäller"},
    {"MALL", "vilken mall det gäller"},
    {"DATA.json", "vilken fil som ska fylla den"},
    {"FRÅN", "vilken profil som ska kopieras"},
    {"TILL", "vad kopian ska heta"},
    {"ORD…", "vad du söker"},
};

static const char *what_is(struct str8 word) {
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++)
        if (s8_eqz(word, arguments[i].word))
            return arguments[i].what;
    return "vad du vill göra";
}

enum status cmd_missing(struct cmd_call *c, struct str8 usage, size_t given, size_t wanted) {
    struct buf b = {0};
    for (size_t i = 0; i < wanted; i++) {
        struct str8 word = s8_cut(&usage, ' ');
        if (i < given)
            continue;
        const char *joint = i == given ? "" : i + 1 == wanted ? " och " : ", ";
        buf_printf(&b, "%s%s", joint, what_is(word));
    }
    enum status st = cmd_misuse(c, "skriv%s %s", c->n_arg ? " också" : "", b.p);
    buf_free(&b);
    return st;
}

void cmd_put_done(struct cmd_call *c, enum post_slag slag, struct str8 nyckel,
                  const char *const forms[3]) {
    enum { EN, ETT, FLERA } form = EN;
    const struct post_slag_info *info = post_slag_info(slag);
    if (info->form == POST_LIST) {
        buf_printf(&c->out, "Rad %.*s i %s", S8F(nyckel), info->etikett);
    } else if (slag == POST_SVAR || slag == POST_AVSNITT) {
        form = ETT;
        buf_printf(&c->out, "%s %.*s", slag == POST_SVAR ? "Svaret på" : "Avsnitt", S8F(nyckel));
    } else if (slag == POST_TEXT) {
        buf_printf(&c->out, "Texten %.*s", S8F(nyckel));
    } else {
        form = FLERA;
        buf_str(&c->out, "Ärendets uppgifter");
    }
    buf_printf(&c->out, " är %s", forms[form]);
}
