/* The writing rules of Swedish authorities (Språkrådet, Myndigheternas skrivregler) that a program
 * can see broken: each finding gives the words and how they are written instead. */
#include "review/private.h"

#include <string.h>

#include "base/utf8.h"

/* Words to be changed, in a paragraph, and what to write. */
struct hit {
    size_t from, to;
    struct str8 mend;
};

struct skriv {
    const char *rule;
    /* Is the rule broken at s.p[at]? Fills in `h`. */
    bool (*find)(struct arena *a, struct str8 s, size_t at, struct hit *h);
    bool cells; /* heeded in tables too */
    const char *why;
};

static bool is_digit(struct str8 s, size_t at) {
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool is_small(struct str8 s, size_t at) {
    return at < s.n && s.p[at] >= 'a' && s.p[at] <= 'z';
}

/* A letter or digit; whatever is not ASCII is taken for one. */
static bool is_word(struct str8 s, size_t at) {
    if (at >= s.n)
        return false;
    unsigned char c = (unsigned char)s.p[at];
    return c >= 0x80 || is_digit(s, at) || is_small(s, at) || (c >= 'A' && c <= 'Z');
}

static bool begins_word(struct str8 s, size_t at) {
    return at == 0 || !is_word(s, at - 1);
}

static size_t past_digits(struct str8 s, size_t at) {
    while (is_digit(s, at))
        at++;
    return at;
}

/* `what` stands at `at`. */
static bool is_at(struct str8 s, size_t at, const char *what) {
    return s8_starts(s8_skip(s, at), s8_from(what));
}

static size_t word_start(struct str8 s, size_t at) {
    while (at > 0 && s.p[at - 1] != ' ')
        at--;
    return at;
}

static size_t word_end(struct str8 s, size_t at) {
    while (at < s.n && s.p[at] != ' ')
        at++;
    return at;
}

/* "kap.4", "kap 4" */
static bool kap(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    if (!begins_word(s, at) || !(is_at(s, at, "kap") || is_at(s, at, "Kap")))
        return false;
    size_t digits = at + 3;
    if (is_at(s, digits, ".") || is_at(s, digits, " "))
        digits++;
    if (!is_digit(s, digits))
        return false;
    h->to = past_digits(s, digits);
    h->mend = arena_printf(a, "%.3s. %.*s", s.p + at, S8F(s8_sub(s, digits, h->to)));
    return true;
}

/* "3a §", "3§" */
static bool paragraf(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    if (!is_digit(s, at) || !begins_word(s, at))
        return false;
    size_t digits = past_digits(s, at), i = digits;
    bool letter = is_small(s, i), space = is_at(s, i + letter, " ");
    i += (size_t)letter + space;
    if (!is_at(s, i, "§") || (!letter && space))
        return false;
    h->to = i + strlen("§");
    h->mend = arena_printf(a, "%.*s%s%.*s §", S8F(s8_sub(s, at, digits)), letter ? " " : "",
                           S8F(s8_sub(s, digits, digits + letter)));
    return true;
}

/* Is a law meant shortly before? "§ 25" alone may be a paragraph of a protocol. */
static bool after_law(struct str8 s, size_t at) {
    enum { NEAR = 40 };
    static const char *const words[] = {"kap.", "lag ", "lagen ", "lagens ", "balk", "förordning",
                                        "HSL ", "SoL ", "LSS ",   "OSL ",    "KL ",  "PSL "};
    struct str8 before = s8_sub(s, at > NEAR ? at - NEAR : 0, at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (s8_find(before, s8_from(words[i])) >= 0)
            return true;
    return false;
}

/* "§ 3 a", "kap. 4 § 3" */
static bool tecken_forst(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    if (!is_at(s, at, "§ ") || (at >= 2 && is_digit(s, at - 2)))
        return false;
    size_t digits = at + strlen("§ "), i = past_digits(s, digits);
    if (i == digits)
        return false;
    size_t letter = i + is_at(s, i, " ");
    bool lettered = is_small(s, letter) && s.p[letter] <= 'h' && !is_word(s, letter + 1);
    if (!lettered && !after_law(s, at))
        return false;
    h->to = lettered ? letter + 1 : i;
    h->mend = arena_printf(a, "%.*s%s%.*s §", S8F(s8_sub(s, digits, i)), lettered ? " " : "",
                           S8F(s8_sub(s, letter, letter + lettered)));
    return true;
}

/* "7.2.2." where no sentence ends */
static bool slutpunkt(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    size_t i = at, parts = 0;
    if (!is_digit(s, at) || (at > 0 && s.p[at - 1] != ' ' && s.p[at - 1] != '('))
        return false;
    while (is_digit(s, i)) {
        i = past_digits(s, i);
        parts++;
        if (!is_at(s, i, "."))
            return false;
        i++;
    }
    bool more = is_at(s, i, ")") || is_at(s, i, ",") ||
                (is_at(s, i, " ") && (at == 0 || is_small(s, i + 1) || is_at(s, i + 1, "ä") ||
                                      is_at(s, i + 1, "å") || is_at(s, i + 1, "ö")));
    if (parts < 2 || !more)
        return false;
    h->to = i;
    h->mend = arena_str8(a, s8_sub(s, at, i - 1));
    return true;
}

/* "14 %" */
static bool procent(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    if (s.p[at] != '%')
        return false;
    size_t to = at > 0 && s.p[at - 1] == ' ' ? at - 1 : at, from = to;
    while (from > 0 && (is_digit(s, from - 1) || (s.p[from - 1] == ',' && is_digit(s, from))))
        from--;
    if (from == to)
        return false;
    h->from = from;
    h->to = at + 1;
    h->mend = arena_printf(a, "%.*s procent", S8F(s8_sub(s, from, to)));
    return true;
}

static const struct {
    const char *wrong, *right;
} abbreviations[] = {
    {"t ex", "t.ex."},     {"t. ex.", "t.ex."}, {"t.ex", "t.ex."},     {"bl a", "bl.a."},
    {"bl. a.", "bl.a."},   {"bl.a", "bl.a."},   {"m m", "m.m."},       {"m. m.", "m.m."},
    {"m.m", "m.m."},       {"m fl", "m.fl."},   {"m. fl.", "m.fl."},   {"m.fl", "m.fl."},
    {"dvs", "dvs."},       {"d v s", "dvs."},   {"o s v", "osv."},     {"osv", "osv."},
    {"etc", "etc."},       {"s k", "s.k."},     {"s. k.", "s.k."},     {"s.k", "s.k."},
    {"f d", "f.d."},       {"f n", "f.n."},     {"fr o m", "fr.o.m."}, {"t o m", "t.o.m."},
    {"p g a", "p.g.a."},   {"pga", "p.g.a."},   {"e d", "e.d."},       {"o d", "o.d."},
    {"fr.o.m", "fr.o.m."}, {"t.o.m", "t.o.m."}, {"p.g.a", "p.g.a."},   {"i st f", "i stället för"}};

/* "t ex", "bl a", "dvs" */
static bool forkortning(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    if (!begins_word(s, at) || (at > 0 && s.p[at - 1] == '.'))
        return false;
    bool capital = s.p[at] >= 'A' && s.p[at] <= 'Z';
    char first = (char)(capital ? s.p[at] - 'A' + 'a' : s.p[at]);
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++) {
        struct str8 wrong = s8_from(abbreviations[i].wrong);
        size_t end = at + wrong.n;
        if (first != wrong.p[0] || end > s.n || !s8_eq(s8_sub(s, at + 1, end), s8_skip(wrong, 1)) ||
            is_word(s, end) ||
            (wrong.p[wrong.n - 1] != '.' && is_at(s, end, ".") && s8_find(wrong, S8(" ")) < 0))
            continue;
        h->to = end + (wrong.p[wrong.n - 1] != '.' && is_at(s, end, "."));
        struct str8 right = s8_from(abbreviations[i].right);
        h->mend = arena_printf(a, "%c%.*s", s.p[at], S8F(s8_skip(right, 1)));
        return true;
    }
    return false;
}

/* "kl 14.00", "kl. 14:00" */
static bool klockslag(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    if (!begins_word(s, at) || !(is_at(s, at, "kl ") || is_at(s, at, "kl. ")))
        return false;
    size_t from = at + (s.p[at + 2] == '.' ? 4 : 3), i = past_digits(s, from), end;
    if (i == from || i - from > 2)
        return false;
    bool parted = (is_at(s, i, ":") || is_at(s, i, ".")) && is_digit(s, i + 1);
    end = parted ? past_digits(s, i + 1) : i;
    if (s.p[at + 2] == '.' && !(parted && s.p[i] == ':'))
        return false;
    h->to = end;
    h->mend = arena_printf(a, "kl. %.*s%s%.*s", S8F(s8_sub(s, from, i)), parted ? "." : "",
                           S8F(s8_sub(s, parted ? i + 1 : end, end)));
    return true;
}

/* ",,", "..", "!!", ",." */
static bool dubbla_tecken(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    size_t run = 1;
    if (at == 0 || !strchr(".,;:!?", s.p[at]) || s.p[at - 1] == ' ' || s.p[at - 1] == s.p[at])
        return false;
    while (at + run < s.n && s.p[at + run] == s.p[at])
        run++;
    bool mixed = run == 1 && at + 1 < s.n && strchr(".,;:", s.p[at + 1]) && s.p[at] != '.' &&
                 s.p[at] != '!' && s.p[at] != '?';
    if (!mixed && (run == 1 || (s.p[at] == '.' && run == 3)))
        return false;
    h->from = word_start(s, at);
    h->to = at + (mixed ? 2 : run);
    h->mend = arena_printf(a, "%.*s%s", S8F(s8_sub(s, h->from, at + !mixed)),
                           mixed ? (char[]){s.p[at + 1], 0} : "");
    if (s.p[at] == '.' && run > 3)
        h->mend = arena_printf(a, "%.*s …", S8F(s8_sub(s, h->from, at)));
    return true;
}

/* "ord ,", "( ord" */
static bool mellanrum(struct arena *a, struct str8 s, size_t at, struct hit *h) {
    if (s.p[at] == '(' && is_at(s, at + 1, " ")) {
        h->to = word_end(s, at + 2);
        h->mend = arena_printf(a, "(%.*s", S8F(s8_sub(s, at + 2, h->to)));
        return true;
    }
    if (s.p[at] != ' ' || at == 0 || at + 1 >= s.n || !strchr(".,;:!?)", s.p[at + 1]) ||
        (at + 2 < s.n && s.p[at + 2] != ' ' && s.p[at + 1] != ')'))
        return false;
    h->from = word_start(s, at);
    h->to = at + 2;
    h->mend = arena_printf(a, "%.*s%c", S8F(s8_sub(s, h->from, at)), s.p[at + 1]);
    return true;
}

static const struct skriv rules[] = {
    {"skriv-kapitel", kap, true, "Efter ”kap.” står ett blanksteg."},
    {"skriv-paragraf", paragraf, true,
     "Siffra, bokstav och paragraftecken skrivs med blanksteg emellan."},
    {"skriv-paragraftecken", tecken_forst, true, "I en lag står paragraftecknet efter numret."},
    {"skriv-slutpunkt", slutpunkt, true, "Ett avsnittsnummer slutar inte med punkt."},
    {"skriv-procent", procent, false, "I löpande text skrivs ordet ut."},
    {"skriv-förkortning", forkortning, true, "Förkortningen skrivs med punkt och utan blanksteg."},
    {"skriv-klockslag", klockslag, true, "Klockslag skrivs med punkt."},
    {"skriv-skiljetecken", dubbla_tecken, true, "Skiljetecknet står en gång."},
    {"skriv-mellanrum", mellanrum, false, "Skiljetecknet står direkt intill ordet."},
};

/* One finding per field and wording. */
static bool told_before(const struct review *r, size_t since, const char *rule, struct str8 text) {
    for (size_t i = since; i < r->n; i++)
        if (s8_eqz(r->found[i].rule, rule) && s8_eq(r->found[i].text, text))
            return true;
    return false;
}

void review_mend(struct review *r, const char *rule, const struct review_text *t, size_t since,
                 struct str8 words, struct str8 mend, const char *why) {
    struct str8 text = arena_printf(r->arena, "%.*s: ”%.*s” skrivs ”%.*s”.", S8F(t->where.plats),
                                    S8F(words), S8F(mend));
    if (!told_before(r, since, rule, text))
        review_add(r, rule, SEV_HINT, t->where, text, s8_from(why));
}

static void check_para(struct review *r, const struct review_text *t, size_t since,
                       const struct prose_para *p) {
    for (size_t at = 0; at < p->text.n; at++) {
        for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
            struct hit h = {.from = at};
            if ((p->kind == PROSE_CELL && !rules[i].cells) ||
                !rules[i].find(r->arena, p->text, at, &h))
                continue;
            review_mend(r, rules[i].rule, t, since, s8_sub(p->text, h.from, h.to), h.mend,
                        rules[i].why);
        }
    }
}

/* "-", "1.", "##": what a line of Markdown may begin with. */
static bool is_marker(struct str8 s) {
    for (size_t i = 0; i < s.n; i++)
        if (!strchr("-*+#>.)0123456789", s.p[i]))
            return false;
    return true;
}

/* Spaces after each other, which Markdown swallows but a reader of the text meets: in the line
 * itself, not where it is indented, ends or stands in a table. */
static void check_line(struct review *r, const struct review_text *t, size_t since,
                       struct str8 line) {
    ptrdiff_t hit = s8_find(line, S8("  "));
    if (hit <= 0 || line.p[0] == '|' || is_marker(s8_sub(line, 0, (size_t)hit)))
        return;
    size_t from = word_start(line, (size_t)hit), to = (size_t)hit;
    while (is_at(line, to, " "))
        to++;
    size_t end = word_end(line, to);
    review_mend(r, "skriv-blanksteg", t, since, s8_sub(line, from, end),
                arena_printf(r->arena, "%.*s %.*s", S8F(s8_sub(line, from, (size_t)hit)),
                             S8F(s8_sub(line, to, end))),
                "Mellan två ord står ett blanksteg.");
}

static void check_spaces(struct review *r, const struct review_text *t, size_t since) {
    struct str8 rest = t->raw, line;
    bool code = false;
    while (s8_line(&rest, &line)) {
        line = s8_trim(line);
        if (s8_starts(line, S8("```")) || s8_starts(line, S8("~~~")))
            code = !code;
        else if (!code)
            check_line(r, t, since, line);
    }
}

void review_skriv(struct review *r) {
    for (size_t i = 0; i < r->n_text; i++) {
        const struct review_text *t = &r->text[i];
        size_t since = r->n;
        for (size_t k = 0; k < t->prose.n; k++)
            check_para(r, t, since, &t->prose.para[k]);
        check_spaces(r, t, since);
    }
}
