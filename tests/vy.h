/* Views tested without a terminal: the whole screen on a fake grid, over a database of its own.
 *
 *     struct vy *v = vy_start(24, 80);
 *     vy_case(v);
 *     vy_keys(v, "n<Enter>Ett skäl.<Ctrl-S>");
 *     cr_assert(vy_has(v, "Sparat"));
 *     vy_golden(v, "arende-80");
 *     vy_stop(v);
 *
 * After every key the program does what ui/loop.c does: it looks whether others have written, keeps
 * and draws. The clock stands at 2025-01-20, the user is "Handläggare A". What should not fail and
 * does ends the test (cr_assert).
 */
#ifndef TESTS_VY_H
#define TESTS_VY_H

#include "app/app.h"
#include "ui/view.h"

struct vy;
/* What the user does in the program that EDITOR names. */
typedef enum status vy_editor(struct vy *v, struct str8 in, struct buf *out, struct error *err);

struct vy {
    struct arena a;      /* lives until vy_stop: what the functions below hand out */
    struct str8 mapp;    /* a folder of its own, empty but for the database */
    struct str8 databas; /* its path */
    struct app app;
    struct ui ui;
    struct grid grid;
    bool kept; /* what ui_keep last said */
    int runs;  /* how many times the program has been started */
    /* What was asked of the terminal. */
    struct buf copied; /* the last text sent to its clipboard */
    int n_copied, n_edited, n_suspended, n_redrawn;
    vy_editor *editor; /* NULL: gives the text back as it was */
    struct app other;  /* see vy_other */
    bool has_other;
};

/* The program started on an empty database, drawn in a window of that size. */
struct vy *vy_start(int rows, int cols);
void vy_stop(struct vy *v); /* as if killed: nothing is saved; frees all */

/* As if the program was killed and started again; the database is as it was left. Drafts of the run
 * before are those of a run that is over. */
void vy_restart(struct vy *v);

/* Makes ärende 1 (then 2, …) on SOU 2024:72 with what an ärende usually has, and opens it in its
 * view. Nothing is answered. Returns its number. */
long vy_case(struct vy *v);

/* Keys: a character as itself, the others by their names (keycode_name) between < and >:
 * "n<Enter>", "<Ctrl-S>", "<Shift-Vänster>", "<Ned>"; "<<>" is the character <. */
void vy_keys(struct vy *v, const char *keys);
void vy_paste(struct vy *v, const char *text);
void vy_resize(struct vy *v, int rows, int cols);
void vy_draw(struct vy *v); /* after something was done past the keys */

/* ---- what is on the screen ---- */

/* Row `n` from 0, without blanks at its end; as the user sees it. */
const char *vy_row(struct vy *v, int n);
/* All rows, each with a line end. */
const char *vy_screen(struct vy *v);
/* Does it stand on the screen? White space is one space, so what is broken over rows is found. */
bool vy_has(struct vy *v, const char *text);

struct vy_place {
    int row, col;
};
struct vy_place vy_cursor(const struct vy *v);
/* Where `text` first stands within one row; row -1 when it does not. */
struct vy_place vy_find(struct vy *v, const char *text);
/* The style it has there; STYLE_N when it is not on the screen. */
enum style vy_style(struct vy *v, const char *text);

/* Is the screen, and the place of the cursor, what tests/golden/skarm/<namn>.txt says? With UPDATE
 * in the environment the file is written instead. */
void vy_golden(struct vy *v, const char *namn);

/* ---- past the screen ---- */

/* Another person ("Handläggare B") with a program of their own on the same database. */
struct app *vy_other(struct vy *v);
/* They set one field of a post in ärende `nr`. */
void vy_other_set(struct vy *v, long nr, enum post_slag slag, const char *nyckel, int falt,
                  const char *varde);

/* The betänkande of the opened ärende, with avsnitt of its own to change; and they read that in
 * instead. */
struct betankande vy_betankande(struct vy *v);
void vy_other_replaces(struct vy *v, const struct betankande *b);
/* As that, without the last punkt of avsnitt `nummer`. */
void vy_other_drops_punkt(struct vy *v, const char *nummer);

/* The user sets one field in the opened ärende without a key being pressed; drawn. */
void vy_set(struct vy *v, enum post_slag slag, const char *nyckel, int falt, const char *varde);

/* The field as the database has it now. */
const char *vy_saved(struct vy *v, long nr, enum post_slag slag, const char *nyckel, int falt);

#endif
