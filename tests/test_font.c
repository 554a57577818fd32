/* Typefaces: shaping, fallback, what is refused; and where Swedish words are divided. */
#include <criterion/criterion.h>
#include <string.h>

#include "emit/font.h"
#include "emit/hyphen.h"

struct shaped {
    struct arena a;
    struct fonts *fs;
    struct glyph_runs runs;
    struct error err;
};

static enum status shape(struct shaped *s, enum font_face face, const char *text) {
    s->runs = (struct glyph_runs){0};
    if (!s->fs)
        s->fs = fonts_new();
    return fonts_shape(s->fs, &s->a, face, s8_from(text), &s->runs, &s->err);
}

static int64_t width(struct shaped *s, const char *text) {
    int64_t w = 0;
    cr_assert(shape(s, FONT_SERIF, text) == ST_OK, "%s", s->err.text);
    for (size_t i = 0; i < s->runs.n; i++)
        w += s->runs.run[i].width;
    return w;
}

static void done(struct shaped *s) {
    fonts_free(&s->fs);
    arena_free(&s->a);
}

Test(font, kerning_draws_letters_together) {
    struct shaped s = {0};
    cr_assert(width(&s, "AV") < width(&s, "A") + width(&s, "V"));
    done(&s);
}

Test(font, no_letters_become_one) {
    struct shaped s = {0};
    width(&s, "fi");
    cr_assert_eq(s.runs.n, 1);
    cr_assert_eq(s.runs.run[0].n, 2);
    done(&s);
}

Test(font, every_glyph_says_what_it_stands_for) {
    struct shaped s = {0};
    width(&s, "Åsna x̂ é");
    size_t at = 0;
    const struct glyph_run *run = s.runs.run;
    cr_assert_eq(s.runs.n, 1);
    for (size_t i = 0; i < run->n; i++) {
        cr_assert_eq(run->glyph[i].text, at);
        at += run->glyph[i].text_len;
    }
    cr_assert_eq(at, run->text.n);
    done(&s);
}

Test(font, faces_differ_and_are_opened_once) {
    struct shaped s = {0};
    cr_assert_eq(shape(&s, FONT_SANS_BOLD, "ord"), ST_OK);
    struct font *bold = s.runs.run[0].font;
    cr_assert_eq(shape(&s, FONT_MONO, "ord"), ST_OK);
    cr_assert_neq(s.runs.run[0].font, bold);
    cr_assert_eq(shape(&s, FONT_SANS_BOLD, "mer"), ST_OK);
    cr_assert_eq(s.runs.run[0].font, bold);
    cr_assert_eq(fonts_count(s.fs), 2);
    cr_assert_eq(font_index(bold), 0);
    cr_assert_eq(fonts_at(s.fs, 0), bold);
    cr_assert_eq(font_units_per_em(bold), 2048);
    cr_assert(font_ascent(bold) > 0 && font_descent(bold) > 0);
    done(&s);
}

Test(font, a_character_the_face_lacks_comes_from_another) {
    struct shaped s = {0};
    cr_assert(shape(&s, FONT_SERIF, "a ☑ b") == ST_OK, "%s", s.err.text);
    cr_assert_eq(s.runs.n, 3);
    cr_assert(s8_eq(s.runs.run[1].text, S8("☑")));
    cr_assert_neq(s.runs.run[1].font, s.runs.run[0].font);
    cr_assert_eq(s.runs.run[2].font, s.runs.run[0].font);
    done(&s);
}

Test(font, a_character_of_no_font_is_named) {
    struct shaped s = {0};
    cr_assert_eq(shape(&s, FONT_SERIF, "a\xf4\x80\x80\x81"), ST_INVALID);
    cr_assert_not_null(strstr(s.err.text, "\xf4\x80\x80\x81 (U+100001)"), "%s", s.err.text);
    done(&s);
}

Test(font, what_is_not_seen_is_gone) {
    struct shaped s = {0};
    width(&s, "a\xc2\xad"
              "b\xe2\x80\x8b"
              "c\xe2\x81\xa0"
              "d\xe2\x80\x8d"
              "e\xef\xb8\x8f"
              "f");
    cr_assert_eq(s.runs.n, 1);
    cr_assert(s8_eq(s.runs.run[0].text, S8("abcdef")));
    cr_assert_eq(s.runs.run[0].n, 6);
    cr_assert_eq(width(&s, "\xe2\x80\x8b"), 0);
    cr_assert_eq(s.runs.n, 0);
    done(&s);
}

Test(font, no_break_spaces_are_spaces) {
    struct shaped s = {0};
    width(&s, "1\xc2\xa0"
              "2\xe2\x80\xaf"
              "3");
    cr_assert(s8_eq(s.runs.run[0].text, S8("1 2 3")));
    done(&s);
}

Test(font, text_that_runs_leftwards_is_drawn_so) {
    struct shaped s = {0};
    cr_assert(shape(&s, FONT_SERIF, "אב") == ST_OK, "%s", s.err.text);
    const struct glyph *g = s.runs.run[0].glyph;
    cr_assert_eq(s.runs.run[0].n, 2);
    cr_assert_eq(g[0].text, 2);
    cr_assert_eq(g[0].text_len, 2);
    cr_assert_eq(g[1].text, 0);
    done(&s);
}

/* A space that stands last among them is no part of them, or it would stand on their other side. */
Test(font, words_that_run_leftwards_are_one_run) {
    struct shaped s = {0};
    cr_assert(shape(&s, FONT_SERIF, "a אב גד. b") == ST_OK, "%s", s.err.text);
    cr_assert_eq(s.runs.n, 3);
    cr_assert(s8_eqz(s.runs.run[0].text, "a "));
    cr_assert(s8_eqz(s.runs.run[1].text, "אב גד"));
    cr_assert(s8_eqz(s.runs.run[2].text, ". b"));
    done(&s);
}

/* The word with "-" where it may be divided. */
static void divided(const char *word, const char *want) {
    struct hyphenator *h = hyphenator_new();
    bool points[100];
    char got[200];
    size_t n = 0, len = strlen(word);
    hyphen_points(h, s8_from(word), points);
    for (size_t i = 0; i < len; i++) {
        if (points[i])
            got[n++] = '-';
        got[n++] = word[i];
    }
    got[n] = '\0';
    cr_expect_str_eq(got, want);
    hyphenator_free(&h);
}

Test(hyphen, swedish_words_are_divided) {
    divided("sjuksköterska", "sjuk-skö-terska");
    divided("kommunfullmäktige", "kom-mun-full-mäk-tige");
    divided("verksamhetsutvecklare", "verk-sam-hets-ut-veck-lare");
}

Test(hyphen, capitals_make_no_difference) {
    divided("Omsorgsnämnden", "Omsorgs-nämn-den");
    divided("SKÖTERSKA", "SKÖ-TERSKA");
}

Test(hyphen, three_letters_are_left_on_either_side) {
    divided("hälsa", "hälsa");
    divided("ansvar", "ansvar");
    divided("utredning", "utred-ning");
}

Test(hyphen, other_letters_are_not_divided) {
    divided("Łukaszowiczowa", "Łukaszowiczowa");
    divided("", "");
}
