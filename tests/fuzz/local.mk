# Fuzz targets. Each is one program, tests/fuzz/fuzz_NAME: built with --enable-fuzzers it searches
# (tests/fuzz/run.sh), in other builds make check feeds it the kept files in tests/fuzz/corpus/NAME.
# What a new target adds is in docs/TESTING.md.
FUZZ_TARGETS =
fuzz_core = libcore.a $(core_libs)
if ENABLE_FUZZERS
fuzz_main =
fuzz_ldflags = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
else
fuzz_main = tests/fuzz/replay_main.c
fuzz_ldflags = $(AM_LDFLAGS)
TESTS += $(FUZZ_TARGETS)
endif
check_PROGRAMS += $(FUZZ_TARGETS)
EXTRA_DIST += tests/fuzz/replay_main.c tests/fuzz/run.sh tests/fuzz/corpus

FUZZ_TARGETS += tests/fuzz/fuzz_text
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/fuzz_text.c $(fuzz_main)
tests_fuzz_fuzz_text_LDADD = $(fuzz_core)
tests_fuzz_fuzz_text_LDFLAGS = $(fuzz_ldflags)

FUZZ_TARGETS += tests/fuzz/fuzz_mustache
tests_fuzz_fuzz_mustache_SOURCES = tests/fuzz/fuzz_mustache.c tests/test_mustache.h $(fuzz_main)
tests_fuzz_fuzz_mustache_LDADD = $(fuzz_core)
tests_fuzz_fuzz_mustache_LDFLAGS = $(fuzz_ldflags)

FUZZ_TARGETS += tests/fuzz/fuzz_betankande
tests_fuzz_fuzz_betankande_SOURCES = tests/fuzz/fuzz_betankande.c $(fuzz_main)
tests_fuzz_fuzz_betankande_LDADD = $(fuzz_core)
tests_fuzz_fuzz_betankande_LDFLAGS = $(fuzz_ldflags)

FUZZ_TARGETS += tests/fuzz/fuzz_json
tests_fuzz_fuzz_json_SOURCES = tests/fuzz/fuzz_json.c $(fuzz_main)
tests_fuzz_fuzz_json_LDADD = libcore.a libdb.a libcore.a $(core_libs) $(SQLITE_LIBS)
tests_fuzz_fuzz_json_LDFLAGS = $(fuzz_ldflags)

FUZZ_TARGETS += tests/fuzz/fuzz_markdown
tests_fuzz_fuzz_markdown_SOURCES = tests/fuzz/fuzz_markdown.c tests/tree.c tests/tree.h $(fuzz_main)
tests_fuzz_fuzz_markdown_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_fuzz_markdown_LDADD = $(fuzz_core)
tests_fuzz_fuzz_markdown_LDFLAGS = $(fuzz_ldflags)

FUZZ_TARGETS += tests/fuzz/fuzz_editor
tests_fuzz_fuzz_editor_SOURCES = tests/fuzz/fuzz_editor.c tests/test_text_help.c \
	tests/test_text_help.h $(fuzz_main)
tests_fuzz_fuzz_editor_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_fuzz_editor_LDADD = $(fuzz_core)
tests_fuzz_fuzz_editor_LDFLAGS = $(fuzz_ldflags)

FUZZ_TARGETS += tests/fuzz/fuzz_xml
tests_fuzz_fuzz_xml_SOURCES = tests/fuzz/fuzz_xml.c $(fuzz_main)
tests_fuzz_fuzz_xml_LDADD = $(fuzz_core)
tests_fuzz_fuzz_xml_LDFLAGS = $(fuzz_ldflags)

FUZZ_TARGETS += tests/fuzz/fuzz_mall
tests_fuzz_fuzz_mall_SOURCES = tests/fuzz/fuzz_mall.c $(fuzz_main)
tests_fuzz_fuzz_mall_LDADD = $(fuzz_core)
tests_fuzz_fuzz_mall_LDFLAGS = $(fuzz_ldflags)

FUZZ_TARGETS += tests/fuzz/fuzz_pdf
tests_fuzz_fuzz_pdf_SOURCES = tests/fuzz/fuzz_pdf.c $(fuzz_main)
tests_fuzz_fuzz_pdf_LDADD = $(fuzz_core)
tests_fuzz_fuzz_pdf_LDFLAGS = $(fuzz_ldflags)
