libcore_a_SOURCES += \
	src/cmd/cmd.c \
	src/cmd/cmd.h \
	src/cmd/cmd_andra.c \
	src/cmd/cmd_ange.c \
	src/cmd/cmd_avsnitt.c \
	src/cmd/cmd_betankande.c \
	src/cmd/cmd_databas.c \
	src/cmd/cmd_exportera.c \
	src/cmd/cmd_falt.c \
	src/cmd/cmd_flytta.c \
	src/cmd/cmd_granska.c \
	src/cmd/cmd_group.c \
	src/cmd/cmd_group.h \
	src/cmd/cmd_help.c \
	src/cmd/cmd_historik.c \
	src/cmd/cmd_importera.c \
	src/cmd/cmd_lagg.c \
	src/cmd/cmd_las.c \
	src/cmd/cmd_lista.c \
	src/cmd/cmd_mall.c \
	src/cmd/cmd_nytt.c \
	src/cmd/cmd_parse.c \
	src/cmd/cmd_private.h \
	src/cmd/cmd_profil.c \
	src/cmd/cmd_skapa.c \
	src/cmd/cmd_skicka_underlag.c \
	src/cmd/cmd_skriv_ut.c \
	src/cmd/cmd_sok.c \
	src/cmd/cmd_svara.c \
	src/cmd/cmd_ta_bort.c \
	src/cmd/cmd_text.c \
	src/cmd/cmd_visa.c \
	src/cmd/cmd_words.c \
	src/cmd/out.c \
	src/cmd/out.h \
	src/cmd/show.c \
	src/cmd/show.h

cmd_tests = tests/cmd/ersatt.sh tests/cmd/fel.sh tests/cmd/flode.sh tests/cmd/full.sh \
	tests/cmd/granska.py tests/cmd/granska.sh tests/cmd/historik.sh \
	tests/cmd/hjalp.sh tests/cmd/json.sh \
	tests/cmd/mall.sh tests/cmd/sammanfattning.sh tests/cmd/skador.sh tests/cmd/skriv_ut.sh tests/cmd/styrtecken.sh tests/cmd/teckenkod.sh tests/cmd/termer.sh tests/cmd/terminal.sh tests/cmd/utskick.sh
TESTS += $(cmd_tests)
EXTRA_DIST += $(cmd_tests) tests/cmd/lib.sh tests/fixtures/granska-fel.json tests/cmd/on_terminal.py
dist_man_MANS = docs/yttra.1
dist_doc_DATA = docs/handbok.md docs/format.md

installcheck-local:
	test -s '$(DESTDIR)$(docdir)/handbok.md'
	test -s '$(DESTDIR)$(docdir)/format.md'
	test -s '$(DESTDIR)$(man1dir)/yttra.1'
