/* Where "(4.1.1)" goes in a retelling. */
#include <criterion/criterion.h>

#include "draft/reference.h"

static void puts_it(const char *text, const char *expected) {
    struct arena a = {0};
    struct str8 got = reference_put(&a, s8_from(text), S8("4.1.1"));
    cr_expect(s8_eqz(got, expected), "--- got\n%.*s\n--- expected\n%s", S8F(got), expected);
    arena_free(&a);
}

static void leaves(const char *text) {
    puts_it(text, text);
}

Test(reference, after_the_last_words) {
    puts_it("Ett krav ska införas.", "Ett krav ska införas (4.1.1).");
    puts_it("Ett krav\n", "Ett krav (4.1.1)");
    puts_it("Ett.\n\nTvå\nrader.", "Ett.\n\nTvå\nrader (4.1.1).");
    puts_it("Kraven är:\n\n- a\n\nSå är det.", "Kraven är:\n\n- a\n\nSå är det (4.1.1).");
    leaves("");
}

Test(reference, before_a_list_that_a_colon_leads_in) {
    puts_it("Ett.\n\nDet gäller:\n\n- a\n  b\n\n  c\n- d\nlat rad.",
            "Ett.\n\nDet gäller (4.1.1):\n\n- a\n  b\n\n  c\n- d\nlat rad.");
    puts_it("Det gäller:\n1. a\n2. b", "Det gäller (4.1.1):\n1. a\n2. b");
    puts_it("Det gäller att\n\n* a\n* b.", "Det gäller att\n\n* a\n* b (4.1.1).");
    puts_it("- a\n- b.", "- a\n- b (4.1.1).");
}

Test(reference, before_footnotes) {
    puts_it("Ett avtal[^1] behövs.\n\n[^1]: Not.\n  Mer.",
            "Ett avtal[^1] behövs (4.1.1).\n\n[^1]: Not.\n  Mer.");
    puts_it("Det gäller:\n\n- ett avtal[^1]\n\n[^1]: Not.",
            "Det gäller (4.1.1):\n\n- ett avtal[^1]\n\n[^1]: Not.");
    puts_it("Ett[^1].\n\n[^1]: Not.\n\nTvå.", "Ett[^1].\n\n[^1]: Not.\n\nTvå (4.1.1).");
}

Test(reference, not_twice_and_not_in_tables_or_code) {
    leaves("Ett krav (4.1.1). Det betyder mycket.");
    leaves("Så här:\n\n| a |\n|---|\n| b |");
    leaves("Så här:\n\n```\nkod\n```");
}
