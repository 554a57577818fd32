/* What the form, the lists of lines and the list of texts share: fields said in words, an input
 * line that takes a field's value, words to choose from, rows of different heights. */
#ifndef UI_FORM_H
#define UI_FORM_H

#include "ui/views.h"

/* ---- words (form_words.c) ---- */

/* One sentence on what a list is for. */
const char *form_list_about(enum post_slag slag);

/* "torsdag", or empty if `iso` is no day. */
struct str8 form_weekday(struct str8 iso);
/* "torsdag, om 12 dagar"; empty if `iso` is no day. */
struct str8 form_day_hint(struct arena *a, struct str8 iso);

/* The first line in which something stands; words in all of it. */
struct str8 form_first_line(struct str8 text);
size_t form_count_words(struct str8 text);

/* A field's value in one line as people say it: a stance in the words of its punkt's kind, the
 * first line of a longer text. Empty if it is not filled in. */
struct str8 form_value(const struct ui *ui, struct arena *a, const struct post *p, int falt);

/* A line of a list in brief: its fields after each other. */
struct str8 form_brief(const struct ui *ui, struct arena *a, const struct post *p);

/* Is nothing filled in? */
bool form_empty(const struct post *p);

/* The kind of the punkt with that key; förslag if there is none. */
enum punkt_slag form_punkt_slag(const struct ui *ui, struct str8 nyckel);

/* What papers of the profile ask for. */
enum need { NEED_TEXT, NEED_FALT, NEED_LISTA };
/* "behövs i tjänsteskrivelsen och yttrandet"; empty if none does. `p` may be NULL. */
struct str8 form_needed(struct arena *a, const struct profil *p, enum need what, const char *namn);

/* ---- choices (form_val.c) ---- */

struct form_choice {
    struct str8 varde, etikett;
    struct str8 om; /* a word more about it; may be empty */
};
struct form_choices {
    struct form_choice *p;
    size_t n, cap;
    size_t now; /* the one that stands; n: none of them */
};

/* Is the field one of given words, and not free text? */
bool form_is_choice(enum post_slag slag, int falt);

/* The words of the field, the empty one among them where it may be empty. */
enum status form_choices(struct ui *ui, struct arena *a, enum post_slag slag, struct str8 nyckel,
                         int falt, struct form_choices *out, struct error *err);

/* Shows them to pick one, which `done` gets. They are copied. */
typedef void form_picked(struct ui *ui, struct view *below, int falt, struct str8 varde);
void form_pick(struct ui *ui, struct str8 rubrik, const struct form_choices *c, int falt,
               form_picked *done);

/* ---- a field being written (form_line.c) ---- */

/* What is typed is a draft until it is taken. */
struct form_line {
    struct editor *e; /* NULL: nothing is being written */
    bool refused;     /* what stands has just been found not to hold */
    struct app_utkast d;
    struct arena a;
};

void form_line_open(struct ui *ui, struct form_line *l, enum post_slag slag, struct str8 nyckel,
                    int falt);
/* Goes on with a draft; the editor then belongs to the line. */
void form_line_resume(struct ui *ui, struct form_line *l, const struct app_utkast *d,
                      struct editor *e);
/* Away with it, without saving. */
void form_line_close(struct form_line *l);

/* Keeps the draft; as view_ops.keep. */
enum status form_line_keep(struct ui *ui, struct form_line *l, struct error *err);
/* Saves and closes; as view_ops.save. On a conflict the two values are shown to choose from, and
 * the line stays. */
enum status form_line_save(struct ui *ui, struct form_line *l, bool going, struct error *err);
/* As form_line_save, with a message; false if the line is still open. */
bool form_line_take(struct ui *ui, struct form_line *l);
/* The ärende has been read anew: what nobody has typed in is closed. */
void form_line_reload(struct form_line *l);

/* As writing_act and writing_put; but undoing what was refused brings back the value before. */
bool form_line_act(struct ui *ui, struct form_line *l, int action, bool extend);
void form_line_put(struct ui *ui, struct form_line *l, struct str8 s, bool paste);

/* Up and down stay in a value that takes several rows; true if the key leads out of it. */
bool form_line_leaves(struct form_line *l, int action);

/* Rows it takes in that many columns; and drawn there, with the cursor. */
int form_line_rows(struct form_line *l, int cols);
void form_line_draw(struct grid *g, struct rect r, struct form_line *l);

/* ---- rows of different heights (form_words.c) ---- */

struct form_lines {
    struct form_at {
        size_t row; /* which row of the list */
        int sub;    /* which line of it; negative: what stands above it */
    } * p;
    size_t n, cap;
};
/* `above` lines before the row and `lines` of its own. */
void form_lines_add(struct arena *a, struct form_lines *l, size_t row, int above, int lines);
/* Scrolls so that all of row `at` is shown in `height` lines, and what stands above it if that is
 * possible. */
void form_lines_fit(struct list *scroll, const struct form_lines *l, size_t at, int height);

/* ---- the form itself: view_form.c acts, form_draw.c draws ---- */

struct form_row {
    const char *rubrik;  /* above it; NULL: none */
    enum post_slag slag; /* the form's own, or the list that the row leads to */
    int falt;            /* -1: a list */
};

struct form {
    struct view v;
    enum post_slag slag;
    struct str8 nyckel;
    struct form_row *row;
    size_t n_row, cap_row;
    struct list list, scroll; /* over `row`; over the lines they take */
    struct form_line line;    /* the field being written */
    bool fresh;               /* a new line, taken away again if nothing is filled in */
    struct arena profil_a;    /* of what papers need: */
    const struct profil *profil;
    struct arena words_a; /* of the words to choose from, which may stand in files: */
    struct str8 words;
    int words_of; /* the field they are of; -1: none */
};

const struct form_row *form_focus(const struct form *v);
const struct falt *form_field(const struct form *v, int falt);
/* The post, or NULL if it has never been saved. */
const struct post *form_post(const struct ui *ui, const struct form *v);
/* Is it a line that another has removed? */
bool form_gone(const struct ui *ui, const struct form *v);

struct str8 form_view_titel(struct ui *ui, struct view *view, struct arena *a);
void form_view_draw(struct ui *ui, struct view *view, struct grid *g, struct rect r);

/* The form on a line that has just been made: the first field is open, Enter leads through the
 * others, and if all of them are empty when it is left the line is taken away. */
struct view *form_new_line(struct ui *ui, enum post_slag slag, struct str8 nyckel);

#endif
