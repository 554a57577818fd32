/* One shape for all views, and what they share: the opened ärende, the stack of views, messages,
 * the clipboard. Nothing here knows a terminal: keys come in (ui_key), a grid comes out (ui_draw).
 *
 * A view is pushed on the stack and acts on what its user does. It remembers places by their keys
 * ("4.4.3:1"), never by pointers into the ärende, which may be read anew between two keys.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "app/cases.h"
#include "ui/actions.h"
#include "ui/grid.h"

struct ui;
struct view;

struct view_ops {
    const char *namn; /* "ärende": remembered as a place (struct plats); unique */
    bool overlay;     /* drawn over the view below, in its last rows: a question */
    bool holds; /* uses what the view below is writing: the ärende is not read anew meanwhile */

    /* The W_… bits that hold now. */
    unsigned (*where)(const struct ui *ui, const struct view *v);
    /* What the header says of it; into `a`. NULL: only the ärende. */
    struct str8 (*titel)(struct ui *ui, struct view *v, struct arena *a);
    /* Draws in `r`, which is blank. May set the cursor, which must stand on the focus. */
    void (*draw)(struct ui *ui, struct view *v, struct grid *g, struct rect r);
    /* Does what the action says; false if it means nothing to the view. `extend`: Shift was held.
     */
    bool (*act)(struct ui *ui, struct view *v, int action, bool extend);
    /* Text that no key of the table takes, typed or pasted. NULL: takes none. False: not taken. */
    bool (*text)(struct ui *ui, struct view *v, struct str8 s, bool paste);
    /* Keeps what has been typed since last time, before it is shown. NULL: nothing is typed here.
     * On an error what was typed stays in the view, and the call is made again. */
    enum status (*keep)(struct ui *ui, struct view *v, struct error *err);
    /* Saves what has been typed, before the view is left. NULL: nothing. `going`: the program is
     * ending and asks nothing; what cannot be saved stays a draft. */
    enum status (*save)(struct ui *ui, struct view *v, bool going, struct error *err);
    /* The ärende has been read anew, or the view is on top again. NULL: it does not matter. */
    void (*reload)(struct ui *ui, struct view *v);
    /* Where the user is, to come back to. NULL: to the view below. */
    void (*plats)(struct ui *ui, const struct view *v, struct plats *p);
    void (*free)(struct view *v); /* what is not in v->a; NULL: nothing */
};

struct view {
    const struct view_ops *ops;
    struct arena a; /* lives as long as the view */
    long nr;        /* the ärende that was open when it was pushed; 0: none */
    int opened_by;  /* the action that led to it and leads back to it; A_NONE: none */
    bool passing;   /* belongs to the place under it, and is left when one goes elsewhere */
};

/* A view of `size` bytes (its struct begins with a struct view), zeroed but for ops. */
void *view_new(const struct view_ops *ops, size_t size);
void view_free(struct view *v);

/* What only a terminal can do. Tests put their own here. */
struct outside {
    void *ctx;
    /* Lets the user change `in` in the program that VISUAL or EDITOR names; `out` gets the text. */
    enum status (*edit)(void *ctx, struct str8 in, struct buf *out, struct error *err);
    void (*copy)(void *ctx, struct str8 text); /* to the terminal's clipboard, if it has one */
    void (*suspend)(void *ctx);
    void (*redraw)(void *ctx);
    void (*show)(void *ctx); /* draws at once, in the middle of what a key does */
};

/* Is what can be seen also kept? */
enum kept {
    KEPT_NOTHING, /* nothing has been changed since the program started */
    KEPT_SAVED,   /* "Sparat": on the disk, with a revision */
    KEPT_DRAFT,   /* "Utkast": survives the death of the program */
    KEPT_FAILED   /* "EJ SPARAT": could not be kept yet; tried again */
};

enum tone { TONE_PLAIN, TONE_GOOD, TONE_WARNING, TONE_ERROR };

enum { UI_DEPTH = 24 };

enum { FRAME_ROWS = 3 }; /* rows around a view: header, message, help line */

struct ui {
    struct app *app;
    struct outside outside;
    struct view *stack[UI_DEPTH];
    size_t depth;
    bool has_case;
    struct arena case_arena; /* lives as long as the ärende is open, or until it is read anew */
    struct app_case c;       /* good when has_case */
    struct arena frame;      /* lives while one screen is drawn */
    struct buf clip;         /* what was cut or copied */
    struct buf message;      /* shown until the next key; empty: none */
    enum tone tone;
    enum kept kept;
    int rows, cols; /* of the last drawn screen */
    struct {
        long nr; /* the ärende they were of; 0: none has been read */
        size_t paper, line;
    } read; /* where the papers were last read, to go on there */
    struct {
        long nr;    /* the decided ärende that may be changed all the same; 0: none */
        long asked; /* … that the user is asked about, */
        int action; /* and what is then done */
    } change;
    struct buf words;  /* last searched for; empty: nothing yet */
    struct buf folder; /* where files were last put (ui/fil.h) */
    const char *charset;
    bool leaving;    /* the last key was one to end with, and was refused: the next one does */
    bool done;       /* the program is to end */
    struct buf left; /* at the end: what was not saved, in words for the user */
    bool lost;       /* … and some of it is not in the database at all */
};

/* ---- from outside (ui/loop.c, tests) ---- */

void ui_init(struct ui *ui, struct app *app, const struct outside *outside);
void ui_free(struct ui *ui);

/* Puts up the first view: drafts that were left behind, where the user last was, or the list of
 * ärenden. */
enum status ui_start(struct ui *ui, struct error *err);

void ui_key(struct ui *ui, keycode k);
void ui_paste(struct ui *ui, struct str8 text);

/* If another program has written to the database since this was last looked at, reads the ärende
 * anew; not while the user is writing, or is asked something. */
void ui_refresh(struct ui *ui);

/* Keeps what was typed; to be called before ui_draw. False: it could not be kept, call again
 * soon. */
bool ui_keep(struct ui *ui);

void ui_draw(struct ui *ui, struct grid *g);

/* Is the window too small for anything to be seen? Then no key is to change anything
 * but a text that is being written. */
bool ui_is_blind(const struct ui *ui);

/* Over the screen drawn last: that the database is waited for and, if something is to be saved,
 * that it is not yet. Asks the database nothing. */
void ui_draw_waiting(struct ui *ui, struct grid *g, bool saving);

/* ---- the end (ui/end.c) ---- */

/* Saves all that can be saved and remembers the place. Without questions, and in about a second
 * whoever holds the database. `left` gets what could not be saved, and where it is. ST_IO: some of
 * it is no draft either, but in a file. */
enum status ui_end(struct ui *ui);

/* Notes in `left` that the text could not be saved, because of `why`, and where it is: a draft, or
 * else a file, into which it is put. `what` says which text it is: "motivering". */
void ui_leave(struct ui *ui, struct str8 what, const struct utkast *u, struct str8 text, bool draft,
              const struct error *why);

/* ---- for views ---- */

/* The stack owns the view; NULL is allowed and pushes nothing. */
void ui_push(struct ui *ui, struct view *v);
/* Saves and takes away the uppermost view; false with a message when it cannot be saved. */
bool ui_pop(struct ui *ui);
/* Without saving: what was typed has been dealt with. */
void ui_drop(struct ui *ui);
/* As ui_pop, until so many views are left. */
bool ui_pop_to(struct ui *ui, size_t depth);
struct view *ui_top(const struct ui *ui);
unsigned ui_where(const struct ui *ui); /* the W_… bits that hold now */

enum status ui_case_open(struct ui *ui, long nr, struct error *err);
/* Reads it anew; every view is told. */
enum status ui_case_reload(struct ui *ui, struct error *err);
void ui_case_close(struct ui *ui);

/* Remembers where the user is in the ärende, for the next time it is opened. */
void ui_remember(struct ui *ui);

/* The post of that kind and key, or NULL. */
const struct post *ui_post(const struct ui *ui, enum post_slag slag, struct str8 nyckel);
/* Its field, empty if there is no post. */
struct str8 ui_value(const struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt);

/* Sets one field and saves. False with a message when it could not be; on a conflict the message
 * says what now stands, and the ärende is read anew. */
bool ui_set(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt, struct str8 varde,
            const char *orsak);
/* The same without a message. */
enum status ui_put(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt,
                   struct str8 varde, const char *orsak, struct error *err);

void ui_say(struct ui *ui, enum tone tone, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Shows `text` now, before something that may take long. */
void ui_busy(struct ui *ui, const char *text);
void ui_tell(struct ui *ui, const struct error *err); /* as an error, with a capital letter */

/* ---- from one place to another (ui/goto.c) ---- */

/* The place that one goes to lies above the one that one was in, so that going back leads there,
 * also to another ärende. A view in which something is being written is saved and left. All are
 * false with a message when one cannot go. */

/* Opens ärende `nr`, of which a view is then to be pushed; or else ui_follow goes back. */
bool ui_case_go(struct ui *ui, long nr);
/* Opens the uppermost view's ärende, or none, if another one is open. One that can no longer be
 * opened is told, and its views go. */
void ui_follow(struct ui *ui);
/* The same, and its own view, where the user last was in it. */
bool ui_case_enter(struct ui *ui, long nr);

/* A punkt, an avsnitt, a text, a field of a form, a line of a list. falt -1: the post as such. What
 * is shown in the ärende's own view is shown in a view of that kind. */
bool ui_goto(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt);

/* The view of the opened ärende that the action leads to: the one that already lies there, or else
 * a new one. */
void ui_case_view(struct ui *ui, int action);
/* Back to the view that the action opened, if it lies in the stack with no other ärende between. */
bool ui_back_to(struct ui *ui, int action);

/* At the start: to the view that the place was in; what is no longer there leads to the ärende. */
void ui_come_back(struct ui *ui, const struct plats *p);

/* Is there a view that uses what the one below it is writing? Then one cannot go. */
bool ui_is_held(const struct ui *ui);
void ui_tell_held(struct ui *ui);

/* ---- what has been decided (ui/beslutat.c) ---- */

/* Has the opened ärende been decided, and perhaps sent? */
bool ui_is_decided(const struct ui *ui);
/* To be asked before what was decided on is changed. False: the user is asked, once as long as the
 * program runs, and on yes the uppermost view does `action`. */
bool ui_may_change(struct ui *ui, int action);

/* ---- parts that views are made of ---- */

/* A list with a row in focus. */
struct list {
    size_t n;      /* rows */
    size_t at;     /* in focus; 0 when there are none */
    size_t top;    /* first one shown */
    size_t height; /* rows shown when last drawn */
};
void list_set(struct list *l, size_t n); /* keeps `at` within */
/* Moves; false for other actions. */
bool list_act(struct list *l, int action);
/* Scrolls so that the focus is shown in `height` rows. */
void list_fit(struct list *l, int height);

/* The marker of a row in focus, in the two columns from `col`; the cursor goes there. */
void draw_focus(struct grid *g, int row, int col, bool focus);

/* A text broken to the width of `r`, from `row` down to the end of `r`; returns the row after. */
int draw_wrapped(struct grid *g, struct arena *a, struct rect r, int row, enum style style,
                 struct str8 text);

#endif
