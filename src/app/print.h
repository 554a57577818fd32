/* Papers on paper: through CUPS, or on the printer of the user's own terminal.
 *
 * CUPS is reached by its programs lp and lpstat, so that a machine without it lacks printing and
 * nothing else. No shell is involved: names and titles go to them as they are.
 */
#ifndef APP_PRINT_H
#define APP_PRINT_H

#include "app/cases.h"
#include "base/buf.h"

/* --- What is to be printed ---------------------------------------------------------------------
 */

/* Pages to be printed, in order and without overlaps. */
struct print_range {
    int from, to; /* 1…; `to` is INT_MAX for "and the rest" */
};
struct print_pages {
    struct print_range *range;
    size_t n;         /* 0: all pages */
    struct str8 text; /* as lp has it: "1-3,5,8-"; NUL-terminated */
};

/* "5,1-3", "2–4" (as Word writes it), "-3", "8-"; empty for all pages. ST_INVALID says which part
 * is wrong and how it is written. */
enum status print_pages_read(struct arena *a, struct str8 in, struct print_pages *out,
                             struct error *err);
/* ST_NOT_FOUND when one of them is beyond a document of that many pages. */
enum status print_pages_check(const struct print_pages *p, int pages, struct error *err);
bool print_pages_has(const struct print_pages *p, int page);

enum { PRINT_COPIES_MAX = 99 };

/* "1" to "99"; ST_INVALID. */
enum status print_copies_read(struct str8 in, int *out, struct error *err);

/* --- Printers that CUPS knows ------------------------------------------------------------------
 */

struct print_printers {
    struct str8 *namn; /* in CUPS's order */
    size_t n;          /* at least 1 */
    int standard;      /* the default one's place among them; -1: none is chosen */
};

/* Waits at most 8 seconds for the print server. ST_NOT_FOUND: no CUPS on this machine, or no
 * printer; ST_IO: the server does not answer. The texts say what to do. */
enum status print_printers(struct arena *a, struct print_printers *out, struct error *err);

/* --- A job -------------------------------------------------------------------------------------
 */

enum print_kind {
    PRINT_PDF,
    PRINT_TEXT, /* UTF-8 that CUPS lays on A4: at most PRINT_COLUMNS wide, PRINT_ROWS high */
    PRINT_RAW   /* bytes for the printer itself, past CUPS's filters: what a line printer wants */
};
/* What the text filter of CUPS has room for on A4, at 10 characters and 6 lines an inch. */
enum { PRINT_COLUMNS = 77, PRINT_ROWS = 64 };

struct print_job {
    struct str8 skrivare;            /* empty: the default one */
    struct str8 titel;               /* what the queue calls it */
    const struct print_pages *sidor; /* of a PDF; NULL for all. Text has only the wanted ones */
    int exemplar;                    /* copies, 1–99 */
    bool dubbelsidigt;               /* turned along the long edge; false: as the printer is set */
};

/* Hands `bytes` to CUPS and does not wait for the paper. `jobb` gets the job's name, "PDF-12"
 * (empty if lp says none). ST_NOT_FOUND: no CUPS, no printer, none by that name (the nearest is
 * named), none chosen; ST_IO: no answer; ST_REFUSED: CUPS would not take it, with its words. */
enum status print_send(struct arena *a, const struct print_job *job, enum print_kind kind,
                       struct str8 bytes, struct str8 *jobb, struct error *err);

/* "Yttrande, ON 2025/17": what the queue, and the printer's display, call the paper. */
enum status print_title(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, struct str8 *out, struct error *err);

/* --- PDF ---------------------------------------------------------------------------------------
 */

/* The paper called `dokument` as PDF, all of its pages, appended to `out`; which of them are to be
 * printed, `sidor`, is for the job. For a review as paper_print. ST_NOT_FOUND for a paper or page
 * that there is not; else as paper_make. */
enum status print_pdf(struct app *app, struct arena *a, const struct app_case *c,
                      struct str8 dokument, bool granskning, const struct print_pages *sidor,
                      struct buf *out, struct error *err);

/* --- Text --------------------------------------------------------------------------------------
 */

struct print_text {
    int bredd;       /* columns with the margin's; 0: 72, for a review 65 */
    int rader;       /* lines on a page; 0: 60 */
    bool granskning; /* every fifth line of a page that is not blank has its number before it, and
                        there is room to write to the right */
    struct print_pages sidor;
    enum print_kind kind; /* PRINT_TEXT: UTF-8, line feeds, a form feed between pages. PRINT_RAW: in
                             `teckenkod`, each line ended by CR LF, each page by a form feed */
    const char *teckenkod; /* of PRINT_RAW; NULL: UTF-8 */
};

/* Can a printer or a terminal be given text in that character set? ST_USAGE for one that is unknown
 * or not ASCII below 128 (UTF-16, ISO-2022-JP). */
enum status print_charset_check(const char *teckenkod, struct error *err);

/* The paper called `dokument` as `o` says, appended to `out`. No control character but those line
 * ends comes out. What the set lacks is written in another way (base/conv.h), with no-break spaces
 * as spaces; `lost` counts characters that became "?". ST_NOT_FOUND for a paper or page that there
 * is not; else as paper_make and print_charset_check. */
enum status print_text(struct app *app, struct arena *a, const struct app_case *c,
                       struct str8 dokument, const struct print_text *o, struct buf *out,
                       size_t *lost, struct error *err);

/* --- The printer of the terminal ---------------------------------------------------------------
 *
 * Media copy (ECMA-48 8.3.82, as DEC's terminals have it): between ESC [ 5 i and ESC [ 4 i a
 * terminal sends what comes to its own printer instead of the screen. A terminal cannot be asked
 * whether it does, and one that does not shows the text; so only by the user's explicit choice.
 * xterm, Tera Term and iTerm2 do, PuTTY and mintty when a printer is chosen in their settings (from
 * the start none is). tmux, screen, kitty, Alacritty, foot and Linux's console do not, nor does
 * mosh, which cannot be told from inside.
 */

/* The terminal's character set by the locale; UTF-8 where that says none. */
const char *print_terminal_charset(void);

/* ST_REFUSED where it is known that it cannot work: inside tmux or screen, also over ssh, and for
 * the terminal types above; and without a terminal. */
enum status print_terminal_check(struct error *err);

/* Sends `bytes` (PRINT_RAW) to the printer of the terminal that controls the process. Signals that
 * would end the program wait until the terminal is out of printing again. ST_REFUSED as above;
 * ST_IO.
 */
enum status print_terminal(struct str8 bytes, struct error *err);

#endif
