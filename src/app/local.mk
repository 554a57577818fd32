libcore_a_SOURCES += \
	src/app/app.c \
	src/app/app.h \
	src/app/aside.c \
	src/app/aside.h \
	src/app/cases.c \
	src/app/cases.h \
	src/app/check.c \
	src/app/check.h \
	src/app/conflict.c \
	src/app/conflict.h \
	src/app/edit.c \
	src/app/exchange.c \
	src/app/exchange.h \
	src/app/history.c \
	src/app/history.h \
	src/app/json_read.c \
	src/app/json_read.h \
	src/app/json_read_betankande.c \
	src/app/json_reader.c \
	src/app/json_reader.h \
	src/app/json_sentence.c \
	src/app/json_sentence.h \
	src/app/json_template.c \
	src/app/json_template.h \
	src/app/json_write.c \
	src/app/json_write.h \
	src/app/kit.c \
	src/app/kit.h \
	src/app/library.c \
	src/app/library.h \
	src/app/mail.c \
	src/app/mail.h \
	src/app/paper.c \
	src/app/paper.h \
	src/app/paper_format.c \
	src/app/place.c \
	src/app/place.h \
	src/app/print.c \
	src/app/print.h \
	src/app/print_pages.c \
	src/app/print_pdf.c \
	src/app/print_terminal.c \
	src/app/print_text.c \
	src/app/profiles.c \
	src/app/profiles.h \
	src/app/session.c \
	src/app/session.h \
	src/app/terms.c \
	src/app/terms.h \
	src/app/texts.c \
	src/app/utkast.c \
	src/app/utkast.h

check_PROGRAMS += tests/make_schema
TESTS += tests/make_schema tests/json_schema.py
tests_make_schema_SOURCES = tests/make_schema.c
tests_make_schema_LDADD = libcore.a $(core_libs)
EXTRA_DIST += docs/arende.schema.json tests/json_schema.py

if HAVE_CRITERION
check_PROGRAMS += tests/test_json tests/test_app tests/test_app_kvar tests/test_app_seen tests/test_app_utkast tests/test_mail
TESTS += tests/test_json tests/test_app tests/test_app_kvar tests/test_app_seen tests/test_app_utkast tests/test_mail
tests_test_mail_SOURCES = tests/test_mail.c
tests_test_mail_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_mail_LDADD = $(check_core)
tests_test_json_SOURCES = tests/test_json.c
tests_test_json_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_json_LDADD = $(check_store)
tests_test_app_SOURCES = tests/test_app.c tests/test_app.h
tests_test_app_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_app_LDADD = $(check_store)
tests_test_app_kvar_SOURCES = tests/test_app_kvar.c tests/test_app.h tests/test_app_utkast.h
tests_test_app_kvar_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_app_kvar_LDADD = $(check_store)
tests_test_app_seen_SOURCES = tests/test_app_seen.c tests/test_app.h
tests_test_app_seen_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_app_seen_LDADD = $(check_store)
tests_test_app_utkast_SOURCES = tests/test_app_utkast.c tests/test_app.h tests/test_app_utkast.h
tests_test_app_utkast_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_app_utkast_LDADD = $(check_store)
print_tests = tests/test_print tests/test_print_pages tests/test_print_text
check_PROGRAMS += $(print_tests)
TESTS += $(print_tests)
tests_test_print_SOURCES = tests/test_print.c
tests_test_print_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_print_LDADD = $(check_core)
tests_test_print_pages_SOURCES = tests/test_print_pages.c
tests_test_print_pages_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_print_pages_LDADD = $(check_core)
tests_test_print_text_SOURCES = tests/test_print_text.c tests/test_app.h
tests_test_print_text_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_print_text_LDADD = $(check_store)
endif
