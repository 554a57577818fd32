libcore_a_SOURCES += \
	src/remiss/arende.c src/remiss/arende.h \
	src/remiss/betankande.c src/remiss/betankande.h \
	src/remiss/betankande_form.c src/remiss/betankande_form.h \
	src/remiss/betankande_read.c src/remiss/betankande_write.c \
	src/remiss/falt.c src/remiss/slag.c src/remiss/stance.c src/remiss/stance.h \
	src/remiss/store.h

# The betänkanden that come with the program.
betankandedir = $(pkgdatadir)/betankanden
dist_betankande_DATA = db/betankanden/sou-2024-72.md

if HAVE_CRITERION
check_PROGRAMS += tests/test_betankande tests/test_sou_2024_72 tests/test_remiss
TESTS += tests/test_betankande tests/test_sou_2024_72 tests/test_remiss
tests_test_betankande_SOURCES = tests/test_betankande.c
tests_test_betankande_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_betankande_LDADD = $(check_core)
tests_test_sou_2024_72_SOURCES = tests/test_sou_2024_72.c
tests_test_sou_2024_72_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_sou_2024_72_LDADD = $(check_core)
tests_test_remiss_SOURCES = tests/test_remiss.c
tests_test_remiss_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_remiss_LDADD = $(check_core)
endif
