#include "doc/typografi_regler.h"

#include "base/utf8.h"

#define NBSP "\u00A0"
#define NBSP_LEN 2

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/* A letter of ASCII, or a byte of any other character but a no-break space. */
static bool is_letter(struct str8 t, size_t at) {
    if (at >= t.n || s8_starts(s8_skip(t, at), S8(NBSP)))
        return false;
    return is_lower(t.p[at]) || is_upper(t.p[at]) || (t.p[at] & 0x80);
}

static char char_at(struct str8 t, size_t at) {
    return at < t.n ? t.p[at] : '\n';
}

/* ---- words on both sides of a space ---- */

static bool is_end(struct str8 t, size_t at) {
    char c = t.p[at];
    return c == ' ' || c == '\n' || c == TYPOGRAFI_OTHER || s8_starts(s8_skip(t, at), S8(NBSP));
}

/* No word that a rule looks for is longer; one that is does not make every hyphen in it slow. */
enum { WORD_MAX_LEN = 64 };

/* The word that ends at `end`, or its end. */
static struct str8 word_before(struct str8 t, size_t end) {
    size_t i = end;
    while (i > 0 && end - i < WORD_MAX_LEN && !is_end(t, i - 1) &&
           !(i > 1 && is_end(t, i - 2) && t.p[i - 1] == '\xA0'))
        i--;
    return s8_sub(t, i, end);
}

static struct str8 word_after(struct str8 t, size_t start) {
    size_t i = start;
    while (i < t.n && i - start < WORD_MAX_LEN && !is_end(t, i))
        i++;
    return s8_sub(t, start, i);
}

/* The word before the one given, if nothing but a space is between. */
static struct str8 word_before_that(struct str8 t, struct str8 word) {
    size_t at = (size_t)(word.p - t.p);
    if (at > 0 && t.p[at - 1] == ' ')
        return word_before(t, at - 1);
    if (at > 1 && s8_starts(s8_skip(t, at - NBSP_LEN), S8(NBSP)))
        return word_before(t, at - NBSP_LEN);
    return S8("");
}

static struct str8 word_after_that(struct str8 t, struct str8 word) {
    size_t at = (size_t)(word.p - t.p) + word.n;
    if (at < t.n && t.p[at] == ' ')
        return word_after(t, at + 1);
    if (s8_starts(s8_skip(t, at), S8(NBSP)))
        return word_after(t, at + NBSP_LEN);
    return S8("");
}

/* Without brackets and quotes in front. */
static struct str8 opened(struct str8 w) {
    static const struct str8 signs[] = {S8I("("), S8I("["), S8I("\""),
                                        S8I("”"), S8I("“"), S8I("„")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (s8_starts(w, signs[i]))
            return opened(s8_skip(w, signs[i].n));
    return w;
}

/* Does the text begin with the word, as a whole word? */
static bool begins(struct str8 text, struct str8 word) {
    return s8_starts(text, word) && !is_letter(text, word.n);
}

/* Is it that word, perhaps with a capital first? */
static bool is_word(struct str8 w, struct str8 word) {
    if (w.n != word.n || w.n == 0)
        return false;
    bool first = w.p[0] == word.p[0] || (is_lower(word.p[0]) && w.p[0] == word.p[0] - 'a' + 'A');
    return first && s8_eq(s8_skip(w, 1), s8_skip(word, 1));
}

static bool all_digits(struct str8 w) {
    for (size_t i = 0; i < w.n; i++)
        if (!is_digit(w.p[i]))
            return false;
    return w.n > 0;
}

static bool ends_in_digit(struct str8 w) {
    return w.n && is_digit(w.p[w.n - 1]);
}

static bool starts_with_digit(struct str8 w) {
    return w.n && is_digit(w.p[0]);
}

/* ---- no-break spaces ---- */

/* "SOU" in "SOU 2024:72": a number belongs to it. */
static bool takes_number(struct str8 w) {
    static const struct str8 words[] = {
        S8I("SOU"),     S8I("Ds"),      S8I("SFS"),       S8I("PM"),   S8I("dir."),
        S8I("prop."),   S8I("bet."),    S8I("rskr."),     S8I("skr."), S8I("kap."),
        S8I("kapitel"), S8I("avsnitt"), S8I("avsnitten"), S8I("nr"),   S8I("art."),
        S8I("artikel"), S8I("sidan"),   S8I("sidorna"),   S8I("sid."), S8I("kl."),
        S8I("tabell"),  S8I("figur"),   S8I("bilaga"),    S8I("§"),    S8I("§§")};
    w = opened(w);
    if (s8_eqz(w, "s."))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(w, words[i]))
            return true;
    return false;
}

/* "procent" in "5 procent": it belongs to the number before. */
static bool follows_number(struct str8 w) {
    static const struct str8 words[] = {S8I("kap."),
                                        S8I("§"),
                                        S8I("§§"),
                                        S8I("%"),
                                        S8I("‰"),
                                        S8I("procent"),
                                        S8I("kr"),
                                        S8I("kronor"),
                                        S8I("tkr"),
                                        S8I("mkr"),
                                        S8I("mnkr"),
                                        S8I("mdkr"),
                                        S8I("st."),
                                        S8I("f."),
                                        S8I("ff."),
                                        S8I("miljon"),
                                        S8I("miljoner"),
                                        S8I("miljard"),
                                        S8I("euro"),
                                        S8I("°C"),
                                        S8I("procentenhet"),
                                        S8I("procentenheter"),
                                        S8I("promille"),
                                        S8I("miljarder")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins(w, words[i]))
            return true;
    return false;
}

static bool is_month(struct str8 w) {
    static const struct str8 months[] = {S8I("januari"), S8I("februari"), S8I("mars"),
                                         S8I("april"),   S8I("maj"),      S8I("juni"),
                                         S8I("juli"),    S8I("augusti"),  S8I("september"),
                                         S8I("oktober"), S8I("november"), S8I("december")};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (begins(w, months[i]))
            return true;
    return false;
}

/* "1" and "31", also at the end of "14–16". */
static bool ends_in_day(struct str8 w) {
    size_t i = w.n;
    while (i && is_digit(w.p[i - 1]))
        i--;
    int day;
    return s8_uint(s8_skip(w, i), &day) && day >= 1 && day <= 31;
}

/* "3 a" of "3 a §": the letter after a number, before the sign. */
static bool is_letter_of_number(struct str8 t, struct str8 letter) {
    static const struct str8 signs[] = {S8I("§§"), S8I("§"), S8I("kap.")};
    struct str8 next = word_after_that(t, letter);
    if (letter.n != 1 || !is_lower(letter.p[0]) || !ends_in_digit(word_before_that(t, letter)))
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (begins(next, signs[i]))
            return true;
    return false;
}

/* "1" and "100" of "1 100". */
static bool is_group(struct str8 left, struct str8 right) {
    left = opened(left);
    if (left.n && (left.p[0] == '-' || left.p[0] == '+'))
        left = s8_skip(left, 1);
    bool three = right.n >= 3 && all_digits(s8_sub(right, 0, 3)) && !is_digit(char_at(right, 3));
    char next = char_at(right, 3);
    bool coded = (next == '-' || next == '/' || next == ':') && is_digit(char_at(right, 4));
    return all_digits(left) && left.n <= 3 && three && !coded && !is_letter(right, 3);
}

/* "A." of "A. Andersson" and "A. B. Andersson", not of "alternativ A. Nämnden". */
static bool is_initial(struct str8 t, struct str8 w, struct str8 next) {
    static const struct str8 words[] = {S8I("av"),   S8I("från"), S8I("hos"),
                                        S8I("till"), S8I("för"),  S8I("med")};
    struct str8 before = word_before_that(t, w);
    w = opened(w);
    if (w.n != 2 || !is_upper(w.p[0]) || w.p[1] != '.' || next.n == 0 ||
        !(is_upper(next.p[0]) || s8_starts(next, S8("Å")) || s8_starts(next, S8("Ä")) ||
          s8_starts(next, S8("Ö"))))
        return false;
    bool name = before.n == 0 || is_upper(before.p[0]) || (before.p[0] & 0x80);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        name = name || s8_eq(before, words[i]);
    return name;
}

/* Must a line not end at this space? */
static bool holds(struct str8 t, size_t space) {
    struct str8 left = word_before(t, space), right = word_after(t, space + 1);
    if (left.n == 0 || right.n == 0)
        return false;
    if (starts_with_digit(right) && (takes_number(left) || is_group(left, right)))
        return true;
    if (ends_in_digit(left) && (follows_number(right) || is_letter_of_number(t, right)))
        return true;
    if (is_month(right) && ends_in_day(left))
        return true;
    return is_letter_of_number(t, left) || is_initial(t, left, right);
}

/* ---- dashes ---- */

/* Digits up to `end`, or from `start`. */
static struct str8 digits_before(struct str8 t, size_t end) {
    size_t i = end;
    while (i && is_digit(t.p[i - 1]))
        i--;
    return s8_sub(t, i, end);
}

static struct str8 digits_after(struct str8 t, size_t start) {
    size_t i = start;
    while (i < t.n && is_digit(t.p[i]))
        i++;
    return s8_sub(t, start, i);
}

static bool is_year(struct str8 w, int *year) {
    return w.n == 4 && s8_uint(w, year) && *year >= 1900 && *year < 2100;
}

/* "ON" and "dnr": what comes after is a diarienummer. */
static bool names_a_file(struct str8 w) {
    size_t capitals = 0;
    w = opened(w);
    for (size_t i = 0; i < w.n; i++)
        capitals += is_upper(w.p[i]);
    return (capitals > 1 && capitals == w.n) || is_word(w, S8("dnr")) || is_word(w, S8("dnr:")) ||
           is_word(w, S8("diarienummer")) || is_word(w, S8("diarienummer:"));
}

/* Is the hyphen at `at` between two years, pages or paragraphs, and part of no longer code? */
static bool is_range(struct str8 t, size_t at) {
    struct str8 from = digits_before(t, at), to = digits_after(t, at + 1);
    size_t start = at - from.n, end = at + 1 + to.n;
    if (from.n == 0 || to.n == 0)
        return false;
    struct str8 before = word_before(t, start), word = word_before_that(t, s8_sub(t, start, at));
    char next = char_at(t, end);
    bool coded = opened(before).n || next == '-' || next == '/' || next == ':' ||
                 is_letter(t, end) || (next == '.' && is_digit(char_at(t, end + 1)));
    int first, last;
    if (coded)
        return false;
    if (before.n)
        word = S8("");
    bool whole = start == 0 && end == t.n; /* a cell with nothing else might be a diarienummer */
    if (is_year(from, &first) && is_year(to, &last))
        return first < last && !whole && !names_a_file(word);
    struct str8 after = word_after_that(t, s8_sub(t, at + 1, end));
    word = opened(word);
    return s8_eqz(word, "s.") || s8_eqz(word, "§§") || is_word(word, S8("sid.")) ||
           is_word(word, S8("sidorna")) || s8_starts(after, S8("§§"));
}

/* A hyphen with spaces on both sides, but between numbers. */
static bool is_spaced(struct str8 t, size_t at) {
    if (at == 0 || t.p[at - 1] != ' ' || char_at(t, at + 1) != ' ')
        return false;
    struct str8 left = word_before(t, at - 1), right = word_after(t, at + 2);
    return left.n && right.n && !(ends_in_digit(left) && starts_with_digit(right));
}

/* ---- one pass ---- */

static void change(struct typografi_block *b, size_t at, size_t n, struct str8 with) {
    for (size_t i = 0; i < n; i++)
        if (b->locked[at + i])
            return;
    *ARENA_PUSH(b->arena, b->edit, b->n, b->cap) = (struct typografi_edit){at, n, with};
}

/* A quotation mark, how long it is; 0 for none. What stands right after a digit with nothing open
 * is a sign for inches or seconds. */
static size_t quote_at(struct str8 t, size_t at, bool open) {
    struct str8 rest = s8_skip(t, at);
    if (s8_starts(rest, S8("“")) || s8_starts(rest, S8("„")) || s8_starts(rest, S8("”")))
        return 3;
    return t.p[at] == '"' && (open || at == 0 || !is_digit(t.p[at - 1]));
}

static bool is_ellipsis(struct str8 t, size_t at) {
    return s8_starts(s8_skip(t, at), S8("...")) && char_at(t, at + 3) != '.' &&
           (at == 0 || t.p[at - 1] != '.');
}

void typografi_rules(struct typografi_block *b) {
    struct str8 t = b->text;
    bool open = false;
    for (size_t i = 0; i < t.n; i++) {
        size_t quote = quote_at(t, i, open);
        if (t.p[i] == ' ' && holds(t, i))
            change(b, i, 1, S8(NBSP));
        if (b->spaces_only)
            continue;
        if (quote) {
            open = !open;
            if (!s8_starts(s8_skip(t, i), S8("”")))
                change(b, i, quote, S8("”"));
        } else if (t.p[i] == '-' && (is_spaced(t, i) || is_range(t, i))) {
            change(b, i, 1, S8("–"));
        } else if (is_ellipsis(t, i)) {
            change(b, i, 3, S8("…"));
        }
    }
}
