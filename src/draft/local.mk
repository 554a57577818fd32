libcore_a_SOURCES += \
	src/draft/compose.c \
	src/draft/compose.h \
	src/draft/compose_check.c \
	src/draft/compose_private.h \
	src/draft/context.c \
	src/draft/context.h \
	src/draft/context_avsnitt.c \
	src/draft/context_facts.c \
	src/draft/context_facts.h \
	src/draft/context_json.c \
	src/draft/context_json.h \
	src/draft/context_lists.c \
	src/draft/context_matris.c \
	src/draft/context_private.h \
	src/draft/context_rubrikvis.c \
	src/draft/context_svar.c \
	src/draft/context_tema.c \
	src/draft/join.c \
	src/draft/join.h \
	src/draft/mark.c \
	src/draft/mark.h \
	src/draft/matris.c \
	src/draft/matris.h \
	src/draft/mustache.c \
	src/draft/mustache.h \
	src/draft/mustache_impl.h \
	src/draft/mustache_parse.c \
	src/draft/mustache_render.c \
	src/draft/object.c \
	src/draft/object.h \
	src/draft/phrase.c \
	src/draft/phrase.h \
	src/draft/phrase_parts.h \
	src/draft/reference.c \
	src/draft/reference.h \
	src/draft/sammanfattning.c \
	src/draft/sammanfattning.h \
	src/draft/svarsrad.c \
	src/draft/svarsrad.h

if HAVE_CRITERION
check_PROGRAMS += tests/test_mustache tests/test_mustache_spec tests/test_mustache_inherit
TESTS += tests/test_mustache tests/test_mustache_spec tests/test_mustache_inherit
tests_test_mustache_SOURCES = tests/test_mustache.c tests/test_mustache.h
tests_test_mustache_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_mustache_LDADD = $(check_core)
tests_test_mustache_spec_SOURCES = tests/test_mustache_spec.c tests/test_mustache.h
tests_test_mustache_spec_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_mustache_spec_LDADD = $(check_core)
tests_test_mustache_inherit_SOURCES = tests/test_mustache_inherit.c tests/test_mustache.h
tests_test_mustache_inherit_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_mustache_inherit_LDADD = $(check_core)
endif

# Sentences and papers. sample.c holds what the tests of rooms above share.
if HAVE_CRITERION
sentence_tests = \
	tests/test_delar \
	tests/test_join \
	tests/test_papers \
	tests/test_phrase \
	tests/test_profil \
	tests/test_reference \
	tests/test_rubrikvis \
	tests/test_sammanfattning \
	tests/test_stance_words \
	tests/test_val
check_PROGRAMS += $(sentence_tests)
TESTS += $(sentence_tests)
tests_test_phrase_SOURCES = tests/test_phrase.c tests/sample.c tests/sample.h
tests_test_phrase_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_phrase_LDADD = $(check_core)
tests_test_join_SOURCES = tests/test_join.c tests/sample.c tests/sample.h
tests_test_join_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_join_LDADD = $(check_core)
tests_test_stance_words_SOURCES = tests/test_stance_words.c tests/sample.c tests/sample.h
tests_test_stance_words_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_stance_words_LDADD = $(check_core)
tests_test_profil_SOURCES = tests/test_profil.c tests/sample.c tests/sample.h
tests_test_profil_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_profil_LDADD = $(check_core)
tests_test_papers_SOURCES = tests/test_papers.c tests/sample.c tests/sample.h
tests_test_papers_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_papers_LDADD = $(check_core)
tests_test_delar_SOURCES = tests/test_delar.c tests/sample.c tests/sample.h
tests_test_delar_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_delar_LDADD = $(check_core)
tests_test_reference_SOURCES = tests/test_reference.c
tests_test_reference_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_reference_LDADD = $(check_core)
tests_test_sammanfattning_SOURCES = tests/test_sammanfattning.c tests/sample.c tests/sample.h
tests_test_sammanfattning_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_sammanfattning_LDADD = $(check_core)
tests_test_val_SOURCES = tests/test_val.c tests/sample.c tests/sample.h
tests_test_val_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_val_LDADD = $(check_core)
tests_test_rubrikvis_SOURCES = tests/test_rubrikvis.c tests/sample.c tests/sample.h
tests_test_rubrikvis_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_rubrikvis_LDADD = $(check_core)
endif

check_PROGRAMS += tests/print_phrases tests/print_parts
TESTS += tests/fraser.sh tests/papper.sh tests/fron.sh
tests_print_parts_SOURCES = tests/print_parts.c
tests_print_parts_LDADD = libcore.a $(core_libs)
EXTRA_DIST += tests/fron tests/fron.sh tests/fraser.sh tests/papper.sh tests/exempelarende.sh tests/golden/fraser.txt \
	tests/golden/papper/tjansteskrivelse.html tests/golden/papper/tjansteskrivelse.md \
	tests/golden/papper/tjansteskrivelse.text tests/golden/papper/yttrande.html \
	tests/golden/papper/yttrande.md tests/golden/papper/yttrande.text
tests_print_phrases_SOURCES = tests/print_phrases.c tests/sample.c tests/sample.h
tests_print_phrases_LDADD = libcore.a $(core_libs)
