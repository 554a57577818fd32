libcore_a_SOURCES += src/text/editor.c src/text/editor.h src/text/lines.c src/text/log.c \
	src/text/paste.c src/text/private.h

if HAVE_CRITERION
text_help = tests/test_text_help.c tests/test_text_help.h
check_PROGRAMS += tests/test_text
TESTS += tests/test_text
tests_test_text_SOURCES = tests/test_text.c $(text_help)
tests_test_text_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_text_LDADD = $(check_core)
check_PROGRAMS += tests/test_text_lines
TESTS += tests/test_text_lines
tests_test_text_lines_SOURCES = tests/test_text_lines.c $(text_help)
tests_test_text_lines_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_text_lines_LDADD = $(check_core)
check_PROGRAMS += tests/test_text_random
TESTS += tests/test_text_random
tests_test_text_random_SOURCES = tests/test_text_random.c $(text_help)
tests_test_text_random_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_text_random_LDADD = $(check_core)
check_PROGRAMS += tests/test_text_undo
TESTS += tests/test_text_undo
tests_test_text_undo_SOURCES = tests/test_text_undo.c $(text_help)
tests_test_text_undo_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_text_undo_LDADD = $(check_core)
endif
