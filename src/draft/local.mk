libcore_a_SOURCES +=
libcore_a_SOURCES += \
	src/draft/compose.c src/draft/compose.h src/draft/context.c src/draft/context.h \
	src/draft/context_lists.c src/draft/context_private.h src/draft/context_svar.c \
	src/draft/object.c src/draft/object.h src/draft/phrase.c src/draft/phrase.h
