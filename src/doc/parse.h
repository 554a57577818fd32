/* What the files that read Markdown share; no other room includes this.
 *
 * Texts are read in steps: clean (escape.c) takes away what no text may hold, footnotes.c lifts the
 * notes out and leaves tokens, markdown.c builds a tree with md4c, graft.c puts grafts into it and
 * numbers the notes, tidy.c makes it canonical.
 *
 * Tokens in a text on its way: U+E000 digits U+E001 is a graft; `,` U+E000 "n" digits U+E001 `,` a
 * reference to a note by its place in parse.notes; `,` U+E000 "l" U+E001 `,` a literal "[^". The
 * commas make md4c see punctuation there, as the brackets were.
 */
#ifndef DOC_PARSE_H
#define DOC_PARSE_H

#include "doc/markdown.h"

/* A token that has not been replaced yet; `number` is the graft's index. */
#define DOC_GRAFT ((enum doc_kind)(DOC_BREAK + 1))

struct note_def {
    struct str8 id, body;  /* body: Markdown without its indentation, notes as tokens */
    struct str8 mark;      /* of the graft it stands in */
    bool in_graft;         /* tokens for grafts count only in the template */
    struct doc_node *node; /* DOC_NOTE once it has been referred to */
};

struct parse {
    struct arena *a;
    const struct markdown_graft *grafts;
    size_t n_grafts;
    struct note_def *notes; /* of the template and of all grafts */
    size_t n_notes, cap_notes;
    struct str8 *warnings;
    size_t n_warnings, cap_warnings;
};

/* `in` with "\n" line ends and without control characters; private characters only where they are
 * tokens, and not even those unless `tokens`. */
struct str8 parse_clean(struct arena *a, struct str8 in, bool tokens);

/* Reads a token at s.p[at], which is U+E000: its kind ('g', 'n' or 'l') and number; gives its
 * length, or 0 if it is none. */
size_t parse_token(struct str8 s, size_t at, char *kind, size_t *number);

/* Appends `s` as it was written: notes as "[^id]", grafts as their Markdown if `grafts`. */
void parse_literal(const struct parse *p, struct str8 s, bool grafts, struct buf *out);

/* Takes the note definitions out of `text` into p->notes and puts tokens for the references. */
struct str8 notes_lift(struct parse *p, struct str8 text, struct str8 mark, bool in_graft);

/* Builds the tree of one text; note references and grafts have their index as number. `nest` is
 * how many containers it will stand in. */
struct doc_node *markdown_build(struct parse *p, struct str8 text, int nest);

/* For each byte of the text whether it is in a code block, as md4c sees it; text.n + 1 places, that
 * the caller frees. */
char *markdown_code(struct str8 text);

/* Appends the characters of a reference ("&nbsp;", "&#229;"), or the text itself if unknown. */
void entity_put(struct str8 entity, struct buf *out);

/* Replaces the tokens in the template's tree, or in one of its notes. */
void graft_all(struct parse *p, struct doc_node *root);

/* Numbers the notes that the tidy body refers to and builds them. */
void notes_number(struct parse *p, struct doc *d);

/* Makes a tree canonical, as doc.h describes it; `root` stays. */
void tidy(struct arena *a, struct doc_node *root);

#endif
