# How tests are run: docs/TESTING.md. All of them speak TAP, through one wrapper.
TEST_EXTENSIONS = .sh .py
run_test = $(SHELL) $(top_srcdir)/tests/run-test.sh
tap_driver = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_COMPILER = $(run_test)
SH_LOG_COMPILER = $(run_test)
PY_LOG_COMPILER = $(run_test)
LOG_DRIVER = $(tap_driver)
SH_LOG_DRIVER = $(tap_driver)
PY_LOG_DRIVER = $(tap_driver)
AM_TESTS_ENVIRONMENT = \
	YTTRA='$(abs_builddir)/yttra'; export YTTRA; \
	YTTRA_DATA='$(abs_top_srcdir)/db'; export YTTRA_DATA; \
	PYTHON3='$(PYTHON3)'; export PYTHON3;

EXTRA_DIST += tests/run-test.sh tests/lsan.supp tests/tap.sh tests/check_includes.sh \
	tests/exempel.sh tests/chroot.sh
TESTS += tests/check_includes.sh tests/flyttad.sh tests/test_cups.sh
EXTRA_DIST += tests/flyttad.sh tests/test_cups.sh

if HAVE_CRITERION
check_PROGRAMS += tests/test_base tests/test_base_text
TESTS += tests/test_base tests/test_base_text
tests_test_base_SOURCES = tests/test_base.c
tests_test_base_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_base_LDADD = $(check_core)
tests_test_base_text_SOURCES = tests/test_base_text.c
tests_test_base_text_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_base_text_LDADD = $(check_core)
check_PROGRAMS += tests/test_child
TESTS += tests/test_child
tests_test_child_SOURCES = tests/test_child.c
tests_test_child_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_child_LDADD = $(check_core)
else
check-local:
	@echo '*** The test programs are NOT built: configure found no Criterion.'
	@echo '*** On Debian: apt install libcriterion-dev, then run configure again.'
endif

EXTRA_DIST += tests/analyse.sh tests/analysis.cfg tests/bench/run.sh
bench_programs += tests/bench/tid tests/bench/fyll
tests_bench_tid_SOURCES = tests/bench/tid.c
tests_bench_fyll_SOURCES = tests/bench/fyll.c
tests_bench_fyll_LDADD = libcore.a libdb.a libcore.a $(core_libs) $(SQLITE_LIBS)
EXTRA_DIST += tests/golden/terminal tests/skarm.sh tests/bench/lib.sh tests/bench/bench_lista.sh tests/bench/bench_skapa.sh \
	tests/bench/bench_dokument.sh \
	tests/bench/bench_langd.sh tests/bench/bench_rulla.sh tests/bench/bench_start.sh \
	tests/bench/bench_tangent.sh
EXTRA_PROGRAMS = $(bench_programs)
.PHONY: bench langprov
bench: all $(bench_programs) tests/make_paper
	$(SHELL) $(top_srcdir)/tests/bench/run.sh .

# Documents judged by others' programs (docs/TESTING.md).
.PHONY: judge
judge: all tests/make_paper
	$(SHELL) $(top_srcdir)/tests/judge/judge.sh . || test $$? = 77

# The long run: hours, not minutes. Tests take their long form when YTTRA_LANGPROV is set.
langprov:
	YTTRA_LANGPROV=1 FUZZ_SECONDS=600 SUITES='bookworm trixie' \
		$(top_srcdir)/.ci/run packages sanitizers fuzz chroot

# The screen on a terminal.
if HAVE_VTERM
noinst_LIBRARIES += tests/libterm.a
tests_libterm_a_SOURCES = tests/term.c tests/term.h tests/skarm.c tests/skarm.h
tests_libterm_a_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) $(CRITERION_CFLAGS)
screen_tests = tests/test_term tests/test_program tests/test_program_slut \
	tests/test_program_vyer tests/test_print_terminal
check_PROGRAMS += $(screen_tests) tests/skarm
TESTS += $(screen_tests) tests/skarm.sh
tests_skarm_SOURCES = tests/skarm_main.c
tests_skarm_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS)
tests_skarm_LDADD = $(term_libs)
tests_test_term_SOURCES = tests/test_term.c
tests_test_term_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_term_LDADD = $(term_libs) $(CRITERION_LIBS)
tests_test_program_SOURCES = tests/test_program.c
tests_test_program_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_program_LDADD = $(term_libs) $(CRITERION_LIBS)
tests_test_program_slut_SOURCES = tests/test_program_slut.c
tests_test_program_slut_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_program_slut_LDADD = $(term_libs) $(CRITERION_LIBS)
tests_test_program_vyer_SOURCES = tests/test_program_vyer.c
tests_test_program_vyer_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_program_vyer_LDADD = $(term_libs) $(CRITERION_LIBS)
tests_test_print_terminal_SOURCES = tests/test_print_terminal.c
tests_test_print_terminal_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_print_terminal_LDADD = $(term_libs) $(CRITERION_LIBS)
term_libs = tests/libterm.a libcore.a $(core_libs) $(VTERM_LIBS) -lutil
bench_programs += tests/bench/tangent
tests_bench_tangent_SOURCES = tests/bench/tangent.c
tests_bench_tangent_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS)
tests_bench_tangent_LDADD = $(term_libs)
endif
