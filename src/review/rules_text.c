/* What has been left behind in a text: reminders, references to notes that are not there, bullets
 * that Markdown does not know. */
#include "review/private.h"

#include "base/bullet.h"
#include "base/utf8.h"

static bool is_letter(struct str8 s, size_t at) {
    if (at >= s.n)
        return false;
    unsigned char c = (unsigned char)s.p[at];
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Does `word` stand in the text as a word of its own? */
static bool has_word(struct str8 text, struct str8 word) {
    for (size_t from = 0;;) {
        ptrdiff_t hit = s8_find(s8_skip(text, from), word);
        if (hit < 0)
            return false;
        size_t at = from + (size_t)hit;
        if ((at == 0 || !is_letter(text, at - 1)) && !is_letter(text, at + word.n))
            return true;
        from = at + 1;
    }
}

static void check_leftovers(struct review *r, struct place where, struct str8 text) {
    static const char *const words[] = {"TODO", "XXX", "FIXME", "???", "[...]", "KOLLA"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!has_word(text, s8_from(words[i])))
            continue;
        review_add(
            r, "kvarglömt", SEV_WARNING, where,
            arena_printf(r->arena, "%.*s: ”%s” står kvar i texten.", S8F(where.plats), words[i]),
            S8("Skriv klart texten, eller ta bort påminnelsen."));
        return;
    }
}

/* Each [^name] needs its line "[^name]: …" in the same text. */
static void check_notes(struct review *r, struct place where, struct str8 text) {
    for (struct str8 rest = text; s8_find(rest, S8("[^")) >= 0;) {
        rest = s8_skip(rest, (size_t)s8_find(rest, S8("[^")));
        ptrdiff_t end = s8_find(rest, S8("]"));
        if (end < 0)
            return;
        struct str8 ref = s8_sub(rest, 0, (size_t)end + 1);
        rest = s8_skip(rest, ref.n);
        struct str8 definition = arena_printf(r->arena, "%.*s:", S8F(ref));
        if (s8_find(text, definition) >= 0)
            continue;
        review_add(r, "fotnot-saknas", SEV_ERROR, where,
                   arena_printf(r->arena, "%.*s: fotnoten %.*s har ingen text.", S8F(where.plats),
                                S8F(ref)),
                   arena_printf(r->arena, "Lägg till en rad som börjar med %.*s i samma text.",
                                S8F(definition)));
        return;
    }
}

/* A list with a word processor's bullets becomes running text. */
static void check_bullets(struct review *r, struct place where, struct str8 text) {
    struct str8 line;
    struct bullet b;
    char sign[4];
    while (s8_line(&text, &line)) {
        if (!bullet_at(line, &b))
            continue;
        int n = (int)utf8_encode(b.sign, sign);
        bool shown = b.sign < 0xE000 || b.sign > 0xF8FF; /* no typeface has private characters */
        review_add(r, "punkttecken", SEV_HINT, where,
                   arena_printf(r->arena,
                                "%.*s: en rad börjar med punkttecknet %s%.*s%s. Listan skrivs ut "
                                "som löpande text.",
                                S8F(where.plats), shown ? "”" : "ur Word", shown ? n : 0, sign,
                                shown ? "”" : ""),
                   S8("Byt tecknet mot ett bindestreck och ett blanksteg: - "));
        return;
    }
}

void review_text(struct review *r) {
    for (size_t i = 0; i < r->n_text; i++) {
        const struct review_text *t = &r->text[i];
        if (t->line)
            continue;
        check_leftovers(r, t->where, t->raw);
        check_notes(r, t->where, t->raw);
        check_bullets(r, t->where, t->raw);
    }
}
