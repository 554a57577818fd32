libcore_a_SOURCES += \
	src/doc/doc.c src/doc/doc.h src/doc/entity.c src/doc/escape.c \
	src/doc/footnotes.c src/doc/graft.c src/doc/markdown.c \
	src/doc/markdown.h src/doc/parse.h src/doc/tidy.c
