libcore_a_SOURCES += \
	src/emit/emit.h src/emit/fill.c src/emit/html.c src/emit/layout.h \
	src/emit/link.c src/emit/link.h src/emit/look.c src/emit/look.h \
	src/emit/md.c src/emit/md.h src/emit/md_inline.c src/emit/page.c \
	src/emit/pdf.h src/emit/pdf_font.c src/emit/pdf_icc.c \
	src/emit/pdf_image.c src/emit/pdf_link.c src/emit/pdf_meta.c \
	src/emit/pdf_obj.c src/emit/pdf_outline.c src/emit/pdf_page.c \
	src/emit/pdf_tree.c src/emit/pdf_write.c \
	src/emit/png.c src/emit/png.h src/emit/sheet.c src/emit/sheet.h \
	src/emit/text.c src/emit/text_table.c \
	src/emit/xml.c src/emit/xml.h src/emit/zip.c src/emit/zip.h

# Setting on pages.
libcore_a_SOURCES += \
	src/emit/font.c src/emit/font.h src/emit/font_find.c src/emit/font_pdf.c \
	src/emit/font_private.h src/emit/font_text.c \
	src/emit/hyphen.c src/emit/hyphen.h src/emit/hyphen_table.h \
	src/emit/set.c src/emit/set.h src/emit/set_break.c src/emit/set_head.c \
	src/emit/set_hyphen.c src/emit/set_inline.c \
	src/emit/set_para.c src/emit/set_page.c src/emit/set_private.h src/emit/set_table.c
nodist_libcore_a_SOURCES = src/emit/hyphen_sv.c

# The hyphenation patterns become a C file.
noinst_PROGRAMS = src/emit/hyphen_make
src_emit_hyphen_make_SOURCES = src/emit/hyphen_make.c src/emit/hyphen_table.h
src_emit_hyphen_make_LDADD = $(HYPHEN_LIBS)
CLEANFILES += src/emit/hyphen_sv.c
src/emit/hyphen_sv.c: src/emit/hyphen_make$(EXEEXT) $(HYPHEN_SV)
	$(AM_V_GEN)src/emit/hyphen_make$(EXEEXT) $(HYPHEN_SV) >$@-t && mv $@-t $@

EXTRA_DIST += tests/golden/emit
CLEANFILES += golden-out/dokument*
if HAVE_CRITERION
check_PROGRAMS += tests/test_emit tests/test_emit_text tests/test_png
TESTS += tests/test_emit tests/test_emit_text tests/test_png
tests_test_emit_SOURCES = tests/test_emit.c tests/tree.c tests/tree.h
tests_test_emit_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_emit_LDADD = $(check_core)
tests_test_emit_text_SOURCES = tests/test_emit_text.c
tests_test_emit_text_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_emit_text_LDADD = $(check_core)
check_PROGRAMS += tests/test_font tests/test_set
TESTS += tests/test_font tests/test_set
tests_test_font_SOURCES = tests/test_font.c
tests_test_font_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_font_LDADD = $(check_core)
tests_test_set_SOURCES = tests/test_set.c tests/sheet_fault.c tests/sheet_fault.h
tests_test_set_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_set_LDADD = $(check_core)
tests_test_png_SOURCES = tests/test_png.c
tests_test_png_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_png_LDADD = $(check_core)
endif
