libcore_a_SOURCES += \
	src/emit/columns.c \
	src/emit/columns.h \
	src/emit/docx.c \
	src/emit/docx.h \
	src/emit/docx_body.c \
	src/emit/docx_builtin.c \
	src/emit/docx_controls.c \
	src/emit/docx_core.c \
	src/emit/docx_facts.c \
	src/emit/docx_inline.c \
	src/emit/docx_list.c \
	src/emit/docx_list_own.c \
	src/emit/docx_logo.c \
	src/emit/docx_notes.c \
	src/emit/docx_package.c \
	src/emit/docx_prune.c \
	src/emit/docx_styles.c \
	src/emit/docx_table.c \
	src/emit/docx_template.c \
	src/emit/emit.h \
	src/emit/facts.h \
	src/emit/fill.c \
	src/emit/font.c \
	src/emit/font.h \
	src/emit/font_find.c \
	src/emit/font_pdf.c \
	src/emit/font_private.h \
	src/emit/font_text.c \
	src/emit/head.c \
	src/emit/head.h \
	src/emit/html.c \
	src/emit/hyphen.c \
	src/emit/hyphen.h \
	src/emit/hyphen_table.h \
	src/emit/layout.h \
	src/emit/link.c \
	src/emit/link.h \
	src/emit/look.c \
	src/emit/look.h \
	src/emit/md.c \
	src/emit/md.h \
	src/emit/md_inline.c \
	src/emit/module.h \
	src/emit/numbers.c \
	src/emit/numbers.h \
	src/emit/odt.c \
	src/emit/odt.h \
	src/emit/odt_auto.c \
	src/emit/odt_body.c \
	src/emit/odt_builtin.c \
	src/emit/odt_fields.c \
	src/emit/odt_inline.c \
	src/emit/odt_list.c \
	src/emit/odt_meta.c \
	src/emit/odt_notes.c \
	src/emit/odt_package.c \
	src/emit/odt_styles.c \
	src/emit/odt_table.c \
	src/emit/odt_template.c \
	src/emit/page.c \
	src/emit/pdf.c \
	src/emit/pdf.h \
	src/emit/pdf_facts.c \
	src/emit/pdf_font.c \
	src/emit/pdf_icc.c \
	src/emit/pdf_image.c \
	src/emit/pdf_link.c \
	src/emit/pdf_meta.c \
	src/emit/pdf_obj.c \
	src/emit/pdf_outline.c \
	src/emit/pdf_page.c \
	src/emit/pdf_tree.c \
	src/emit/pdf_write.c \
	src/emit/png.c \
	src/emit/png.h \
	src/emit/set.c \
	src/emit/set.h \
	src/emit/set_break.c \
	src/emit/set_head.c \
	src/emit/set_hyphen.c \
	src/emit/set_inline.c \
	src/emit/set_page.c \
	src/emit/set_para.c \
	src/emit/set_private.h \
	src/emit/set_table.c \
	src/emit/sheet.c \
	src/emit/sheet.h \
	src/emit/text.c \
	src/emit/text_table.c \
	src/emit/xml.c \
	src/emit/xml.h \
	src/emit/xml_read.c \
	src/emit/xml_read.h \
	src/emit/xml_splice.c \
	src/emit/zip.c \
	src/emit/zip.h
nodist_libcore_a_SOURCES = src/emit/hyphen_sv.c

# The hyphenation patterns become a C file.
noinst_PROGRAMS = src/emit/hyphen_make
src_emit_hyphen_make_SOURCES = src/emit/hyphen_make.c src/emit/hyphen_table.h
src_emit_hyphen_make_LDADD = $(HYPHEN_LIBS)
CLEANFILES += src/emit/hyphen_sv.c
src/emit/hyphen_sv.c: src/emit/hyphen_make$(EXEEXT) $(HYPHEN_SV)
	$(AM_V_GEN)src/emit/hyphen_make$(EXEEXT) $(HYPHEN_SV) >$@-t && mv $@-t $@

EXTRA_DIST += tests/golden/emit tests/fixtures/mall-docx tests/fixtures/mall-odt tests/judge
CLEANFILES += golden-out/dokument*
check_PROGRAMS += tests/make_paper
tests_make_paper_SOURCES = tests/make_paper.c tests/paper.c tests/paper.h src/emit/lazy.c
tests_make_paper_CPPFLAGS = $(AM_CPPFLAGS) -UYTTRA_LIBDIR -DYTTRA_LIBDIR='"$(abs_top_builddir)"'
tests_make_paper_LDADD = libcore.a $(light_libs)
if HAVE_CRITERION
emit_tests = \
	tests/test_columns \
	tests/test_docx \
	tests/test_docx_template \
	tests/test_emit \
	tests/test_emit_text \
	tests/test_font \
	tests/test_link \
	tests/test_mall \
	tests/test_odt \
	tests/test_odt_template \
	tests/test_pdf \
	tests/test_png \
	tests/test_set \
	tests/test_xml
package_help = tests/package.c tests/package.h tests/paper.c tests/paper.h
check_PROGRAMS += $(emit_tests)
TESTS += $(emit_tests)
tests_test_columns_SOURCES = tests/test_columns.c tests/docx.c tests/docx.h tests/odt.c tests/odt.h $(package_help)
tests_test_columns_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_columns_LDADD = $(check_core)
tests_test_docx_SOURCES = tests/test_docx.c tests/docx.c tests/docx.h $(package_help)
tests_test_docx_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_docx_LDADD = $(check_core)
tests_test_docx_template_SOURCES = tests/test_docx_template.c tests/docx.c tests/docx.h $(package_help)
tests_test_docx_template_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_docx_template_LDADD = $(check_core)
tests_test_emit_SOURCES = tests/test_emit.c tests/tree.c tests/tree.h
tests_test_emit_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_emit_LDADD = $(check_core)
tests_test_emit_text_SOURCES = tests/test_emit_text.c
tests_test_emit_text_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_emit_text_LDADD = $(check_core)
tests_test_font_SOURCES = tests/test_font.c
tests_test_font_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_font_LDADD = $(check_core)
tests_test_link_SOURCES = tests/test_link.c tests/docx.c tests/docx.h tests/odt.c tests/odt.h $(package_help)
tests_test_link_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_link_LDADD = $(check_core)
tests_test_mall_SOURCES = tests/test_mall.c tests/docx.c tests/docx.h tests/odt.c tests/odt.h $(package_help)
tests_test_mall_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_mall_LDADD = $(check_core)
tests_test_odt_SOURCES = tests/test_odt.c tests/odt.c tests/odt.h $(package_help)
tests_test_odt_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_odt_LDADD = $(check_core)
tests_test_odt_template_SOURCES = tests/test_odt_template.c tests/docx.c tests/docx.h tests/odt.c tests/odt.h $(package_help)
tests_test_odt_template_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_odt_template_LDADD = $(check_core)
tests_test_pdf_SOURCES = tests/test_pdf.c tests/sheets.c tests/sheets.h
tests_test_pdf_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_pdf_LDADD = $(check_core)
tests_test_png_SOURCES = tests/test_png.c
tests_test_png_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_png_LDADD = $(check_core)
tests_test_set_SOURCES = tests/test_set.c tests/sheet_fault.c tests/sheet_fault.h
tests_test_set_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_set_LDADD = $(check_core)
tests_test_xml_SOURCES = tests/test_xml.c
tests_test_xml_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_xml_LDADD = $(check_core)
endif
