/* granska and the writing rules: the words that break one, how they are written instead, and all
 * that looks like it and is right. */
#include <criterion/criterion.h>

#include "review_help.h"

TestSuite(skriv, .init = sound_case, .fini = sound_case_end);

/* The one finding in a motivation tells how `words` are written. */
static void mends(const char *rule, const char *motivering, const char *words, const char *mend) {
    svar()->value[SVAR_MOTIVERING] = s8_from(motivering);
    struct finding *f = only(rule, SEV_HINT);
    struct str8 text = arena_printf(&arena, "4.1:1: ”%s” skrivs ”%s”.", words, mend);
    cr_assert(s8_eq(f->text, text), "%.*s", S8F(f->text));
    cr_assert(f->slag == POST_SVAR && f->falt == SVAR_MOTIVERING && s8_eqz(f->nyckel, "4.1:1"));
}

static void fine(const char *motivering) {
    svar()->value[SVAR_MOTIVERING] = s8_from(motivering);
    nothing();
}

Test(skriv, kap) {
    mends("skriv-kapitel", "Enligt kap.4 gäller det.", "kap.4", "kap. 4");
    mends("skriv-kapitel", "Se kap 12.", "kap 12", "kap. 12");
    mends("skriv-kapitel", "Kap.4 är bra.", "Kap.4", "Kap. 4");
    fine("Enligt kap. 4, 12 kap. 3 §, kapitel 4 och kapitalet.");
}

Test(skriv, paragraf) {
    mends("skriv-paragraf", "Enligt 12 kap. 3a § gäller det.", "3a §", "3 a §");
    mends("skriv-paragraf", "Enligt 3§ lagen.", "3§", "3 §");
    mends("skriv-paragraf", "Enligt 3a§.", "3a§", "3 a §");
    fine("Enligt 12 kap. 3 a § och 4 §, B2 § och 3 a-d §§.");
}

Test(skriv, paragraftecken_before_the_number) {
    mends("skriv-paragraftecken", "Enligt § 3 a i lagen.", "§ 3 a", "3 a §");
    mends("skriv-paragraftecken", "Enligt 12 kap. § 3 gäller det.", "§ 3", "3 §");
    mends("skriv-paragraftecken", "Enligt hälso- och sjukvårdslagen § 7.", "§ 7", "7 §");
    fine("Nämnden beslutade i § 25 i protokollet.");
    fine("Enligt 12 kap. 3 § 4 mom.");
}

Test(skriv, number_that_ends_in_a_full_stop) {
    mends("skriv-slutpunkt", "I avsnitt 7.2.2. föreslås det.", "7.2.2.", "7.2.2");
    mends("skriv-slutpunkt", "Förslaget (7.2.2.) är bra.", "7.2.2.", "7.2.2");
    mends("skriv-slutpunkt", "### 7.2.2. Magnetmodellen\n\nBra.", "7.2.2.", "7.2.2");
    fine("Det står i avsnitt 7.2.2. Det är bra.");
    fine("1. Ett\n2. Två\n\nVersion 2.0 är bra. Den 3. april. Se 7.2.2.");
}

Test(skriv, spaces) {
    mends("skriv-blanksteg", "Det  är bra.", "Det  är", "Det är");
    mends("skriv-blanksteg", "Ja.   Nämnden.", "Ja.   Nämnden.", "Ja. Nämnden.");
    fine("-   en punkt\n1.  två\n  indragen  \nnästa\n\n| a   | b |\n|---|---|\n| c  | d |\n\n"
         "```\na  b\n```");
}

Test(skriv, procent) {
    mends("skriv-procent", "Det är 14 % av alla.", "14 %", "14 procent");
    mends("skriv-procent", "Det är 2,5% av alla.", "2,5%", "2,5 procent");
    fine("Det är 14 procent.\n\n| a | b |\n|---|---|\n| 14 % | 5 |");
    fine("Se [listan](https://a.se/x%20y) och https://a.se/5%20.");
}

Test(skriv, abbreviations) {
    mends("skriv-förkortning", "Läkare, t ex i hemmet.", "t ex", "t.ex.");
    mends("skriv-förkortning", "T ex läkare.", "T ex", "T.ex.");
    mends("skriv-förkortning", "Läkare, t. ex. i hemmet.", "t. ex.", "t.ex.");
    mends("skriv-förkortning", "Vi ser bl a kostnader.", "bl a", "bl.a.");
    mends("skriv-förkortning", "Vård, omsorg m m.", "m m.", "m.m.");
    mends("skriv-förkortning", "Det gäller alla, dvs hela landet.", "dvs", "dvs.");
    mends("skriv-förkortning", "Från och med, fr o m 1 juli.", "fr o m", "fr.o.m.");
    mends("skriv-förkortning", "Det gäller t.ex läkare.", "t.ex", "t.ex.");
    fine("Läkare, t.ex. i hemmet, bl.a. på natten, dvs. alltid, m.m. Från och med nu. T.ex. det.");
    fine("Vi tar m mer. Det gäller advs.");
}

Test(skriv, time_of_day) {
    mends("skriv-klockslag", "Mötet är kl 14.00 i dag.", "kl 14.00", "kl. 14.00");
    mends("skriv-klockslag", "Mötet är kl. 14:00.", "kl. 14:00", "kl. 14.00");
    fine("Mötet är kl. 14.00 och kl. 9.");
}

Test(skriv, punctuation_twice) {
    mends("skriv-skiljetecken", "Det är bra.. Ja.", "bra..", "bra.");
    mends("skriv-skiljetecken", "Det är bra,, ja.", "bra,,", "bra,");
    mends("skriv-skiljetecken", "Det är bra,. Ja.", "bra,.", "bra.");
    mends("skriv-skiljetecken", "Bra!! Ja.", "Bra!!", "Bra!");
    fine("Det är bra … kanske... bl.a., m.m.; så?! Ja: ”så.”");
}

Test(skriv, space_before_punctuation) {
    mends("skriv-mellanrum", "Det är bra , ja.", "bra ,", "bra,");
    mends("skriv-mellanrum", "Det är bra .", "bra .", "bra.");
    mends("skriv-mellanrum", "Det ( ja) är bra.", "( ja)", "(ja)");
    mends("skriv-mellanrum", "Det (ja ) är bra.", "(ja )", "(ja)");
    fine("Filen .docx, … och - så – ja.");
}

Test(skriv, a_wording_is_told_once_for_each_text) {
    svar()->value[SVAR_MOTIVERING] = S8("Se kap.4 och kap.4.");
    only("skriv-kapitel", SEV_HINT);
    svar()->value[SVAR_MOTIVERING] = S8("Se kap.4 och kap.5.");
    cr_assert_eq(found("skriv-kapitel", NULL), 2);
}

Test(skriv, lines_are_read_as_texts_are) {
    set(ARENDE_RUBRIK, "Yttrande över SOU 2030:1 enligt kap.4");
    struct finding *f = only("skriv-kapitel", SEV_HINT);
    cr_assert(f->slag == POST_ARENDE && f->falt == ARENDE_RUBRIK && s8_eqz(f->plats, "Rubrik"));
}

Test(skriv, words_that_have_come_apart) {
    mends("skriv-särskrivning", "Ett för slag. Alla förslag är bra.", "för slag", "förslag");
    mends("skriv-särskrivning", "Läkar medverkan är bra. Mer läkarmedverkan.", "Läkar medverkan",
          "Läkarmedverkan");
    draft.betankande->avsnitt[0].gist = S8("Läkarmedverkan behövs.");
    mends("skriv-särskrivning", "Mer läkar medverkan och läkar medverkan.", "läkar medverkan",
          "läkarmedverkan");
    /* Both are words on their own, or it is a phrase, or there is no such word. */
    fine("Det är för stärkt vård. Förstärkt vård är stärkt för alla.");
    fine("Det kommer till stånd med tillstånd.");
    fine("En stor stad är en storstad.");
    fine("Läkar insats, en insats.");
    fine("En läkar, medverkan och läkar-medverkan.");
}

Test(skriv, hyphens_that_were_left_or_lost) {
    mends("skriv-avstavning", "Mer läkarmed-\nverkan.", "läkarmed- verkan", "läkarmedverkan");
    mends("skriv-bindestreck", "Vi ger hälso och sjukvård. All hälso- och sjukvård.", "hälso och",
          "hälso- och");
    fine("Hälso- och sjukvård, sjuk- eller tandvård, barn-, ungdoms- och vuxenvård.");
    fine("Både kommun- och regionledning. En kommun och en region i en kommun.");
}

Test(skriv, long_sentence) {
    struct str8 words = S8("Nämnden ser att det är");
    for (int i = 0; i < 35; i++)
        words = arena_printf(&arena, "%.*s så", S8F(words));
    svar()->value[SVAR_MOTIVERING] = arena_printf(&arena, "%.*s.", S8F(words));
    nothing(); /* 40 words */
    svar()->value[SVAR_MOTIVERING] = arena_printf(&arena, "Kort. %.*s här.", S8F(words));
    struct finding *f = only("lång-mening", SEV_HINT);
    cr_assert(s8_eqz(f->text, "4.1:1: meningen ”Nämnden ser att det är …” är 41 ord lång."), "%.*s",
              S8F(f->text));
}

Test(skriv, heavy_text) {
    struct str8 heavy = S8("");
    for (int i = 0; i < 5; i++)
        heavy = arena_printf(&arena,
                             "%.*sKommunstyrelsen beslutar enligt reglementet om "
                             "kompetensförsörjning inom verksamheten. ",
                             S8F(heavy));
    svar()->value[SVAR_MOTIVERING] = heavy;
    nothing(); /* 40 words are too few */
    svar()->value[SVAR_MOTIVERING] = arena_printf(&arena, "%.*s%.*s", S8F(heavy), S8F(heavy));
    struct finding *f = only("lix", SEV_HINT); /* 8 words, 5 of them long: 8 + 62.5 */
    cr_assert(s8_find(f->text, S8("(LIX 71)")) > 0, "%.*s", S8F(f->text));
}
