libdb_a_SOURCES += \
	db/schema_text.h db/sql.h db/sqlite.c \
	db/store_arende.c db/store_betankande.c db/store_check.c db/store_file.c \
	db/store_import.c db/store_intern.h db/store_open.c db/store_post.c \
	db/store_revision.c db/store_sok.c db/store_sql.c db/store_utkast.c
nodist_libdb_a_SOURCES = db/schema_text.c

# The schema and the migrations, in order, become a C file.
db_schema = db/sqlite/schema.sql \
	db/sqlite/migrate/001.sql db/sqlite/migrate/002.sql
EXTRA_DIST += db/embed.awk $(db_schema)
BUILT_SOURCES += db/schema_text.c
CLEANFILES += db/schema_text.c
db/schema_text.c: db/embed.awk $(db_schema)
	$(AM_V_GEN)$(MKDIR_P) db && here=`pwd` && \
	(cd $(srcdir) && $(AWK) -f db/embed.awk $(db_schema)) >"$$here/$@-t" && mv "$$here/$@-t" "$$here/$@"
