noinst_LIBRARIES += libui.a
libui_a_CFLAGS = $(AM_CFLAGS) $(NCURSESW_CFLAGS)
libui_a_SOURCES = \
	ui/actions.c \
	ui/actions.h \
	ui/arende.h \
	ui/arende_draw.c \
	ui/beslutat.c \
	ui/blad.c \
	ui/blad.h \
	ui/clip.c \
	ui/clip.h \
	ui/draw.c \
	ui/draw.h \
	ui/end.c \
	ui/external.c \
	ui/external.h \
	ui/fil.c \
	ui/fil.h \
	ui/forhand.h \
	ui/forhand_file.c \
	ui/form.h \
	ui/form_draw.c \
	ui/form_line.c \
	ui/form_val.c \
	ui/form_words.c \
	ui/fraga.c \
	ui/frame.c \
	ui/goto.c \
	ui/grid.c \
	ui/grid.h \
	ui/historik.h \
	ui/input.c \
	ui/input.h \
	ui/key.c \
	ui/key.h \
	ui/list.c \
	ui/loop.c \
	ui/ord.c \
	ui/ord.h \
	ui/term.c \
	ui/term.h \
	ui/theme.c \
	ui/theme.h \
	ui/ui.c \
	ui/ui.h \
	ui/view.h \
	ui/view_arende.c \
	ui/view_arenden.c \
	ui/view_forhand.c \
	ui/view_form.c \
	ui/view_granska.c \
	ui/view_historik.c \
	ui/view_hjalp.c \
	ui/view_konflikt.c \
	ui/view_las.c \
	ui/view_nytt.c \
	ui/view_rader.c \
	ui/view_skriv.c \
	ui/view_sok.c \
	ui/view_spara.c \
	ui/view_text.c \
	ui/view_texter.c \
	ui/view_utkast.c \
	ui/view_utskick.c \
	ui/views.h \
	ui/writing.c \
	ui/writing.h \
	ui/writing_leave.c

# The keys as the manual and the handbook have them, from the table of actions.
check_PROGRAMS += tests/print_keys
tests_print_keys_SOURCES = tests/print_keys.c
tests_print_keys_LDADD = libui.a libcore.a $(core_libs)
TESTS += tests/tangenter.sh
EXTRA_DIST += tests/tangenter.sh tests/golden/skarm

if HAVE_CRITERION
check_PROGRAMS += tests/test_ui
TESTS += tests/test_ui
tests_test_ui_SOURCES = tests/test_ui.c
tests_test_ui_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_ui_LDADD = $(check_ui)

# Views on a fake grid: tests/vy.h.
check_LIBRARIES = tests/libvy.a
tests_libvy_a_SOURCES = tests/vy.c tests/vy.h
tests_libvy_a_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
check_vy = tests/libvy.a $(check_ui)
check_PROGRAMS += tests/test_vy_las tests/test_vy_ut
TESTS += tests/test_vy_las tests/test_vy_ut
tests_test_vy_ut_SOURCES = tests/test_vy_ut.c
tests_test_vy_ut_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_vy_ut_LDADD = $(check_vy)
tests_test_vy_las_SOURCES = tests/test_vy_las.c
tests_test_vy_las_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_vy_las_LDADD = $(check_vy)
check_PROGRAMS += tests/test_vy_arende tests/test_vy_text
TESTS += tests/test_vy_arende tests/test_vy_text
tests_test_vy_arende_SOURCES = tests/test_vy_arende.c
tests_test_vy_arende_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_vy_arende_LDADD = $(check_vy)
tests_test_vy_text_SOURCES = tests/test_vy_text.c
tests_test_vy_text_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_vy_text_LDADD = $(check_vy)
check_PROGRAMS += tests/test_vy_form
TESTS += tests/test_vy_form
tests_test_vy_form_SOURCES = tests/test_vy_form.c
tests_test_vy_form_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_vy_form_LDADD = $(check_vy)
check_PROGRAMS += tests/test_vy_rader
TESTS += tests/test_vy_rader
tests_test_vy_rader_SOURCES = tests/test_vy_rader.c
tests_test_vy_rader_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_vy_rader_LDADD = $(check_vy)
check_PROGRAMS += tests/test_vy_slut
TESTS += tests/test_vy_slut
tests_test_vy_slut_SOURCES = tests/test_vy_slut.c
tests_test_vy_slut_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_vy_slut_LDADD = $(check_vy)
endif
