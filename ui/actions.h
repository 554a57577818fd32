/* Everything a key can do. One table (actions.c) feeds the dispatch of keys, the help line, the
 * help view and the manual: what is not in it cannot be done, and what is in it can be found.
 */
#ifndef UI_ACTIONS_H
#define UI_ACTIONS_H

#include "remiss/stance.h"
#include "ui/key.h"

enum action {
    A_NONE,
    /* anywhere */
    A_HELP,
    A_BACK,
    A_QUIT,
    A_SEARCH,
    A_SUSPEND,
    A_REDRAW,
    /* in lists */
    A_UP,
    A_DOWN,
    A_PAGE_UP,
    A_PAGE_DOWN,
    A_FIRST,
    A_LAST,
    A_OPEN,
    A_NEW,
    A_REMOVE,
    A_MOVE_UP,
    A_MOVE_DOWN,
    A_SHOW_ALL,
    /* with an ärende open */
    A_FACTS,
    A_TEXTS,
    A_PREVIEW,
    A_REVIEW,
    A_HISTORY,
    A_UNDO,
    A_REDO,
    /* in the ärende */
    A_NEXT_OPEN,
    A_PREV_OPEN,
    A_ANSWER_FORM,
    A_AVSNITT_FORM,
    A_UNANSWER,
    A_LONG,
    A_FOCUS,
    A_COLLAPSE,
    A_EXPAND,
    A_FOLD_ALL,
    A_STANCE, /* A_STANCE + enum stance */
    A_STANCE_LAST = A_STANCE + STANCE_N - 1,
    /* in forms */
    A_PREV_VALUE,
    A_NEXT_VALUE,
    A_CLEAR,
    /* in the other views */
    A_NEXT_PAPER,
    A_PREV_PAPER,
    A_TO_FILE,
    A_KIT,
    A_DRAFT,
    A_PRINT,
    A_RESTORE,
    A_TERM,
    A_MINE,
    A_THEIRS,
    A_BOTH,
    A_KEEP_LEFT,
    /* while writing */
    A_DONE,
    A_SAVE,
    A_LEFT,
    A_RIGHT,
    A_WORD_LEFT,
    A_WORD_RIGHT,
    A_LINE_START,
    A_LINE_END,
    A_PARA_UP,
    A_PARA_DOWN,
    A_TEXT_START,
    A_TEXT_END,
    A_MARK,
    A_CUT,
    A_COPY,
    A_PASTE,
    A_DELETE_LEFT,
    A_DELETE_RIGHT,
    A_DELETE_WORD,
    A_DELETE_LINE,
    A_EXTERNAL,
    A_NEWLINE,
    A_OK,
    A_N
};

/* Where a key is pressed. A view says which of these it is (several at once). */
enum {
    W_WRITING = 1 << 0, /* letters are text: an editor or an input line */
    W_TEXT = 1 << 1,    /* the editor of a text */
    W_LINE = 1 << 2,    /* an input line */
    W_COMMAND = 1 << 3, /* letters are commands */
    W_LIST = 1 << 4,    /* a list with a row in focus */
    W_CASE = 1 << 5,    /* an ärende is open */
    W_ARENDEN = 1 << 6,
    W_NYTT = 1 << 7,
    W_ARENDE = 1 << 8,
    W_FORM = 1 << 9,
    W_RADER = 1 << 10,
    W_TEXTER = 1 << 11,
    W_FORHAND = 1 << 12,
    W_GRANSKA = 1 << 13,
    W_HISTORIK = 1 << 14,
    W_SOK = 1 << 15,
    W_HJALP = 1 << 16,
    W_KONFLIKT = 1 << 17,
    W_UTKAST = 1 << 18,
    W_LAS = 1 << 19,    /* a text to be read */
    W_FIELD = 1 << 20,  /* a field of a form being written */
    W_VAL = 1 << 21,    /* words to pick one from */
    W_FRAGA = 1 << 22,  /* yes or no */
    W_SPARA = 1 << 23,  /* a paper's form, to be written to a file */
    W_SKRIV = 1 << 25,  /* how a paper is printed */
    W_UTSKICK = 1 << 24 /* what is to be sent */
};

enum { ACTION_KEYS = 4 };
struct action_row {
    int id; /* enum action */
    unsigned where;
    keycode keys[ACTION_KEYS]; /* the first is shown; 0 where there are no more */
    const char *namn;          /* for the help line: "nästa obesvarade"; NULL: not shown there */
    const char *hjalp;         /* a sentence for the help view and the manual */
};

/* The table, most important first within each place. */
const struct action_row *action_table(size_t *n);

/* What `k` does there; A_NONE if nothing. */
int action_find(unsigned where, keycode k);

/* The first row for the action there, or NULL. */
const struct action_row *action_row(unsigned where, int id);

/* The places as the manual orders them, with headings. */
struct action_place {
    unsigned where;
    const char *rubrik;
};
const struct action_place *action_places(size_t *n);

/* "Ctrl-C, Ins": the names of the row's keys, comma between. */
struct str8 action_keys(struct arena *a, const struct action_row *r);

#endif
