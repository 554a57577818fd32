/* What the reader (mustache_parse.c), the linker of partials (mustache.c) and the renderer
 * (mustache_render.c) of the Mustache engine share. Nobody else includes this.
 *
 * A file is a flat array of nodes in the order of its text. A node that holds others (section,
 * block, parent) is followed by them and says where they end, so that rendering needs no recursion.
 */
#ifndef DRAFT_MUSTACHE_IMPL_H
#define DRAFT_MUSTACHE_IMPL_H

#include "draft/mustache.h"

enum mu_op { MU_TEXT, MU_VALUE, MU_SECTION, MU_INVERTED, MU_PARTIAL, MU_PARENT, MU_BLOCK };

struct mu_node {
    enum mu_op op;
    bool raw; /* VALUE: not to be escaped */
    bool bol; /* TEXT: its first byte begins a line; it may be empty where a tag begins the line */
    bool first; /* PARENT, BLOCK: only white space stands before the tag on its line */
    bool alone; /* PARTIAL: stands alone on its lines. PARENT: so does the pair of tags. BLOCK: the
                   opening tag ends its line, and the content begins on the next */
    struct str8 text;  /* TEXT: the text; others: the name as written */
    struct str8 tag;   /* others than TEXT: the whole tag, for errors */
    struct str8 *part; /* VALUE, SECTION, INVERTED: the name between its dots; none for "." */
    size_t parts;
    struct str8 indent;  /* PARTIAL, PARENT, BLOCK: white space for each line of what comes here */
    size_t strip;        /* BLOCK in a PARENT: bytes of white space its lines lose when passed */
    size_t end;          /* index after the last node inside */
    size_t line, column; /* from 1, in characters */
    const struct mu_file *target; /* PARTIAL, PARENT: NULL when there is no such template */
    size_t *arg;                  /* PARENT: the BLOCKs it passes, by name; no name twice */
    size_t args;
};

struct mu_file {
    struct str8 file; /* its name in errors */
    struct str8 text;
    struct mu_node *node;
    size_t n, cap;
};

struct mustache {
    struct mu_file **file; /* the template, then its partials in the order they are met */
    size_t n, cap;
};

/* Reads f->text into f->node. ST_OK or ST_INVALID. */
enum status mu_parse(struct arena *a, struct mu_file *f, struct error *err);

/* Sets "<file>, rad <line>, kolumn <column>: <text>" and returns ST_INVALID. */
enum status mu_error(struct error *err, const struct mu_file *f, size_t line, size_t column,
                     const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* A tag or name as an error shows it: its first line, at most 80 bytes. */
struct str8 mu_shown(struct str8 s);

#endif
