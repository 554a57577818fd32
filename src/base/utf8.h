/* UTF-8 text: checked and made NFC where it enters, measured and folded where it is used. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdint.h>
#include "base/arena.h"
#include "base/status.h"
#include "base/str8.h"

/* Decodes the character at s.p[at] (at < s.n), gives its length in bytes through `len` and returns
 * it. A byte that begins no valid character gives U+FFFD with length 1. */
uint32_t utf8_decode(struct str8 s, size_t at, size_t *len);

/* Writes `c` as UTF-8 to `out` and returns the number of bytes, 1–4; 0 if `c` is no character. */
size_t utf8_encode(uint32_t c, char out[4]);

/* Is all of `s` valid UTF-8? If not and `bad` is not NULL, it gets the offset of the first bad
 * byte. */
bool utf8_valid(struct str8 s, size_t *bad);

/* The edge: `in` as it came from a file, the command line or the keyboard, checked to be UTF-8,
 * without a byte order mark, made NFC, "\r\n" and "\r" made "\n", without characters that turn the
 * direction of the text, into the arena. Control characters other than tab and newline are refused.
 * `what` names the text in the error ("fältet rubrik"). Returns ST_OK or ST_INVALID. */
enum status utf8_admit(struct arena *a, struct str8 in, const char *what, struct str8 *out,
                       struct error *err);

/* May `c` stand in a text: no control character other than tab and newline, and none that turns the
 * direction (U+202A–202E, U+2066–2069)? */
bool utf8_allowed(uint32_t c);

/* `s`, valid UTF-8, made NFC, into the arena. For pieces that meet inside the program; what comes
 * from outside goes through utf8_admit. */
struct str8 utf8_nfc(struct arena *a, struct str8 s);

size_t utf8_count(struct str8 s); /* characters (code points) */
size_t utf8_width(struct str8 s); /* columns on a terminal: wide 2, combining and control 0 */

/* The longest prefix of `s`, in bytes, that is at most `columns` wide; grapheme clusters are kept
 * whole. */
size_t utf8_fit(struct str8 s, size_t columns);

/* Grapheme clusters, what a reader takes for one character: the end of the one that begins at
 * `at`, and the start of the one that ends there or that `at` lies in. utf8_next gives s.n at the
 * end, utf8_prev 0 at the start. Neither looks further than a few characters away, but where
 * flags or combining marks stand in a long row. */
size_t utf8_next(struct str8 s, size_t at);
size_t utf8_prev(struct str8 s, size_t at);

/* For comparing without regard to case: "Ärende" and "ÄRENDE" give the same. */
struct str8 utf8_fold(struct arena *a, struct str8 s);

/* First letter lower or upper case, the rest untouched: "Omsorgsnämnden" ⇄ "omsorgsnämnden". */
struct str8 utf8_lower_first(struct arena *a, struct str8 s);
struct str8 utf8_upper_first(struct arena *a, struct str8 s);

/* å ä ö é ü … as ASCII, in lower case: "Ställning" gives "stallning". For names that a user may
 * write either way. */
struct str8 utf8_ascii(struct arena *a, struct str8 s);

/* Are two names the same, with or without å ä ö and capitals? */
bool utf8_same_name(struct str8 a, struct str8 b);

/* What a character is to Unicode: a letter or digit, white space (no-break spaces too), punctuation
 * (in ASCII all that is printed and no letter or digit), or anything else. */
enum utf8_class { UTF8_OTHER, UTF8_WORD, UTF8_SPACE, UTF8_PUNCTUATION };
enum utf8_class utf8_classify(uint32_t c);

/* Where lines may be broken (Unicode line breaking, UAX 14; beyond that not after a hyphen that
 * begins a word, two of them or one after a single letter, --svar and e-post, nor after the dash in
 * 10–12): sets breaks[i] for each byte i of `s`
 * (the array has s.n places) to UTF8_BREAK_MAY if a line may end before it, UTF8_BREAK_MUST if it
 * must, else 0. */
enum { UTF8_BREAK_NO, UTF8_BREAK_MAY, UTF8_BREAK_MUST };
void utf8_line_breaks(struct str8 s, char *breaks);

#endif
