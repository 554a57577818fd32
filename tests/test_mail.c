/* The mail draft: what a mail program must be able to read, and nothing that breaks it. Another
 * reader's opinion is in tests/cmd/utskick.sh. */
#include <criterion/criterion.h>
#include <string.h>

#include "app/mail.h"

static struct buf out;

static void teardown(void) {
    buf_free(&out);
}

TestSuite(mail, .fini = teardown);

static void make(const struct mail *m) {
    buf_clear(&out);
    mail_write(m, &out);
}

static bool has(const char *text) {
    return strstr(out.p, text) != NULL;
}

Test(mail, headers) {
    make(&(struct mail){.from_name = S8("Handläggare A"),
                        .from = S8("a@exempel.se"),
                        .to = S8("s.remissvar@exempel.se; b@exempel.se"),
                        .copy = S8("c@exempel.se"),
                        .subject = S8("S2024/01966 - Namnden"),
                        .date = S8("2025-03-14T09:00:00Z"),
                        .body = S8("Hej!\n")});
    cr_expect(has("From: =?UTF-8?B?SGFuZGzDpGdnYXJlIEE=?= <a@exempel.se>\r\n"));
    cr_expect(has("To: s.remissvar@exempel.se,\r\n b@exempel.se\r\n"));
    cr_expect(has("Cc: c@exempel.se\r\n"));
    cr_expect(has("Subject: S2024/01966 - Namnden\r\n"));
    cr_expect(has("Date: Fri, 14 Mar 2025 09:00:00 +0000\r\n"), "%s", out.p);
    cr_expect(has("X-Unsent: 1\r\n"));
    cr_expect(has("\r\n\r\nHej!\r\n"));
}

Test(mail, nothing_is_smuggled_into_headers) {
    make(&(struct mail){
        .to = S8("a@b.se\r\nBcc: x@y.se"), .subject = S8("Ett\nBcc: x@y.se"), .body = S8("x")});
    cr_expect(!has("\nBcc:"), "%s", out.p);
}

Test(mail, no_address_no_header) {
    make(&(struct mail){.to = S8(" ; "), .body = S8("x")});
    cr_expect(!has("To:") && !has("From:") && !has("Cc:") && !has("Date:"), "%s", out.p);
}

Test(mail, long_subjects_are_folded_between_characters) {
    struct buf subject = {0};
    for (int i = 0; i < 60; i++)
        buf_str(&subject, "åä");
    make(&(struct mail){.subject = buf_str8_of(&subject), .body = S8("x")});
    for (char *line = strtok(out.p, "\n"); line; line = strtok(NULL, "\n"))
        cr_expect(strlen(line) <= 77, "%zu: %s", strlen(line), line);
    buf_free(&subject);
}

Test(mail, body_lines_are_short_and_keep_their_words) {
    struct buf body = {0};
    for (int i = 0; i < 50; i++)
        buf_str(&body, "räksmörgås = ");
    buf_str(&body, "\nslut ");
    make(&(struct mail){.body = buf_str8_of(&body)});
    cr_expect(has("r=C3=A4ksm=C3=B6rg=C3=A5s =3D r"));
    cr_expect(has("slut=20\r\n"), "a space at the end of a line is kept");
    for (char *line = strtok(out.p, "\n"); line; line = strtok(NULL, "\n"))
        cr_expect(strlen(line) <= 77, "%zu: %s", strlen(line), line);
    buf_free(&body);
}

Test(mail, file_names) {
    const struct mail_file f[] = {{S8("Nämnden \"x\".pdf"), S8("application/pdf"), S8("ab")},
                                  {S8("a\"b.pdf"), S8("application/pdf"), S8("c")}};
    make(&(struct mail){.body = S8("x"), .file = f, .n_files = 2});
    cr_expect(has("filename*=UTF-8''N%C3%A4mnden%20%22x%22.pdf"), "%s", out.p);
    cr_expect(has("name=\"=?UTF-8?B?TsOkbW5kZW4gIngiLnBkZg==?=\""), "%s", out.p);
    cr_expect(has("filename=\"a_b.pdf\""), "%s", out.p);
    cr_expect(has("\r\n\r\nYWI=\r\n"));
    cr_expect(has("\r\n--=_yttra_del--\r\n"));
}

Test(mail, addresses) {
    static const char *const good[] = {"a@b.se", "a.b@c.d.se, x@y.se", "a@b.se;c@d.se;"};
    static const char *const bad[] = {"",     "a",        "a@b",    "@b.se",    "a@.se",
                                      "a@b.", "a b@c.se", "å@b.se", "a@b@c.se", "a@b.se, x"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        cr_expect(mail_addresses_ok(s8_from(good[i])), "%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect(!mail_addresses_ok(s8_from(bad[i])), "%s", bad[i]);
}
