#include "review/termer.h"

#include "base/utf8.h"

/* A term's words have at most so many; a profile with more of them in one term is not heeded. */
enum { WORDS_MAX = 12 };

/* ---- letters and words ---- */

/* The small letter of a capital one, within the letters of Western Europe. */
static uint32_t small(uint32_t c) {
    bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    return capital ? c + 0x20 : c;
}

static bool is_letter_at(struct str8 t, size_t at) {
    size_t len;
    return at < t.n && utf8_classify(utf8_decode(t, at, &len)) == UTF8_WORD;
}

static bool is_letter_before(struct str8 t, size_t at) {
    if (at == 0)
        return false;
    size_t i = at - 1;
    while (i > 0 && (t.p[i] & 0xC0) == 0x80)
        i--;
    return is_letter_at(t, i);
}

/* How many bytes of `t` from `at` on are `word`, small and capital letters alike; 0 if they are
 * not. */
static size_t same_at(struct str8 t, size_t at, struct str8 word) {
    size_t i = at, k = 0, len, word_len;
    while (k < word.n) {
        if (i >= t.n || small(utf8_decode(t, i, &len)) != small(utf8_decode(word, k, &word_len)))
            return 0;
        i += len;
        k += word_len;
    }
    return i - at;
}

/* White space from `at` on, but no empty line. */
static size_t gap_at(struct str8 t, size_t at) {
    size_t i = at, lines = 0, len;
    while (i < t.n && utf8_classify(utf8_decode(t, i, &len)) == UTF8_SPACE) {
        lines += t.p[i] == '\n';
        i += len;
    }
    return lines > 1 ? 0 : i - at;
}

static size_t split(struct str8 s, struct str8 out[WORDS_MAX]) {
    size_t n = 0;
    for (struct str8 rest = s; rest.p && n < WORDS_MAX;) {
        struct str8 word = s8_cut(&rest, ' ');
        if (word.n)
            out[n++] = word;
    }
    return n;
}

/* ---- matching ---- */

/* A term's words where they stand: each as it stands, and what it ends in. */
struct match {
    size_t at, n, words;
    struct {
        struct str8 form, ending;
        bool cut; /* the ending comes in the place of the word's last letter */
    } word[WORDS_MAX];
};

static struct str8 one_of(struct str8 t, size_t at, const struct str8 *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (same_at(t, at, list[i]) && !is_letter_at(t, at + list[i].n))
            return s8_sub(t, at, at + list[i].n);
    return s8_sub(t, at, at);
}

/* What a Swedish noun or adjective may end in. */
static struct str8 ending_at(struct str8 t, size_t at) {
    static const struct str8 all[] = {
        S8I("arnas"), S8I("ornas"), S8I("ernas"), S8I("arna"), S8I("orna"), S8I("erna"),
        S8I("rnas"),  S8I("rna"),   S8I("nas"),   S8I("na"),   S8I("ens"),  S8I("ets"),
        S8I("en"),    S8I("et"),    S8I("ar"),    S8I("or"),   S8I("er"),   S8I("ns"),
        S8I("ts"),    S8I("as"),    S8I("es"),    S8I("a"),    S8I("e"),    S8I("n"),
        S8I("r"),     S8I("s"),     S8I("t")};
    return one_of(t, at, all, sizeof all / sizeof *all);
}

/* The same after a word that loses its last vowel: "brukare", "brukarna"; "skola", "skolorna". */
static struct str8 plural_at(struct str8 t, size_t at) {
    static const struct str8 all[] = {S8I("na"),   S8I("nas"),   S8I("ar"), S8I("ars"),
                                      S8I("arna"), S8I("arnas"), S8I("or"), S8I("ors"),
                                      S8I("orna"), S8I("ornas")};
    return one_of(t, at, all, sizeof all / sizeof *all);
}

/* One word at `at`, with an ending where it is long enough to have one. */
static bool match_word(struct str8 t, size_t at, struct str8 word, bool inflected,
                       struct match *m) {
    enum { SHORT = 4 };
    size_t n = same_at(t, at, word);
    bool vowel = s8_ends(word, S8("a")) || s8_ends(word, S8("e")), cut = false;
    bool may = inflected && word.n >= SHORT && is_letter_before(word, word.n);
    struct str8 ending = n && may ? ending_at(t, at + n) : (struct str8){0};
    if (may && vowel && (n == 0 || is_letter_at(t, at + n + ending.n))) {
        n = same_at(t, at, s8_sub(word, 0, word.n - 1));
        ending = n ? plural_at(t, at + n) : (struct str8){0};
        cut = true;
        n = ending.n ? n : 0;
    }
    if (n == 0 || (is_letter_before(t, at + n) && is_letter_at(t, at + n + ending.n)))
        return false;
    m->word[m->words].form = s8_sub(t, at, at + n + ending.n);
    m->word[m->words].ending = ending;
    m->word[m->words++].cut = cut;
    return true;
}

/* Do the words stand at `at`, as whole words? */
static bool match_at(struct str8 t, size_t at, struct str8 words, bool inflected, struct match *m) {
    struct str8 word[WORDS_MAX];
    size_t n = split(words, word), i = at;
    *m = (struct match){.at = at};
    bool inside = is_letter_before(t, at) || (at > 0 && t.p[at - 1] == '-');
    if (n == 0 || n == WORDS_MAX || inside)
        return false;
    for (size_t w = 0; w < n; w++) {
        size_t gap = w ? gap_at(t, i) : 0;
        if ((w && gap == 0) || !match_word(t, i + gap, word[w], inflected, m))
            return false;
        i += gap + m->word[w].form.n;
    }
    m->n = i - at;
    bool compound = i + 1 < t.n && t.p[i] == '-' && is_letter_at(t, i + 1);
    return !compound;
}

/* Does any avoided word stand in the text? */
static bool holds_term(const struct profil *p, struct str8 t) {
    struct match m;
    for (size_t at = 0; at < t.n; at++)
        for (size_t i = 0; i < p->n_term; i++)
            for (size_t k = 0; k < p->term[i].n_undvik; k++)
                if (match_at(t, at, p->term[i].undvik[k], true, &m))
                    return true;
    return false;
}

/* ---- what is not the organisation's own words ---- */

static void lock(char *locked, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        locked[i] = 1;
}

/* How long the words of a title are at `at`, whatever white space is between them; 0 if they are
 * not there. */
static size_t title_at(struct str8 t, size_t at, struct str8 title) {
    size_t i = at;
    for (struct str8 rest = title; rest.p;) {
        struct str8 word = s8_cut(&rest, ' ');
        size_t gap = i > at ? gap_at(t, i) : 0, n = same_at(t, i + gap, word);
        if (word.n == 0)
            continue;
        if (n == 0 || (i > at && gap == 0))
            return 0;
        i += gap + n;
    }
    return i - at;
}

/* Everywhere that a title or a name stands; one without a term in it is nothing to look for. */
static void lock_title(char *locked, const struct profil *p, struct str8 t, struct str8 title) {
    if (!holds_term(p, title))
        return;
    for (size_t at = 0; at < t.n; at++)
        lock(locked, at, at + title_at(t, at, title));
}

static void lock_names(char *locked, const struct draft *d, struct str8 t) {
    static const int fields[] = {ARENDE_ORGANISATION,  ARENDE_NAMND,        ARENDE_FORVALTNING,
                                 ARENDE_BESLUTANDE,    ARENDE_ADRESSAT,     ARENDE_MOTTAGARE,
                                 ARENDE_REMISSINSTANS, ARENDE_ARBETSUTSKOTT};
    const struct betankande *b = d->betankande;
    const struct profil *p = d->profil;
    lock_title(locked, p, t, b->titel);
    lock_title(locked, p, t, b->utredning);
    for (size_t i = 0; i < b->n_avsnitt; i++)
        lock_title(locked, p, t, b->avsnitt[i].titel);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        lock_title(locked, p, t, arende_value(d->arende, fields[i]));
}

/* The preferred words, which may have avoided ones in them. */
static void lock_preferred(char *locked, const struct profil *p, struct str8 t) {
    struct match m;
    for (size_t at = 0; at < t.n; at++)
        for (size_t i = 0; i < p->n_term; i++)
            if (match_at(t, at, p->term[i].ord, true, &m))
                lock(locked, at, at + m.n);
}

/* The end of the paragraph that `at` is in. */
static size_t para_end(struct str8 t, size_t at) {
    ptrdiff_t end = s8_find(s8_skip(t, at), S8("\n\n"));
    return end < 0 ? t.n : at + (size_t)end;
}

/* How long the quotation mark at `at` is; 0 for none. */
static size_t quote_at(struct str8 t, size_t at) {
    static const struct str8 signs[] = {S8I("”"), S8I("\""), S8I("“"),
                                        S8I("„"), S8I("»"),  S8I("«")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (s8_starts(s8_skip(t, at), signs[i]))
            return signs[i].n;
    return 0;
}

/* From each quotation mark to the next one in its paragraph. */
static void lock_quotes(char *locked, struct str8 t) {
    for (size_t at = 0, n; at < t.n; at++) {
        if ((n = quote_at(t, at)) == 0)
            continue;
        size_t end = para_end(t, at), i = at + n;
        while (i < end && quote_at(t, i) == 0)
            i++;
        if (i == end)
            continue;
        lock(locked, at, i);
        at = i + quote_at(t, i) - 1;
    }
}

/* From a sign to the one that closes it, in the same paragraph. */
static void lock_between(char *locked, struct str8 t, struct str8 opens, struct str8 closes) {
    for (size_t at = 0; at < t.n;) {
        ptrdiff_t hit = s8_find(s8_skip(t, at), opens);
        if (hit < 0)
            return;
        size_t from = at + (size_t)hit, inside = from + opens.n;
        ptrdiff_t end = s8_find(s8_sub(t, inside, para_end(t, inside)), closes);
        at = end < 0 ? inside : inside + (size_t)end + closes.n;
        if (end >= 0)
            lock(locked, from, at);
    }
}

static bool is_address(struct str8 word) {
    return s8_find(word, S8("://")) >= 0 || s8_find(word, S8("www.")) >= 0 ||
           s8_find(word, S8("@")) >= 0;
}

static void lock_addresses(char *locked, struct str8 t) {
    for (size_t i = 0, end; i < t.n; i = end + 1) {
        for (end = i; end < t.n && t.p[end] != ' ' && t.p[end] != '\n';)
            end++;
        if (is_address(s8_sub(t, i, end)))
            lock(locked, i, end);
    }
}

/* Quoted blocks with the lines that go on from them, and code between fences. */
static void lock_lines(char *locked, struct str8 t) {
    struct str8 rest = t, line;
    bool fenced = false, quoted = false;
    while (s8_line(&rest, &line)) {
        size_t at = (size_t)(line.p - t.p);
        struct str8 words = s8_trim(line);
        bool fence = s8_starts(words, S8("```")) || s8_starts(words, S8("~~~"));
        quoted = words.n && (quoted || s8_starts(words, S8(">")));
        if (fence || fenced || quoted)
            lock(locked, at, at + line.n);
        fenced = fenced != fence;
    }
}

static char *find_locked(struct arena *a, const struct draft *d, struct str8 t, bool markdown) {
    char *locked = arena_alloc(a, t.n + 1);
    lock_names(locked, d, t);
    lock_preferred(locked, d->profil, t);
    lock_quotes(locked, t);
    lock_addresses(locked, t);
    if (markdown) {
        lock_lines(locked, t);
        lock_between(locked, t, S8("`"), S8("`"));
        lock_between(locked, t, S8("]("), S8(")"));
    }
    return locked;
}

/* ---- the preferred words in the form that fits ---- */

/* Do the two end alike, "sjukvård" and "primärvård", so that their endings are the same? */
static bool ends_alike(struct str8 x, struct str8 y) {
    enum { ALIKE = 4 };
    size_t n = 0;
    while (n < x.n && n < y.n && x.p[x.n - 1 - n] == y.p[y.n - 1 - n])
        n++;
    while (n > 0 && (x.p[x.n - n] & 0xC0) == 0x80)
        n--;
    return n >= ALIKE;
}

/* `to` with the ending that a match has on `from`; empty where the two are not inflected alike. */
static struct str8 inflected(struct arena *a, struct str8 from, struct str8 to, struct str8 ending,
                             bool cut) {
    if (s8_eqz(ending, "s") && s8_ends(to, ending))
        return to; /* the genitive of a word that ends in s */
    if (!s8_eqz(ending, "s") && !ends_alike(from, to))
        return S8("");
    return arena_printf(a, "%.*s%.*s", (int)(to.n - cut), to.p, S8F(ending));
}

/* The preferred words for a match: every ending that it has must find its word. */
static struct str8 fitting(struct arena *a, struct str8 t, struct str8 avoided, struct str8 ord,
                           const struct match *m) {
    struct str8 old[WORDS_MAX], new[WORDS_MAX], out = {0};
    size_t n_old = split(avoided, old), n = split(ord, new), len;
    if (n == 0 || n == WORDS_MAX)
        return S8("");
    for (size_t w = 0; w < m->words; w++) {
        size_t at = w + 1 == n_old ? n - 1 : w; /* the last word is what it is about */
        struct str8 ending = m->word[w].ending;
        if (ending.n == 0)
            continue;
        bool same = at < n && same_at(old[w], 0, new[at]) == old[w].n;
        if (at >= n || (at != n - 1 && !same))
            return S8("");
        new[at] = inflected(a, old[w], new[at], ending, m->word[w].cut);
        if (new[at].n == 0)
            return S8("");
    }
    for (size_t w = 0; w < n; w++)
        out = arena_printf(a, "%.*s%s%.*s", S8F(out), w ? " " : "", S8F(new[w]));
    uint32_t first = utf8_decode(t, m->at, &len);
    bool capital = small(first) != first && utf8_decode(old[0], 0, &len) != first;
    return capital ? utf8_upper_first(a, out) : out;
}

/* ---- finding ---- */

/* The longest of the profile's avoided words that stand at `at`. */
static bool longest_at(struct arena *a, const struct profil *p, struct str8 t, size_t at,
                       struct term_hit *out) {
    struct match best = {0}, m;
    const struct profil_term *term = NULL;
    struct str8 avoided = {0};
    for (size_t i = 0; i < p->n_term; i++)
        for (size_t k = 0; k < p->term[i].n_undvik; k++)
            if (match_at(t, at, p->term[i].undvik[k], true, &m) && m.n > best.n) {
                best = m;
                term = &p->term[i];
                avoided = term->undvik[k];
            }
    if (!term)
        return false;
    *out = (struct term_hit){at, best.n, term->ord, fitting(a, t, avoided, term->ord, &best)};
    return true;
}

static bool any(const char *locked, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (locked[i])
            return true;
    return false;
}

struct term_hit *term_hits(struct arena *a, const struct draft *d, struct str8 text, bool markdown,
                           size_t *n) {
    struct term_hit *all = NULL, hit;
    size_t cap = 0;
    *n = 0;
    if (d->profil->n_term == 0)
        return NULL;
    const char *locked = find_locked(a, d, text, markdown);
    for (size_t at = 0; at < text.n; at++) {
        if (locked[at] || !longest_at(a, d->profil, text, at, &hit) || any(&locked[at], hit.n))
            continue;
        *ARENA_PUSH(a, all, *n, cap) = hit;
        at += hit.n - 1;
    }
    return all;
}

struct str8 term_changed(struct arena *a, struct str8 text, const struct term_hit *hit, size_t n) {
    struct buf out = {0};
    size_t done = 0;
    for (size_t i = 0; i < n; i++) {
        if (hit[i].byt.n == 0)
            continue;
        buf_str8(&out, s8_sub(text, done, hit[i].at));
        buf_str8(&out, hit[i].byt);
        done = hit[i].at + hit[i].n;
    }
    buf_str8(&out, s8_skip(text, done));
    struct str8 s = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return s;
}
