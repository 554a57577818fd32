libcore_a_SOURCES += src/text/editor.c src/text/editor.h src/text/lines.c src/text/log.c \
	src/text/private.h

if HAVE_CRITERION
check_PROGRAMS += tests/test_text
TESTS += tests/test_text
tests_test_text_SOURCES = tests/test_text.c
tests_test_text_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_text_LDADD = $(check_core)
endif
