/* Mustache: a template and data in, text out.
 *
 * The rules are those of the public Mustache specification (mustache/spec 1.4): comments, set
 * delimiter, interpolation, sections, inverted sections, partials, and of its optional modules
 * inheritance. No lambdas, no dynamic names. The engine knows neither JSON nor files nor Markdown:
 * data, partials and the escaper come in as functions. A value is never read as template text:
 * `{{` in a value comes out as `{{`.
 *
 * What the specification leaves to the language, or to nobody:
 * - False in a section: missing, null, false, the empty list and the EMPTY TEXT, so that a field
 *   nobody has filled in makes no heading. The number 0, the empty object, the text "0" are true.
 * - A name is any run of characters but white space and the closing delimiter, as {{ärende.dnr}}.
 *   Names are compared byte by byte: template and data are to be NFC both. A dot with nothing on
 *   one side of it (a..b) is an error.
 * - A list or an object as an interpolated value gives nothing (an error with strict_names).
 * - The indentation of a standalone partial goes in front of every line of it, empty ones too. No
 *   line inside a value is ever indented.
 * - Lines end in "\n" or "\r\n" and keep what they end in.
 * - What a template passes to a parent holds also in the partials and parents that one uses; the
 *   outermost wins. What stands inside a passed block belongs to the template it is written in.
 *   Of two blocks with one name passed to the same parent the later holds.
 * - A passed block loses the white space its lines have in common and gets that of the place: of
 *   the lines the place holds itself, or else that in front of its tag.
 */
#ifndef DRAFT_MUSTACHE_H
#define DRAFT_MUSTACHE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "base/str8.h"

enum {
    MUSTACHE_NESTING_MAX = 64,              /* open sections, blocks and parents in one file */
    MUSTACHE_PARTIALS_MAX = 64,             /* partials and parents inside each other */
    MUSTACHE_OUTPUT_MAX = 16 * 1024 * 1024, /* bytes of one rendering */
    MUSTACHE_STEPS_MAX = 50 * 1000 * 1000   /* tags, texts and look-ups of one rendering */
};

/* ---- The data ---- */

enum mustache_kind {
    MUSTACHE_NULL, /* there, and nothing: an empty value, false in a section, but not a missing name
                    */
    MUSTACHE_FALSE,
    MUSTACHE_TRUE,
    MUSTACHE_TEXT,
    MUSTACHE_NUMBER,
    MUSTACHE_LIST,
    MUSTACHE_OBJECT
};

/* How to read a tree of nodes. A node is any pointer but NULL; it must stay good while a rendering
 * runs. */
struct mustache_data {
    enum mustache_kind (*kind)(const void *node);
    const void *(*child)(const void *object,
                         struct str8 name); /* NULL: the object has no such name */
    size_t (*length)(const void *list);
    const void *(*item)(const void *list, size_t i); /* i < length */
    /* TEXT, NUMBER, TRUE or FALSE as it is to be read; from the node itself or put into `a`. */
    struct str8 (*text)(const void *node, struct arena *a);
};

/* ---- The partials ---- */

struct mustache_source {
    /* Finds the template called `name` (`{{>name}}`, `{{<name}}`): its text and, for errors, the
     * name of its file; both good until mustache_compile returns. ST_NOT_FOUND: there is none; any
     * other failure ends the compilation with the error it has set. */
    enum status (*load)(void *user, struct str8 name, struct arena *a, struct str8 *text,
                        struct str8 *file, struct error *err);
    void *user;
    bool strict; /* a partial that is not there is an error; else it is empty, as specified */
};

/* ---- Compiling ---- */

struct mustache; /* a template and all the partials it leads to; constant once made */

/* Reads `text` and, through `source`, every partial and parent it names, theirs too, each once.
 * `file` names the template in errors ("tjansteskrivelse.md"). Everything is copied into `a`, where
 * `*out` lives. `source` may be NULL: there are no partials.
 * ST_INVALID names file, line, column and tag: a tag or section that is not closed, a closing tag
 * that does not match, an empty name or one with white space, a bad delimiter, sections nested too
 * deep, and with strict a missing partial. Otherwise what `load` returned. */
enum status mustache_compile(struct arena *a, struct str8 text, struct str8 file,
                             const struct mustache_source *source, const struct mustache **out,
                             struct error *err);

/* ---- Rendering ---- */

/* Writes one value to `out`: `value` is its text (empty for null and missing), `raw` tells
 * {{{name}}} and {{&name}} from {{name}}, `node` is the data's node or NULL where there is none.
 * Not called for lists and objects. */
typedef void mustache_put(void *user, const void *node, struct str8 value, bool raw,
                          struct buf *out);

/* The specification's: & < > " as HTML entities, a raw value as it is. `user` is not used. */
mustache_put mustache_put_html;

struct mustache_view {
    const struct mustache_data *data;
    const void *root; /* the first context: mostly an object */
    mustache_put *put;
    void *user;        /* for put */
    bool strict_names; /* an interpolated name that no context has is an error; null is had */
};

/* Appends the template, filled in, to `out`. May be called any number of times.
 * ST_INVALID, and `out` as it was: partials inside each other deeper than MUSTACHE_PARTIALS_MAX
 * (the error names the partial), more output or work than the limits above, or, with strict_names,
 * a name that is not there (file, line, column and tag). */
enum status mustache_render(const struct mustache *m, const struct mustache_view *view,
                            struct buf *out, struct error *err);

/* ---- What a template uses ---- */

enum mustache_tag {
    MUSTACHE_VALUE,    /* {{name}} */
    MUSTACHE_RAW,      /* {{{name}}} or {{&name}} */
    MUSTACHE_SECTION,  /* {{#name}} */
    MUSTACHE_INVERTED, /* {{^name}} */
    MUSTACHE_PARTIAL,  /* {{>name}} */
    MUSTACHE_PARENT,   /* {{<name}} */
    MUSTACHE_BLOCK     /* {{$name}} */
};

struct mustache_use {
    enum mustache_tag tag;
    struct str8 name; /* as written, dots included; "." for the item itself */
    struct str8 file;
    size_t line, column; /* from 1; columns are characters */
    bool found;          /* of a partial or parent: it exists. True for all others */
    ptrdiff_t within;    /* index of the innermost section around it in the same file, or -1 */
};

/* All tags with a name but the closing ones, in the order of the files (the template first, then
 * its partials in the order they are met) and of the text. The array is in `a`, the texts belong to
 * `m`. Returns their number. */
size_t mustache_uses(const struct mustache *m, struct arena *a, const struct mustache_use **out);

#endif
