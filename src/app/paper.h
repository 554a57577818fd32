/* Papers: composed, reviewed, and the sentence that a stance becomes. */
#ifndef APP_PAPER_H
#define APP_PAPER_H

#include "app/cases.h"
#include "base/buf.h"
#include "review/review.h"

/* --- Formats -----------------------------------------------------------------------------------
 */

/* In the order in which a user is offered them. */
enum paper_format {
    PAPER_DOCX,
    PAPER_PDF,
    PAPER_ODT,
    PAPER_TEXT,
    PAPER_HTML,
    PAPER_MARKDOWN,
    PAPER_FORMATS
};

struct paper_format_info {
    const char *namn;    /* "docx": the command line's word, and how a file's name ends but for */
    const char *andelse; /* "txt" */
    const char *etikett; /* "Word" */
    const char *hjalp;   /* what it is good for, a few words */
    bool text;           /* can be shown on a terminal */
};
const struct paper_format_info *paper_format_info(enum paper_format format);

/* "docx", "pdf", "text" … and their usual other names ("txt", "markdown", "htm", "word").
 * ST_USAGE for another word, with those there are. */
enum status paper_format_find(struct str8 namn, enum paper_format *out, struct error *err);

/* The format that a file name asks for by its end, PAPER_TEXT if it has none. ST_USAGE as above. */
enum status paper_format_of_file(struct str8 path, enum paper_format *out, struct error *err);

/* Text as a part of a file name: letters and digits as they are, a hyphen for whatever stands
 * between them. */
struct str8 paper_file_word(struct arena *a, struct str8 s);

/* What a paper's file is called where nobody says: "yttrande-ON-2025-17.docx". */
struct str8 paper_file_name(struct arena *a, const struct app_case *c, struct str8 dokument,
                            enum paper_format format);

/* --- Papers ------------------------------------------------------------------------------------
 */

/* The paper called `dokument` appended to `out`, in the look of the ärende's profile: its logotype,
 * its own Word and ODF templates. ST_NOT_FOUND lists the papers of the profile; ST_INVALID for a
 * template or a picture that cannot be used, or a character that no typeface has. */
enum status paper_make(struct app *app, struct arena *a, const struct app_case *c,
                       struct str8 dokument, enum paper_format format, struct buf *out,
                       struct error *err);

/* The same as PDF, and how many pages it has. For a review, that is for reading on paper before a
 * meeting, its lines are numbered and its margin is wide. */
enum status paper_print(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, bool review, struct buf *out, int *pages,
                        struct error *err);

/* Can the profile's own templates and logotype be used? An empty paper is made with each.
 * ST_INVALID says which cannot, and why. */
enum status paper_try(struct arena *a, struct profil *p, struct error *err);

/* A paper composed, to be written in more than one form. All in the arena. */
struct paper {
    struct profil *profil;
    struct doc *doc; /* with logotype and time */
};
enum status paper_compose(struct app *app, struct arena *a, const struct app_case *c,
                          struct str8 dokument, struct paper *out, struct error *err);
enum status paper_emit(struct arena *a, const struct paper *p, enum paper_format format,
                       struct buf *out, struct error *err);

/* The papers that the ärende's profile makes, in its order. */
struct paper_name {
    struct str8 namn;    /* "tjänsteskrivelse": what the functions here call it */
    struct str8 etikett; /* "Tjänsteskrivelse" */
};
enum status paper_names(struct app *app, struct arena *a, const struct app_case *c,
                        struct paper_name **out, size_t *n, struct error *err);

/* A line of a paper laid out as text, and where its words come from. */
struct paper_line {
    struct str8 text; /* without line end or trailing spaces */
    int page;         /* 1… */
    bool from_post;   /* false: the template's text, page heads, blank lines */
    enum post_slag slag;
    struct str8 nyckel; /* of the post; empty for POST_ARENDE */
    int falt;           /* its field */
};
struct paper_lines {
    struct paper_line *line; /* in reading order */
    size_t n;
    int pages; /* at least 1 */
};

/* The paper called `dokument` in lines of `width` columns, paged as paper_make's PAPER_TEXT (which
 * has 72), each line with the field that it leads back to; all in the arena. A paragraph that two
 * fields make leads to the first. Statuses as paper_make. */
enum status paper_lines(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, int width, struct paper_lines *out,
                        struct error *err);

/* As paper_lines, with that many lines on a page; 0 for what PAPER_TEXT has (60), as for `width`
 * (72). */
enum status paper_pages(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, int width, int page_lines, struct paper_lines *out,
                        struct error *err);

/* The paper as one long page, without page heads and with its notes last: to be pasted elsewhere.
 * Appended to `out`; statuses as paper_make. */
enum status paper_endless(struct app *app, struct arena *a, const struct app_case *c,
                          struct str8 dokument, struct buf *out, struct error *err);

/* What granska finds, in one paper or (empty name) in all. */
enum status paper_review(struct app *app, struct arena *a, const struct app_case *c,
                         struct str8 dokument, struct finding **out, size_t *n, struct error *err);

/* Makes one finding, in the place of the first, of all that say that a punkt is not answered: a new
 * ärende has dozens. Returns how many findings there are then. */
size_t paper_join_unanswered(struct arena *a, const struct app_case *c, struct finding *f,
                             size_t n);

/* The sentences that will stand in the yttrande for the answers to those punkter, one each in the
 * arena; empty for one without a stance or whose stance is not printed. */
enum status paper_sentences(struct app *app, struct arena *a, const struct app_case *c,
                            const struct app_refs *refs, struct str8 **out, struct error *err);

#endif
