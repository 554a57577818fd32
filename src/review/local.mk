libcore_a_SOURCES += \
	src/review/claim.c \
	src/review/claim.h \
	src/review/gather.c \
	src/review/lix.c \
	src/review/lix.h \
	src/review/private.h \
	src/review/prose.c \
	src/review/prose.h \
	src/review/review.c \
	src/review/review.h \
	src/review/rules_avsnitt.c \
	src/review/rules_datum.c \
	src/review/rules_dokument.c \
	src/review/rules_konsekvens.c \
	src/review/rules_lasbarhet.c \
	src/review/rules_motivering.c \
	src/review/rules_ord.c \
	src/review/rules_oskrivet.c \
	src/review/rules_sanning.c \
	src/review/rules_skriv.c \
	src/review/rules_svar.c \
	src/review/rules_termer.c \
	src/review/rules_text.c \
	src/review/rules_utskick.c \
	src/review/rules_yttrande.c \
	src/review/termer.c \
	src/review/termer.h \
	src/review/utskick.h \
	src/review/vocab.c \
	src/review/vocab.h

if HAVE_CRITERION
review_tests = tests/test_claim \
	tests/test_prose \
	tests/test_review \
	tests/test_review_papper \
	tests/test_review_sanning \
	tests/test_review_skriv \
	tests/test_termer \
	tests/test_utskick
review_help = tests/review_help.c tests/review_help.h tests/sample.c tests/sample.h
check_PROGRAMS += $(review_tests)
TESTS += $(review_tests)
tests_test_utskick_SOURCES = tests/test_utskick.c tests/sample.c tests/sample.h
tests_test_utskick_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_utskick_LDADD = $(check_core)
tests_test_claim_SOURCES = tests/test_claim.c tests/sample.c tests/sample.h
tests_test_claim_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_claim_LDADD = $(check_core)
tests_test_prose_SOURCES = tests/test_prose.c
tests_test_prose_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_prose_LDADD = $(check_core)
tests_test_review_papper_SOURCES = tests/test_review_papper.c $(review_help)
tests_test_review_papper_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_review_papper_LDADD = $(check_core)
tests_test_review_sanning_SOURCES = tests/test_review_sanning.c $(review_help)
tests_test_review_sanning_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_review_sanning_LDADD = $(check_core)
tests_test_review_skriv_SOURCES = tests/test_review_skriv.c $(review_help)
tests_test_review_skriv_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_review_skriv_LDADD = $(check_core)
tests_test_termer_SOURCES = tests/test_termer.c $(review_help)
tests_test_termer_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_termer_LDADD = $(check_core)
tests_test_review_SOURCES = tests/test_review.c $(review_help)
tests_test_review_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_review_LDADD = $(check_core)
endif

TESTS += tests/regler.py
EXTRA_DIST += tests/regler.py
