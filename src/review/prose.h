/* Running text for rules about language: Markdown as paragraphs, sentences and words.
 *
 * All that comes out is plain: no markup, a no-break space is a space, a web or mail address is the
 * word "länk". Code and quoted blocks are left out: they are somebody else's words.
 */
#ifndef REVIEW_PROSE_H
#define REVIEW_PROSE_H

#include "base/arena.h"
#include "doc/doc.h"

enum prose_kind { PROSE_TEXT, PROSE_HEADING, PROSE_CELL };

struct prose_para {
    enum prose_kind kind;
    struct str8 text; /* one line */
    struct str8 mark; /* of a document: the graft it came from (doc/doc.h); may be empty */
};

struct prose {
    struct prose_para *para;
    size_t n;
};

/* The paragraphs, items, notes, headings and cells of a Markdown text, in reading order, notes
 * last. */
struct prose prose_of_markdown(struct arena *a, struct str8 markdown);
struct prose prose_of_doc(struct arena *a, const struct doc *d);

/* A text that is no Markdown, as one paragraph. */
struct prose prose_of_line(struct arena *a, struct str8 line);

/* Takes the next sentence, with what ends it, off the front of `*rest`; false when nothing is left.
 * A sentence ends at . ! or ? and what closes a quotation or bracket after it, where a space and no
 * small letter follow. The full stop of an abbreviation ("kap. 4", "t.ex.") ends nothing. */
bool prose_sentence(struct str8 *rest, struct str8 *sentence);

/* Takes the next word off the front of `*rest`: a run without spaces that holds a letter or a
 * digit, without the punctuation around it ("(5.3)," gives "5.3"; "hälso-" keeps its hyphen). */
bool prose_word(struct str8 *rest, struct str8 *word);

/* The words of a text as they stand, and folded for comparing. */
struct prose_words {
    struct str8 *word, *folded;
    size_t n;
};
struct prose_words prose_words(struct arena *a, struct str8 text);

/* The longest run of words that stands in both, in words; `at` gets where it begins in `x`. */
size_t prose_common(const struct prose_words *x, const struct prose_words *y, size_t *at);

/* Is the word one of the list? */
bool prose_in(struct str8 word, const char *const *list, size_t n);
#define PROSE_IN(word, list) prose_in(word, list, sizeof(list) / sizeof *(list))

#endif
