#include "ui/actions.h"

#define STANCE(s, k, namn, hjalp)                                                                  \
    { A_STANCE + (s), W_ARENDE, {k}, namn, hjalp }

static const struct action_row table[] = {
    /* ---- ärenden ---- */
    {A_OPEN, W_ARENDEN, {K_ENTER}, "öppna", "Öppna ärendet som markören står på."},
    {A_NEW, W_ARENDEN, {'n'}, "nytt ärende", "Skapa ett ärende på ett betänkande."},
    {A_SHOW_ALL,
     W_ARENDEN,
     {'a'},
     "alla/pågående",
     "Visa alla ärenden, även beslutade och avslutade, eller bara de pågående."},
    {A_OPEN, W_NYTT, {K_ENTER}, "skapa ärende", "Skapa ett ärende på betänkandet."},
    /* ---- ärende ---- */
    {A_OPEN,
     W_ARENDE,
     {K_ENTER, 'm'},
     "skriv",
     "Skriv motiveringen till svaret. På ett avsnitt: skriv redogörelsen för det."},
    {A_NEXT_OPEN, W_ARENDE, {'n'}, "nästa", "Gå till nästa punkt utan svar."},
    {A_PREV_OPEN, W_ARENDE, {'p'}, NULL, "Gå till föregående punkt utan svar."},
    STANCE(STANCE_TILLSTYRKER, 't', NULL, "Tillstyrk förslaget, eller dela bedömningen."),
    {A_STANCE + STANCE_TILLSTYRKER,
     W_ARENDE,
     {'d'},
     NULL,
     "Detsamma: dela bedömningen, eller tillstyrk förslaget."},
    STANCE(STANCE_SYNPUNKTER, 's', NULL, "Tillstyrk eller dela, med synpunkter."),
    STANCE(STANCE_VILLKOR, 'v', NULL,
           "Tillstyrk eller dela under förutsättning att … Villkoret skrivs direkt."),
    STANCE(STANCE_DELVIS, 'l', NULL, "Tillstyrk eller dela delvis."),
    STANCE(STANCE_TVEKSAM, 'k', NULL, "Ställ dig tveksam."),
    STANCE(STANCE_UTRED, 'u', NULL, "Anse att förslaget eller frågan behöver utredas vidare."),
    STANCE(STANCE_AVSTYRKER, 'a', NULL, "Avstyrk förslaget, eller dela inte bedömningen."),
    STANCE(STANCE_INGEN_ERINRAN, 'e', NULL, "Ha inget att erinra."),
    STANCE(STANCE_AVSTAR, 'o', NULL, "Avstå från att yttra dig. Det skrivs ut."),
    STANCE(STANCE_EJ_BERORD, 'b', NULL, "Berör oss inte. Skrivs inte ut, men räknas som besvarad."),
    {A_UNANSWER,
     W_ARENDE,
     {K_DELETE, K_BACKSPACE},
     NULL,
     "Ta bort ställningen. Motiveringen står kvar."},
    {A_LONG, W_ARENDE, {'w'}, NULL, "Visa avsnittets text lång eller kort."},
    {A_FOCUS, W_ARENDE, {K_TAB}, NULL, "Växla mellan avsnittsträdet och punkten."},
    {A_COLLAPSE,
     W_ARENDE,
     {K_LEFT, '-'},
     NULL,
     "Fäll ihop avsnittet, eller gå till avsnittet ovanför."},
    {A_EXPAND, W_ARENDE, {K_RIGHT, '+'}, NULL, "Fäll ut avsnittet."},
    {A_FOLD_ALL, W_ARENDE, {'*'}, NULL, "Fäll ihop eller fäll ut alla avsnitt."},
    {A_ANSWER_FORM,
     W_ARENDE,
     {'c'},
     NULL,
     "Svarets övriga uppgifter: villkor, vem som talar, egen anteckning."},
    {A_AVSNITT_FORM,
     W_ARENDE,
     {'r'},
     NULL,
     "Avsnittets uppgifter: egen rubrik, redogörelse, om avsnittet utelämnas."},
    /* ---- forms and lists of lines ---- */
    {A_OPEN, W_FORM, {K_ENTER}, "ändra", "Ändra fältet, eller öppna listan."},
    {A_PREV_VALUE, W_FORM, {K_LEFT}, NULL, "Välj föregående ord, där fältet har givna ord."},
    {A_NEXT_VALUE, W_FORM, {K_RIGHT, ' '}, NULL, "Välj nästa ord, där fältet har givna ord."},
    {A_CLEAR, W_FORM, {K_DELETE}, NULL, "Töm fältet."},
    {A_OPEN, W_VAL, {K_ENTER}, "välj", "Välj ordet som markören står på."},
    {A_BACK, W_VAL, {K_ESC, 'q'}, "avbryt", "Lämna fältet som det är."},
    {A_OK, W_FIELD, {K_ENTER}, "klart", "Ta emot det som står. På en ny rad: skriv sedan vidare."},
    {A_DONE, W_FIELD, {K_ESC}, NULL, "Ta emot det som står och lämna fältet."},
    {A_FOCUS, W_FIELD, {K_TAB}, "nästa fält", "Ta emot det som står och gå till nästa fält."},
    {A_UP, W_FIELD, {K_UP}, NULL, "Ta emot det som står och gå ett fält upp."},
    {A_DOWN, W_FIELD, {K_DOWN}, NULL, "Ta emot det som står och gå ett fält ned."},
    {A_OPEN, W_RADER, {K_ENTER}, "ändra", "Ändra raden."},
    {A_NEW, W_RADER, {'n'}, "ny rad", "Lägg till en rad sist i listan."},
    {A_REMOVE, W_RADER, {K_DELETE, 'd'}, "ta bort", "Ta bort raden. Den finns kvar i historiken."},
    {A_MOVE_UP, W_RADER, {'<', K_CONTROL | K_UP}, "flytta", "Flytta raden uppåt."},
    {A_MOVE_DOWN, W_RADER, {'>', K_CONTROL | K_DOWN}, NULL, "Flytta raden nedåt."},
    {A_OPEN, W_TEXTER, {K_ENTER}, "skriv", "Skriv texten."},
    /* ---- reading ---- */
    {A_OPEN,
     W_FORHAND,
     {K_ENTER},
     "gå till svaret",
     "Gå till det svar eller den text som stycket kommer från."},
    {A_NEXT_PAPER, W_FORHAND, {K_TAB}, "nästa papper", "Visa nästa papper."},
    {A_TO_FILE, W_FORHAND, {'s'}, "spara som fil", "Skriv papperet till en fil."},
    {A_COPY,
     W_FORHAND,
     {'k', K_CTRL('C')},
     NULL,
     "Skicka papperets text till terminalens urklipp (OSC 52)."},
    {A_OPEN, W_GRANSKA, {K_ENTER}, "gå dit", "Gå till den plats där det rättas."},
    {A_OPEN, W_HISTORIK, {K_ENTER}, "läs", "Läs texten som den stod efter ändringen."},
    {A_RESTORE,
     W_HISTORIK | W_LAS,
     {'r'},
     "återställ",
     "Låt det som stod efter ändringen gälla igen, som en ny ändring."},
    {A_OPEN, W_SOK, {K_ENTER}, "gå dit", "Gå till träffen."},
    {A_MINE, W_KONFLIKT, {'m'}, "spara min", "Spara din text. Den andra finns kvar i historiken."},
    {A_THEIRS,
     W_KONFLIKT,
     {'d'},
     "behåll den andra",
     "Låt den andra texten stå. Din sparas i historiken före den."},
    {A_BOTH,
     W_KONFLIKT,
     {'b'},
     "foga ihop",
     "Ställ båda texterna efter varandra och skriv vidare."},
    {A_OPEN, W_UTKAST, {K_ENTER}, "skriv vidare", "Öppna texten och skriv vidare på utkastet."},
    {A_KEEP_LEFT, W_UTKAST, {'s'}, "spara", "Spara utkastet som det är."},
    {A_COPY,
     W_UTKAST,
     {'c', K_CTRL('C')},
     "kopiera",
     "Kopiera utkastets text. Den skickas också till terminalens urklipp."},
    {A_REMOVE, W_UTKAST, {K_DELETE, 'k'}, "kasta", "Kasta utkastet. Det som sparades sist gäller."},
    /* ---- with an ärende open ---- */
    {A_PREVIEW, W_CASE, {'f'}, "papper", "Läs tjänsteskrivelsen och yttrandet som de ser ut nu."},
    {A_REVIEW, W_CASE, {'g'}, "granska", "Se vad som saknas eller är otydligt."},
    {A_TEXTS, W_CASE, {'x'}, "texter", "Sammanfattning och andra textblock."},
    {A_FACTS, W_CASE, {'y'}, "uppgifter", "Datum, diarienummer, mottagare och listor."},
    {A_BACK, W_COMMAND, {'q', K_ESC}, "ut", "Gå tillbaka. I listan över ärenden: avsluta."},
    {A_SEARCH, W_COMMAND, {'/'}, "sök", "Sök i svar, texter och betänkanden."},
    {A_HISTORY, W_CASE, {'h'}, "historik", "Vem som har ändrat vad, och när."},
    {A_UNDO, W_ARENDE, {'z', K_CTRL('Z')}, "ångra", "Ångra den senaste ställningen."},
    {A_HELP, W_COMMAND, {'?', K_F1}, "hjälp", "Visa alla tangenter som gäller här."},
    {A_QUIT, W_COMMAND | W_WRITING | W_FRAGA, {K_CTRL('Q')}, NULL, "Spara allt och avsluta."},
    {A_SUSPEND, W_COMMAND, {'Z'}, NULL, "Gå till skalet en stund. Kommandot fg tar dig tillbaka."},
    {A_REDRAW, W_COMMAND | W_WRITING | W_FRAGA, {K_CTRL('L')}, NULL, "Rita om skärmen."},
    /* ---- lists ---- */
    {A_UP, W_LIST, {K_UP, K_CTRL('P')}, NULL, "En rad upp."},
    {A_DOWN, W_LIST, {K_DOWN, K_CTRL('N')}, NULL, "En rad ned."},
    {A_PAGE_UP, W_LIST, {K_PGUP, K_CTRL('B')}, NULL, "En sida upp."},
    {A_PAGE_DOWN, W_LIST, {K_PGDN, K_CTRL('F')}, NULL, "En sida ned."},
    {A_FIRST, W_LIST, {K_HOME, K_CTRL('T')}, NULL, "Till början."},
    {A_LAST, W_LIST, {K_END, K_CTRL('U')}, NULL, "Till slutet."},
    /* ---- writing ---- */
    {A_DONE, W_TEXT, {K_ESC}, "klar", "Spara texten och gå tillbaka."},
    {A_SAVE, W_TEXT, {K_CTRL('S')}, "spara", "Spara texten och skriv vidare."},
    {A_UNDO, W_WRITING, {K_CTRL('Z')}, "ångra", "Ångra. Ett ord i taget medan du skriver."},
    {A_REDO, W_WRITING, {K_CTRL('Y')}, "gör om", "Gör om det ångrade."},
    {A_MARK, W_WRITING, {K_MARK}, "markera", "Börja markera; flytta sedan. Igen: avbryt."},
    {A_CUT,
     W_WRITING,
     {K_CTRL('X')},
     "klipp ut",
     "Klipp ut det markerade, eller hela stycket om inget är markerat."},
    {A_COPY,
     W_WRITING,
     {K_CTRL('C')},
     "kopiera",
     "Kopiera det markerade, eller hela stycket. Texten skickas också till terminalens urklipp."},
    {A_PASTE,
     W_WRITING,
     {K_CTRL('V')},
     "klistra in",
     "Klistra in det som klipptes eller kopierades."},
    {A_EXTERNAL,
     W_TEXT,
     {K_CTRL('O')},
     NULL,
     "Öppna texten i den redigerare som VISUAL eller EDITOR anger."},
    {A_HISTORY, W_TEXT, {K_CTRL('R')}, NULL, "Se textens historik."},
    {A_HELP, W_WRITING, {K_CTRL('G'), K_F1}, "hjälp", "Visa alla tangenter som gäller här."},
    {A_NEWLINE, W_TEXT, {K_ENTER}, NULL, "Ny rad. En tom rad ger nytt stycke."},
    {A_LEFT, W_WRITING, {K_LEFT}, NULL, "Ett tecken åt vänster."},
    {A_RIGHT, W_WRITING, {K_RIGHT}, NULL, "Ett tecken åt höger."},
    {A_UP, W_TEXT, {K_UP}, NULL, "En rad upp."},
    {A_DOWN, W_TEXT, {K_DOWN}, NULL, "En rad ned."},
    {A_WORD_LEFT, W_WRITING, {K_CONTROL | K_LEFT, K_CTRL('B')}, NULL, "Ett ord åt vänster."},
    {A_WORD_RIGHT, W_WRITING, {K_CONTROL | K_RIGHT, K_CTRL('F')}, NULL, "Ett ord åt höger."},
    {A_LINE_START, W_WRITING, {K_HOME, K_CTRL('A')}, NULL, "Till radens början."},
    {A_LINE_END, W_WRITING, {K_END, K_CTRL('E')}, NULL, "Till radens slut."},
    {A_PARA_UP, W_TEXT, {K_CONTROL | K_UP, K_CTRL('P')}, NULL, "Ett stycke upp."},
    {A_PARA_DOWN, W_TEXT, {K_CONTROL | K_DOWN, K_CTRL('N')}, NULL, "Ett stycke ned."},
    {A_PAGE_UP, W_TEXT, {K_PGUP}, NULL, "En sida upp."},
    {A_PAGE_DOWN, W_TEXT, {K_PGDN}, NULL, "En sida ned."},
    {A_TEXT_START, W_TEXT, {K_CONTROL | K_HOME, K_CTRL('T')}, NULL, "Till textens början."},
    {A_TEXT_END, W_TEXT, {K_CONTROL | K_END, K_CTRL('U')}, NULL, "Till textens slut."},
    {A_DELETE_LEFT, W_WRITING, {K_BACKSPACE}, NULL, "Ta bort tecknet före, eller det markerade."},
    {A_DELETE_RIGHT,
     W_WRITING,
     {K_DELETE, K_CTRL('D')},
     NULL,
     "Ta bort tecknet efter, eller det markerade."},
    {A_DELETE_WORD, W_WRITING, {K_CTRL('W')}, NULL, "Ta bort ordet före."},
    {A_DELETE_LINE, W_WRITING, {K_CTRL('K')}, NULL, "Ta bort resten av stycket."},
    {A_OK, W_LINE, {K_ENTER}, "klart", "Ta emot det som står."},
    {A_DONE, W_LINE, {K_ESC}, "avbryt", "Lämna inmatningen."},
    {A_DONE, W_FRAGA, {K_ESC}, NULL, "Svara nej."},
};
enum { N_ROWS = sizeof table / sizeof *table };

static const struct action_place places[] = {
    {W_ARENDEN, "I listan över ärenden"},
    {W_NYTT, "När ett ärende skapas"},
    {W_ARENDE, "I ärendet"},
    {W_CASE, "Överallt i ett ärende"},
    {W_FORM, "I formulär"},
    {W_FIELD, "När du skriver i ett fält"},
    {W_VAL, "När du väljer ett ord"},
    {W_RADER, "I listor med rader"},
    {W_TEXTER, "Bland texterna"},
    {W_FORHAND, "I förhandsgranskningen"},
    {W_GRANSKA, "Bland anmärkningarna"},
    {W_HISTORIK, "I historiken"},
    {W_SOK, "Bland träffarna"},
    {W_KONFLIKT, "När två har skrivit samtidigt"},
    {W_UTKAST, "Bland kvarlämnade utkast"},
    {W_LIST, "I alla listor"},
    {W_TEXT, "När du skriver en text"},
    {W_LINE, "I en inmatningsrad"},
    {W_FRAGA, "När programmet frågar ja eller nej"},
    {W_WRITING, "När du skriver, överallt"},
    {W_COMMAND, "Överallt där bokstäver är kommandon"},
};

const struct action_row *action_table(size_t *n) {
    *n = N_ROWS;
    return table;
}

const struct action_place *action_places(size_t *n) {
    *n = sizeof places / sizeof *places;
    return places;
}

int action_find(unsigned where, keycode k) {
    for (size_t i = 0; i < N_ROWS; i++)
        for (int j = 0; table[i].where & where && j < ACTION_KEYS && table[i].keys[j]; j++)
            if (table[i].keys[j] == k)
                return table[i].id;
    return A_NONE;
}

const struct action_row *action_row(unsigned where, int id) {
    for (size_t i = 0; i < N_ROWS; i++)
        if (table[i].id == id && table[i].where & where)
            return &table[i];
    return NULL;
}

struct str8 action_keys(struct arena *a, const struct action_row *r) {
    struct str8 out = {0};
    char name[KEY_NAME_MAX];
    for (int i = 0; i < ACTION_KEYS && r->keys[i]; i++)
        out = arena_printf(a, "%.*s%s%s", S8F(out), i ? ", " : "", keycode_name(r->keys[i], name));
    return out;
}
