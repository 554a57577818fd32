/* base: UTF-8, other character sets, Swedish order, files. */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/collate.h"
#include "base/conv.h"
#include "base/fileio.h"
#include "base/installed.h"
#include "base/utf8.h"

#define EQ(s, z)                                                                                   \
    do {                                                                                           \
        struct str8 got_ = (s);                                                                    \
        cr_assert(s8_eqz(got_, (z)), "want ”%s”, got ”%.*s”", (z), S8F(got_));                     \
    } while (0)

/* --- utf8 --- */

Test(utf8, decode_and_encode_agree) {
    static const struct {
        uint32_t c;
        size_t n;
    } all[] = {{0, 1},      {'a', 1},    {0x7F, 1},    {0x80, 2},    {0xE5, 2},
               {0x7FF, 2},  {0x800, 3},  {0x2013, 3},  {0xD7FF, 3},  {0xE000, 3},
               {0xFFFD, 3}, {0xFFFF, 3}, {0x10000, 4}, {0x1F600, 4}, {0x10FFFF, 4}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        char out[4];
        size_t len = 0;
        cr_assert_eq(utf8_encode(all[i].c, out), all[i].n);
        cr_assert_eq(utf8_decode((struct str8){out, all[i].n}, 0, &len), all[i].c);
        cr_assert_eq(len, all[i].n);
    }
    char out[4];
    cr_assert_eq(utf8_encode(0xD800, out), 0);
    cr_assert_eq(utf8_encode(0x110000, out), 0);
}

Test(utf8, a_bad_byte_is_one_replacement_character) {
    const char *bad[] = {"\x80", "\xC3", "\xC3(", "\xE2\x80", "\xC0\xAF", "\xED\xA0\x80", "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t len = 9;
        cr_assert_eq(utf8_decode(s8_from(bad[i]), 0, &len), 0xFFFD);
        cr_assert_eq(len, 1);
    }
    size_t len;
    cr_assert_eq(utf8_decode(S8("aå"), 1, &len), 0xE5);
}

Test(utf8, valid_names_the_first_bad_byte) {
    size_t bad = 99;
    cr_assert(utf8_valid(S8("Omsorgsnämnden – 審査 😀"), &bad));
    cr_assert(utf8_valid((struct str8){0}, &bad));
    cr_assert_eq(bad, 99);
    cr_assert_not(utf8_valid(S8("åä\xF6"), &bad));
    cr_assert_eq(bad, 4);
    cr_assert_not(utf8_valid(S8("\xC0\x80"), NULL));
    cr_assert_not(utf8_valid(S8("a\xE2\x80"), &bad));
    cr_assert_eq(bad, 1);
}

static struct str8 admit(struct arena *a, struct str8 in) {
    struct str8 out = {0};
    struct error e = {0};
    cr_assert_eq(utf8_admit(a, in, "texten", &out, &e), ST_OK, "%s", e.text);
    return out;
}

Test(utf8, admit_composes_and_ends_lines_one_way) {
    struct arena a = {0};
    EQ(admit(&a, S8("A\u030Angstro\u0308m")), "Ångström");
    EQ(admit(&a, S8("ett\r\ntvå\rtre\n\r\n")), "ett\ntvå\ntre\n\n");
    EQ(admit(&a, S8("\tindrag\u00A0hårt\n")), "\tindrag\u00A0hårt\n");
    EQ(admit(&a, S8("")), "");
    EQ(admit(&a, (struct str8){0}), "");
    EQ(admit(&a, S8("\r")), "\n");
    arena_free(&a);
}

Test(utf8, admit_drops_byte_order_marks_first_and_only_there) {
    struct arena a = {0};
    EQ(admit(&a, S8("\uFEFFtext")), "text");
    EQ(admit(&a, S8("\uFEFF\uFEFFtext")), "text");
    EQ(admit(&a, S8("\uFEFF")), "");
    EQ(admit(&a, S8("a\uFEFFb")), "a\uFEFFb");
    arena_free(&a);
}

Test(utf8, names_are_the_same_without_dots_and_capitals) {
    cr_assert(utf8_same_name(S8("Nämndmöte"), S8("namndmote")));
    cr_assert(utf8_same_name(S8("å"), S8("å")));
    cr_assert(!utf8_same_name(S8("nämnd"), S8("nämnder")));
}

Test(utf8, admit_drops_what_turns_the_text) {
    struct arena a = {0};
    EQ(admit(&a, S8("a\u202Eb\u202Cc")), "abc");
    EQ(admit(&a, S8("\u2066x\u2069")), "x");
    EQ(admit(&a, S8("– ” \u2026")), "– ” \u2026");
    EQ(admit(&a, S8("\u202D\uFEFFbörjan")), "början");
    arena_free(&a);
}

static void refused(struct str8 in, const char *want) {
    struct arena a = {0};
    struct str8 out;
    struct error e = {0};
    cr_assert_eq(utf8_admit(&a, in, "fältet rubrik", &out, &e), ST_INVALID);
    cr_assert_str_eq(e.text, want);
    cr_assert_eq(utf8_admit(&a, in, "fältet rubrik", &out, NULL), ST_INVALID);
    arena_free(&a);
}

Test(utf8, admit_refuses_what_is_not_text) {
    refused(S8("rad 1\nrad \xE5"),
            "fältet rubrik är inte UTF-8 (rad 2, byte 11). Spara om texten som UTF-8.");
    refused(S8("a\x1B[31m"), "fältet rubrik innehåller ett styrtecken (0x1B, rad 1). Ta bort det.");
    refused(S8("a\n\nb\x7F"),
            "fältet rubrik innehåller ett styrtecken (0x7F, rad 3). Ta bort det.");
    refused(S8("a\0b"), "fältet rubrik innehåller ett styrtecken (0x00, rad 1). Ta bort det.");
}

Test(utf8, admit_refuses_the_upper_control_characters_by_their_code) {
    refused(S8("a\xC2\x9B"
               "31m"),
            "fältet rubrik innehåller ett styrtecken (0x9B, rad 1). Ta bort det.");
    refused(S8("\xC2\x80"), "fältet rubrik innehåller ett styrtecken (0x80, rad 1). Ta bort det.");
}

Test(utf8, count_is_in_characters) {
    cr_assert_eq(utf8_count(S8("åäö")), 3);
    cr_assert_eq(utf8_count(S8("e\u0301😀")), 3);
    cr_assert_eq(utf8_count((struct str8){0}), 0);
}

Test(utf8, width_is_in_columns) {
    cr_assert_eq(utf8_width(S8("Ärende – 4 §")), 12);
    cr_assert_eq(utf8_width(S8("審査")), 4);
    cr_assert_eq(utf8_width(S8("e\u0301")), 1);
    cr_assert_eq(utf8_width(S8("a\tb\n")), 2, "control characters have none");
    cr_assert_eq(utf8_width((struct str8){0}), 0);
}

Test(utf8, fit_keeps_clusters_whole) {
    cr_assert_eq(utf8_fit(S8("åäö"), 2), 4);
    cr_assert_eq(utf8_fit(S8("åäö"), 99), 6);
    cr_assert_eq(utf8_fit(S8("åäö"), 0), 0);
    cr_assert_eq(utf8_fit(S8("審査"), 3), 3, "half a wide character is none");
    cr_assert_eq(utf8_fit(S8("ae\u0301b"), 2), 4, "the accent goes with its letter");
    cr_assert_eq(utf8_fit(S8("e\u0301"), 1), 3);
    cr_assert_eq(utf8_fit((struct str8){0}, 5), 0);
}

Test(utf8, fold_forgets_case) {
    struct arena a = {0};
    cr_assert(s8_eq(utf8_fold(&a, S8("Ärende")), utf8_fold(&a, S8("ÄRENDE"))));
    cr_assert(s8_eq(utf8_fold(&a, S8("STRASSE")), utf8_fold(&a, S8("straße"))));
    cr_assert_not(s8_eq(utf8_fold(&a, S8("a")), utf8_fold(&a, S8("å"))));
    EQ(utf8_fold(&a, S8("")), "");
    arena_free(&a);
}

Test(utf8, first_letter_alone_changes) {
    struct arena a = {0};
    EQ(utf8_lower_first(&a, S8("Omsorgsnämnden i Årsta")), "omsorgsnämnden i Årsta");
    EQ(utf8_upper_first(&a, S8("äldrenämnden")), "Äldrenämnden");
    EQ(utf8_lower_first(&a, S8("Å")), "å");
    EQ(utf8_upper_first(&a, S8("1 kap.")), "1 kap.");
    EQ(utf8_upper_first(&a, S8("")), "");
    arena_free(&a);
}

Test(utf8, ascii_for_names_written_either_way) {
    struct arena a = {0};
    EQ(utf8_ascii(&a, S8("Ställning")), "stallning");
    EQ(utf8_ascii(&a, S8("SÖK é ü")), "sok e u");
    EQ(utf8_ascii(&a, S8("–審")), "");
    EQ(utf8_ascii(&a, S8("")), "");
    arena_free(&a);
}

Test(utf8, lines_break_at_spaces_but_not_at_hard_ones) {
    char b[64];
    struct str8 s = S8("12\u00A0kap. 3\u00A0§\nslut");
    utf8_line_breaks(s, b);
    for (size_t i = 0; i < s.n; i++) {
        char want = i == 9 ? UTF8_BREAK_MAY : i == 14 ? UTF8_BREAK_MUST : UTF8_BREAK_NO;
        cr_assert_eq(b[i], want, "byte %zu: %d", i, b[i]);
    }
    utf8_line_breaks((struct str8){0}, NULL);
}

/* Where `text` may be broken, as the text with "|" in those places. */
static struct str8 broken(struct arena *a, const char *text) {
    char b[100];
    struct str8 s = s8_from(text);
    struct buf out = {0};
    utf8_line_breaks(s, b);
    for (size_t i = 0; i < s.n; i++) {
        buf_str(&out, b[i] == UTF8_BREAK_NO ? "" : "|");
        buf_byte(&out, s.p[i]);
    }
    struct str8 got = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return got;
}

Test(utf8, a_hyphen_that_begins_a_word_stays_with_it) {
    struct arena a = {0};
    EQ(broken(&a, "yttra nytt --ändå -x"), "yttra |nytt |--ändå |-x");
    EQ(broken(&a, "[--alla] (-5 grader) [--ta-bort]"), "[--alla] |(-5 |grader) |[--ta-|bort]");
    EQ(broken(&a, "a--b 4--5 ord -- ord"), "a--b |4--5 |ord |-- |ord");
    EQ(broken(&a, "kommun-region e-post A-kassa ej-berörd"),
       "kommun-|region |e-post |A-kassa |ej-|berörd");
    EQ(broken(&a, "10–12 och måndag–fredag – så"), "10–12 |och |måndag–|fredag |– |så");
    EQ(broken(&a, "2024-11-07 (s)-märkt"), "2024-11-07 |(s)-|märkt");
    arena_free(&a);
}

/* --- installed --- */

Test(installed, the_way_from_one_folder_to_another) {
    struct arena a = {0};
    EQ(installed_way(&a, S8("/usr/bin"), S8("/usr/share/yttra")), "../share/yttra");
    EQ(installed_way(&a, S8("/usr/local/bin/"), S8("/usr//local/lib/x86_64-linux-gnu/yttra")),
       "../lib/x86_64-linux-gnu/yttra");
    EQ(installed_way(&a, S8("/opt/y/bin"), S8("/usr/share/yttra")), "../../../usr/share/yttra");
    EQ(installed_way(&a, S8("/y"), S8("/y/share")), "share");
    EQ(installed_way(&a, S8("/bin"), S8("/")), "..");
    EQ(installed_way(&a, S8("/"), S8("/share")), "share");
    arena_free(&a);
}

/* --- conv --- */

static struct str8 to(struct buf *b, struct str8 in, const char *charset, size_t *lost) {
    struct error e = {0};
    buf_clear(b);
    cr_assert_eq(conv_from_utf8(in, charset, b, lost, &e), ST_OK, "%s", e.text);
    return buf_str8_of(b);
}

Test(conv, knows_what_iconv_knows) {
    cr_assert(conv_known("ISO-8859-1"));
    cr_assert(conv_known("CP850"));
    cr_assert(conv_known("UTF-8"));
    cr_assert_not(conv_known("påhittad"));
}

Test(conv, to_utf8) {
    struct buf b = {0};
    struct error e = {0};
    buf_str(&b, "> ");
    cr_assert_eq(conv_to_utf8(S8("\xE5\xE4\xF6"), "ISO-8859-1", &b, &e), ST_OK);
    EQ(buf_str8_of(&b), "> åäö");
    buf_clear(&b);
    cr_assert_eq(conv_to_utf8(S8("\x86\x84\x94"), "CP850", &b, &e), ST_OK);
    EQ(buf_str8_of(&b), "åäö");
    buf_clear(&b);
    cr_assert_eq(conv_to_utf8((struct str8){0}, "CP850", &b, &e), ST_OK);
    cr_assert_eq(b.n, 0);
    buf_free(&b);
}

Test(conv, to_utf8_of_more_than_a_chunk) {
    struct buf in = {0}, out = {0};
    buf_repeat(&in, '\xE5', 100001);
    cr_assert_eq(conv_to_utf8(buf_str8_of(&in), "ISO-8859-1", &out, NULL), ST_OK);
    cr_assert_eq(out.n, 200002);
    cr_assert_eq(utf8_count(buf_str8_of(&out)), 100001);
    buf_free(&in);
    buf_free(&out);
}

Test(conv, a_failure_names_the_byte_and_leaves_the_buffer) {
    struct buf b = {0};
    struct error e = {0};
    buf_str(&b, "före");
    cr_assert_eq(conv_to_utf8(S8("ab\xE5"), "ASCII", &b, &e), ST_INVALID);
    cr_assert_str_eq(e.text, "byte 3 (0xE5) finns inte i teckenkoden ASCII");
    EQ(buf_str8_of(&b), "före");
    cr_assert_eq(conv_to_utf8(S8("a"), "påhittad", &b, &e), ST_INVALID);
    cr_assert(strstr(e.text, "”påhittad” är okänd"));
    cr_assert_eq(conv_from_utf8(S8("a"), "påhittad", &b, NULL, &e), ST_INVALID);
    buf_free(&b);
}

Test(conv, half_a_character_at_the_end_is_an_error) {
    struct buf b = {0};
    cr_assert_eq(conv_to_utf8(S8("a\xC3"), "UTF-8", &b, NULL), ST_INVALID);
    cr_assert_eq(b.n, 0);
    buf_free(&b);
}

Test(conv, from_utf8_keeps_what_the_set_has) {
    struct buf b = {0};
    size_t lost = 9;
    EQ(to(&b, S8("åäö §"), "ISO-8859-1", &lost), "\xE5\xE4\xF6 \xA7");
    cr_assert_eq(lost, 0);
    EQ(to(&b, S8("åäö"), "CP850", NULL), "\x86\x84\x94");
    buf_free(&b);
}

Test(conv, from_utf8_writes_what_is_nearest) {
    struct buf b = {0};
    size_t lost = 9;
    EQ(to(&b, S8("”citat” – 5 € • … é"), "ASCII", &lost), "\"citat\" - 5 euro * ... e");
    cr_assert_eq(lost, 0);
    EQ(to(&b, S8("12\u00A0kap. mjuk\u00ADt"), "ASCII", &lost), "12 kap. mjukt");
    cr_assert_eq(lost, 0);
    EQ(to(&b, S8("x–審y😀"), "ISO-8859-1", &lost), "x-?y?");
    cr_assert_eq(lost, 2);
    buf_free(&b);
}

/* --- collate --- */

Test(collate, swedish_order) {
    static const char *const order[] = {"",    "§ 1", "2",   "10", "adress", "Ek", "ék",
                                        "Vik", "Wik", "zon", "ål", "Ärende", "ö"};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (size_t j = 0; j < sizeof order / sizeof *order; j++) {
            int got = collate_sv(s8_from(order[i]), s8_from(order[j]));
            cr_assert_eq((got > 0) - (got < 0), (i > j) - (i < j), "%s %s: %d", order[i], order[j],
                         got);
        }
}

Test(collate, numbers_go_by_value) {
    cr_assert_lt(collate_sv(S8("avsnitt 4.9"), S8("avsnitt 4.10")), 0);
    cr_assert_lt(collate_sv(S8("4.1"), S8("4.1.1")), 0);
    cr_assert_neq(collate_sv(S8("07"), S8("7")), 0, "equal only if all bytes are");
    cr_assert_lt(collate_sv(S8("bilaga 99999999999"), S8("bilagor")), 0);
}

Test(collate, punctuation_comes_first_in_ascii_or_not) {
    cr_assert_lt(collate_sv(S8("–"), S8("1")), 0);
    cr_assert_lt(collate_sv(S8("”Ek”"), S8("ask")), 0);
    cr_assert_lt(collate_sv(S8("12\u00A0kap."), S8("12 lap.")), 0, "a hard space is a space");
    cr_assert_lt(collate_sv(S8("12 kap."), S8("12\u00A0lap.")), 0);
}

Test(collate, case_and_accent_decide_last) {
    cr_assert_lt(collate_sv(S8("ek"), S8("Ekö")), 0);
    cr_assert_neq(collate_sv(S8("ek"), S8("Ek")), 0);
    cr_assert_lt(collate_sv(S8("ék"), S8("el")), 0);
    cr_assert_eq(collate_sv(S8("ek"), S8("ek")), 0);
    cr_assert_eq(collate_sv((struct str8){0}, S8("")), 0);
    cr_assert_gt(collate_sv(S8("審"), S8("ö")), 0, "other scripts come last");
}

/* --- fileio --- */

static char *dir;

static void enter_dir(void) {
    static char name[4096];
    const char *tmp = getenv("TMPDIR");
    snprintf(name, sizeof name, "%s/yttra.XXXXXX", tmp ? tmp : "/tmp");
    dir = mkdtemp(name);
    cr_assert_not_null(dir);
    cr_assert_eq(chdir(dir), 0);
}

static void leave_dir(void) {
    char command[4200];
    cr_assert_eq(chdir("/"), 0);
    snprintf(command, sizeof command, "rm -rf '%s'", dir);
    cr_assert_eq(system(command), 0);
}

TestSuite(file, .init = enter_dir, .fini = leave_dir);

static void put(const char *path, const char *text) {
    struct error e = {0};
    cr_assert_eq(file_write(path, s8_from(text), 0644, &e), ST_OK, "%s", e.text);
}

static void holds(const char *path, const char *text) {
    struct buf b = {0};
    struct error e = {0};
    cr_assert_eq(file_read(path, &b, &e), ST_OK, "%s", e.text);
    EQ(buf_str8_of(&b), text);
    buf_free(&b);
}

static mode_t mode_of(const char *path) {
    struct stat sb;
    cr_assert_eq(stat(path, &sb), 0);
    return sb.st_mode & 07777;
}

/* How many entries the test's folder has: nothing may be left behind. */
static int entries(void) {
    FILE *f = popen("ls -A | wc -l", "r");
    int n = -1;
    cr_assert_eq(fscanf(f, "%d", &n), 1);
    pclose(f);
    return n;
}

Test(file, what_is_written_is_read) {
    put("å.md", "rad\n");
    holds("å.md", "rad\n");
    put("å.md", "ny");
    holds("å.md", "ny");
    put("tom", "");
    holds("tom", "");
    cr_assert(file_exists("å.md") && !file_exists("b"));
    cr_assert_eq(entries(), 2);
}

Test(file, read_appends) {
    struct buf b = {0};
    put("a", "2");
    buf_str(&b, "1");
    cr_assert_eq(file_read("a", &b, NULL), ST_OK);
    EQ(buf_str8_of(&b), "12");
    buf_free(&b);
}

Test(file, read_says_why_not) {
    struct buf b = {0};
    struct error e = {0};
    cr_assert_eq(file_read("saknas", &b, &e), ST_NOT_FOUND);
    cr_assert_str_eq(e.text, "filen saknas finns inte");
    cr_assert_eq(file_read(".", &b, &e), ST_INVALID);
    cr_assert_str_eq(e.text, ". är en mapp, inte en fil");
    put("a", "1");
    cr_assert_eq(file_read("a/b", &b, &e), ST_IO);
    cr_assert_eq(b.n, 0);
    buf_free(&b);
}

Test(file, read_has_a_limit) {
    struct buf b = {0};
    struct error e = {0};
    int fd = open("stor", O_CREAT | O_WRONLY, 0600);
    cr_assert_eq(ftruncate(fd, (off_t)FILE_MAX + 1), 0);
    cr_assert_eq(file_read("stor", &b, &e), ST_INVALID);
    cr_assert_str_eq(e.text, "stor är större än 64 MiB och läses inte");
    cr_assert_eq(b.n, 0);
    cr_assert_eq(ftruncate(fd, FILE_MAX), 0);
    cr_assert_eq(file_read("stor", &b, &e), ST_OK);
    cr_assert_eq(b.n, FILE_MAX);
    close(fd);
    buf_free(&b);
}

Test(file, standard_in_and_out_are_a_dash) {
    struct buf b = {0};
    put("in", "från in");
    int fd = open("in", O_RDONLY), keep = dup(STDOUT_FILENO);
    cr_assert_eq(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    cr_assert_eq(file_read("-", &b, NULL), ST_OK);
    EQ(buf_str8_of(&b), "från in");
    int out = open("ut", O_CREAT | O_WRONLY, 0600);
    cr_assert_eq(dup2(out, STDOUT_FILENO), STDOUT_FILENO);
    enum status st = file_write("-", buf_str8_of(&b), 0644, NULL);
    cr_assert_eq(dup2(keep, STDOUT_FILENO), STDOUT_FILENO);
    cr_assert_eq(st, ST_OK);
    holds("ut", "från in");
    close(fd);
    close(out);
    close(keep);
    buf_free(&b);
}

Test(file, a_new_file_gets_the_mode_less_the_umask) {
    umask(027);
    put("ny", "1");
    cr_assert_eq(mode_of("ny"), 0640);
    cr_assert_eq(umask(0), 027, "the umask itself is untouched");
    cr_assert_eq(file_write("egen", S8("1"), 0600, NULL), ST_OK);
    cr_assert_eq(mode_of("egen"), 0600);
}

Test(file, an_old_file_keeps_its_mode) {
    put("a", "1");
    cr_assert_eq(chmod("a", 0604), 0);
    put("a", "2");
    cr_assert_eq(mode_of("a"), 0604);
}

Test(file, a_link_is_written_through) {
    put("mål", "1");
    cr_assert_eq(symlink("mål", "länk"), 0);
    put("länk", "2");
    holds("mål", "2");
    struct stat sb;
    cr_assert(lstat("länk", &sb) == 0 && S_ISLNK(sb.st_mode));
    cr_assert_eq(entries(), 2);
}

Test(file, a_reader_keeps_the_old_file) {
    put("a", "gammal");
    int fd = open("a", O_RDONLY);
    put("a", "ny");
    char text[16] = "";
    cr_assert_eq(read(fd, text, sizeof text), 6);
    cr_assert_str_eq(text, "gammal");
    close(fd);
}

Test(file, write_says_why_not_and_leaves_nothing) {
    struct error e = {0};
    cr_assert_eq(file_write("saknas/a", S8("1"), 0644, &e), ST_IO);
    cr_assert(strstr(e.text, "saknas/a kan inte skrivas: "));
    cr_assert_eq(mkdir("mapp", 0700), 0);
    cr_assert_neq(file_write("mapp", S8("1"), 0644, &e), ST_OK);
    cr_assert_eq(entries(), 1);
}

Test(file, a_full_disk_leaves_the_old_file) {
    struct error e = {0};
    cr_assert_eq(file_write("/dev/full", S8("1"), 0644, &e), ST_FULL);
    cr_assert_str_eq(e.text, "/dev/full kan inte skrivas: disken är full");
    put("a", "gammal");
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit old;
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &old), 0);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &(struct rlimit){4, old.rlim_max}), 0);
    enum status st = file_write("a", S8("för lång"), 0644, &e);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &old), 0);
    cr_assert_eq(st, ST_IO);
    holds("a", "gammal");
    cr_assert_eq(entries(), 1);
}

Test(file, a_device_is_written_as_it_stands) {
    cr_assert_eq(file_write("/dev/null", S8("1"), 0644, NULL), ST_OK);
    struct stat sb;
    cr_assert(stat("/dev/null", &sb) == 0 && S_ISCHR(sb.st_mode));
}

Test(file, descriptors_are_written_where_they_stand) {
    int fd = open("samlat", O_CREAT | O_RDWR | O_APPEND, 0600);
    struct arena a = {0};
    struct buf b = {0};
    cr_assert(fd > 2 && file_put_all(fd, S8("före ")));
    struct str8 path = arena_printf(&a, "/dev/fd/%d", fd);
    cr_assert_eq(file_write(path.p, S8("efter"), 0644, NULL), ST_OK);
    close(fd);
    cr_assert_eq(file_read("samlat", &b, NULL), ST_OK);
    EQ(buf_str8_of(&b), "före efter");
    buf_free(&b);
    arena_free(&a);
}

Test(file, a_link_to_nothing_is_refused) {
    struct error e = {0};
    cr_assert_eq(symlink("ingenting", "lank"), 0);
    cr_assert_eq(file_write("lank", S8("1"), 0644, &e), ST_IO);
    cr_assert(!file_exists("ingenting"));
}

Test(file, put_all_goes_through_short_writes) {
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    cr_assert(file_put_all(ends[1], S8("åäö")));
    char text[16] = "";
    cr_assert_eq(read(ends[0], text, sizeof text), 6);
    close(ends[0]);
    signal(SIGPIPE, SIG_IGN);
    cr_assert_not(file_put_all(ends[1], S8("1")));
    cr_assert_eq(errno, EPIPE);
    close(ends[1]);
}

Test(file, mkdirs_makes_what_is_missing) {
    struct error e = {0};
    umask(0);
    cr_assert_eq(file_mkdirs("a/b/c", 0700, &e), ST_OK);
    cr_assert_eq(mode_of("a/b/c"), 0700);
    cr_assert_eq(file_mkdirs("a/b/c", 0700, &e), ST_OK);
    cr_assert_eq(file_mkdirs("a/d/", 0700, &e), ST_OK);
    struct buf b = {0};
    buf_printf(&b, "%s/e/f", dir);
    cr_assert_eq(file_mkdirs(b.p, 0700, &e), ST_OK);
    cr_assert(file_exists("e/f"));
    buf_free(&b);
    put("fil", "");
    cr_assert_eq(file_mkdirs("fil/x", 0700, &e), ST_IO);
    cr_assert(strstr(e.text, "mappen fil/x kan inte skapas: "));
}
