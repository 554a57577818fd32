libcore_a_SOURCES += \
	src/doc/doc.c src/doc/doc.h src/doc/entity.c src/doc/escape.c \
	src/doc/footnotes.c src/doc/graft.c src/doc/markdown.c \
	src/doc/markdown.h src/doc/parse.h src/doc/tidy.c src/doc/typografi.c \
	src/doc/typografi.h src/doc/typografi_regler.c src/doc/typografi_regler.h

EXTRA_DIST += tests/fuzz/fuzz_markdown.c tests/fuzz/corpus/markdown
if HAVE_CRITERION
check_PROGRAMS += tests/test_doc tests/test_typografi
TESTS += tests/test_doc tests/test_typografi
tests_test_typografi_SOURCES = tests/test_typografi.c tests/tree.c tests/tree.h
tests_test_typografi_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_typografi_LDADD = $(check_core)
tests_test_doc_SOURCES = tests/test_doc.c tests/tree.c tests/tree.h
tests_test_doc_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_doc_LDADD = $(check_core)
endif
