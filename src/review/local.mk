libcore_a_SOURCES += \
	src/review/lix.c src/review/lix.h \
	src/review/private.h src/review/prose.c src/review/prose.h src/review/review.c src/review/review.h \
	src/review/rules_avsnitt.c src/review/rules_datum.c src/review/rules_dokument.c \
	src/review/rules_svar.c src/review/rules_text.c \
	src/review/rules_utskick.c src/review/utskick.h

if HAVE_CRITERION
check_PROGRAMS += tests/test_prose tests/test_review tests/test_utskick
TESTS += tests/test_prose tests/test_review tests/test_utskick
tests_test_utskick_SOURCES = tests/test_utskick.c tests/sample.c tests/sample.h
tests_test_utskick_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_utskick_LDADD = $(check_core)
tests_test_prose_SOURCES = tests/test_prose.c
tests_test_prose_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_prose_LDADD = $(check_core)
tests_test_review_SOURCES = tests/test_review.c tests/sample.c tests/sample.h
tests_test_review_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_review_LDADD = $(check_core)
endif
