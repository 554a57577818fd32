/* Word and ODF documents in tests: made from a template, taken apart, looked into. */
#ifndef TESTS_PACKAGE_H
#define TESTS_PACKAGE_H

#include "emit/emit.h"
#include "emit/xml_read.h"
#include "emit/zip.h"

/* What the template is called, and so begins what is said of it. */
#define PACKAGE_TEMPLATE "mall"

/* emit_docx or emit_odt. */
typedef enum status package_emit(const struct doc *, const struct emit_template *, struct buf *,
                                 struct error *);

/* A document of Markdown. */
struct doc *package_doc(struct arena *a, const char *markdown);

/* The one of that name in tests/golden/emit, as tests/paper.h makes it. */
struct doc *package_golden(struct arena *a, const char *name);

/* The parts, packed. */
struct str8 package_bytes(struct arena *a, const struct pack *p);

/* The package made, and its bytes. `template` may be NULL. */
struct str8 package_made(struct arena *a, package_emit *emit, const struct doc *d,
                         const struct pack *template, struct pack *out);

/* What is said of a template that is refused; the test fails if it is not, or its name is not what
 * is said first. */
struct str8 package_refusal(struct arena *a, package_emit *emit, struct str8 bytes);

/* A file in tests/, and the files of a folder in tests/fixtures. */
struct str8 package_file(struct arena *a, const char *name);
struct pack package_read(struct arena *a, const char *folder, const char *const *names, size_t n);

/* In a part, all of `from` becomes `to`; a failure when there is none. */
void package_edit(struct arena *a, struct pack *p, const char *name, const char *from,
                  const char *to);

/* The lines that hold `text` go. */
void package_drop_line(struct arena *a, struct pack *p, const char *name, const char *text);

/* A part, parsed; a failure when there is none. */
struct xml_doc package_xml(struct arena *a, const struct pack *p, const char *name);

bool package_holds(const struct pack *p, const char *name, const char *bytes);

/* Do the texts stand in the part's character data, in that order? */
void package_in_order(struct arena *a, const struct pack *p, const char *name,
                      const char *const *texts, size_t n);
#define PACKAGE_IN_ORDER(a, p, name, ...)                                                          \
    package_in_order(a, p, name, (const char *const[]){__VA_ARGS__},                               \
                     sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* How many elements of that name there are. */
int package_count(const struct xml_elem *root, const char *ns, const char *name);

/* A failure when they differ. */
void package_same(struct str8 got, const char *want);

#endif
