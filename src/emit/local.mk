libcore_a_SOURCES += \
	src/emit/emit.h src/emit/fill.c src/emit/html.c src/emit/layout.h \
	src/emit/md.c src/emit/md.h src/emit/md_inline.c src/emit/page.c \
	src/emit/text.c src/emit/text_table.c
