/* The views there are; each is in the file of its name. */
#ifndef UI_VIEWS_H
#define UI_VIEWS_H

#include "app/paper.h"
#include "app/utkast.h"
#include "ui/view.h"

/* Ärenden: the list, most urgent first. */
struct view *view_arenden_new(struct ui *ui);
/* Which betänkande a new ärende answers. */
struct view *view_nytt_new(struct ui *ui);

/* The ärende: avsnitt and punkter, what the betänkande says, stance and motivation. */
struct view *view_arende_new(struct ui *ui);
bool view_is_arende(const struct view *v);
/* Puts the focus on a punkt ("4.4.3:1") or an avsnitt ("4.4.3"); false if there is none. */
bool view_arende_select(struct ui *ui, struct view *v, struct str8 nyckel);

/* The editor on a Markdown field; view_text_resume goes on with a draft that was left behind, and
 * its editor is then the view's. */
struct view *view_text_new(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt);
struct view *view_text_resume(struct ui *ui, const struct app_utkast *d, struct editor *e);
void view_text_cursor(struct view *v, size_t at);

/* The fields of one post; of POST_ARENDE also the lists. `falt` is in focus, -1: the first. */
struct view *view_form_new(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt);
/* The form in which that field is being written, from a draft and its editor, which then belong to
 * the view. */
struct view *view_form_resume(struct ui *ui, const struct app_utkast *d, struct editor *e);
/* The lines of a list; `nyckel` is in focus, may be empty. */
struct view *view_rader_new(struct ui *ui, enum post_slag slag, struct str8 nyckel);
/* The text blocks. */
struct view *view_texter_new(struct ui *ui);

/* The papers as they are now. */
struct view *view_forhand_new(struct ui *ui);
/* A paper to a file: form and place. */
struct view *view_spara_new(const struct paper_name *paper);
/* A paper to a printer. Asks CUPS which there are, which may take seconds. */
struct view *view_skriv_new(struct ui *ui, const struct paper_name *paper);
/* The files that are sent, and what a department asks of them. */
struct view *view_utskick_new(void);
/* What granska finds. */
struct view *view_granska_new(struct ui *ui);
/* The revisions of what `ref` names (as history_list); empty: all. */
struct view *view_historik_new(struct ui *ui, struct str8 ref);
/* Hits of a search; asks for the words first if they are empty. */
struct view *view_sok_new(struct ui *ui, struct str8 words);
/* The keys that count there. */
struct view *view_hjalp_new(struct ui *ui, unsigned where);

/* Drafts that were left behind; NULL when there are none. */
struct view *view_utkast_new(struct ui *ui, struct error *err);
/* Two texts for one field: `d` and `e` are those of the view that is uppermost, `theirs` what
 * somebody else has saved, `who` the words for it. */
struct view *view_konflikt_new(struct app_utkast *d, struct editor *e, const struct post *theirs,
                               struct str8 who);

/* ---- questions (ui/fraga.c): overlays ---- */

/* Asks for a line. `done` gets what was typed (never called when it is given up); `text` stands
 * there from the start. Texts are copied. */
typedef void fraga_svar(struct ui *ui, struct view *below, struct str8 svar);
void fraga_rad(struct ui *ui, const char *etikett, struct str8 text, fraga_svar *done);

/* As fraga_rad, for a value of the ärende: what was typed is handed over also when the line is left
 * with Esc, and when the program ends. `take` saves it and says so; on an error the line stays with
 * what was typed, and at the end of the program it is put aside (ui_leave). */
typedef enum status fraga_tar(struct ui *ui, struct view *below, struct str8 svar,
                              struct error *err);
void fraga_varde(struct ui *ui, const char *etikett, struct str8 text, fraga_tar *take);

/* Asks yes or no: `done` is called with "j" on yes only. */
void fraga_ja(struct ui *ui, struct str8 question, fraga_svar *done);

#endif
