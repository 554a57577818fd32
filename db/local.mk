libdb_a_SOURCES += \
	db/schema_text.h db/sql.h db/sqlite.c db/sqlite_search.c \
	db/store_arende.c db/store_betankande.c db/store_check.c db/store_file.c \
	db/store_import.c db/store_intern.h db/store_open.c db/store_plats.c db/store_post.c \
	db/store_revision.c db/store_sok.c db/store_sql.c db/store_utkast.c
nodist_libdb_a_SOURCES = db/schema_text.c

# The schema and the migrations, in order, become a C file.
db_schema = db/sqlite/schema.sql \
	db/sqlite/migrate/001.sql db/sqlite/migrate/002.sql \
	db/sqlite/migrate/003.sql db/sqlite/migrate/004.sql \
	db/sqlite/migrate/005.sql
EXTRA_DIST += db/embed.awk $(db_schema)
BUILT_SOURCES += db/schema_text.c
CLEANFILES += db/schema_text.c
db/schema_text.c: db/embed.awk $(db_schema)
	$(AM_V_GEN)$(MKDIR_P) db && here=`pwd` && \
	(cd $(srcdir) && $(AWK) -f db/embed.awk $(db_schema)) >"$$here/$@-t" && mv "$$here/$@-t" "$$here/$@"

if HAVE_CRITERION
store_tests = tests/test_store \
	tests/test_store_faults \
	tests/test_store_history \
	tests/test_store_lists \
	tests/test_store_many \
	tests/test_store_open \
	tests/test_store_schema \
	tests/test_store_upgrade \
	tests/test_store_utkast
check_PROGRAMS += $(store_tests)
TESTS += $(store_tests)
tests_test_store_SOURCES = tests/test_store.c tests/test_store.h
tests_test_store_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_LDADD = $(check_store)
tests_test_store_faults_SOURCES = tests/test_store_faults.c tests/test_store.h
tests_test_store_faults_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_faults_LDADD = $(check_store)
tests_test_store_history_SOURCES = tests/test_store_history.c tests/test_store.h
tests_test_store_history_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_history_LDADD = $(check_store)
tests_test_store_lists_SOURCES = tests/test_store_lists.c tests/test_store.h
tests_test_store_lists_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_lists_LDADD = $(check_store)
tests_test_store_many_SOURCES = tests/test_store_many.c tests/test_store.h
tests_test_store_many_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_many_LDADD = $(check_store)
tests_test_store_open_SOURCES = tests/test_store_open.c tests/test_store.h
tests_test_store_open_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_open_LDADD = $(check_store)
tests_test_store_schema_SOURCES = tests/test_store_schema.c tests/test_store.h
tests_test_store_schema_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_schema_LDADD = $(check_store)
tests_test_store_upgrade_SOURCES = tests/test_store_upgrade.c tests/test_store.h
tests_test_store_upgrade_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_upgrade_LDADD = $(check_store)
tests_test_store_utkast_SOURCES = tests/test_store_utkast.c tests/test_store.h
tests_test_store_utkast_CFLAGS = $(AM_CFLAGS) $(CRITERION_CFLAGS)
tests_test_store_utkast_LDADD = $(check_store)
endif
EXTRA_DIST += tests/fixtures/db/v1.sql tests/fixtures/db/v2.sql tests/fixtures/db/v3.sql \
	tests/fixtures/db/v4.sql
