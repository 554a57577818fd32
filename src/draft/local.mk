libcore_a_SOURCES += \
	src/draft/mustache.c src/draft/mustache.h src/draft/mustache_impl.h \
	src/draft/mustache_parse.c src/draft/mustache_render.c
libcore_a_SOURCES += \
	src/draft/context_facts.c src/draft/context_facts.h \
	src/draft/context_json.c src/draft/context_json.h
libcore_a_SOURCES += \
	src/draft/compose.c src/draft/compose.h src/draft/context.c src/draft/context.h \
	src/draft/context_lists.c src/draft/context_private.h src/draft/context_svar.c \
	src/draft/object.c src/draft/object.h src/draft/phrase.c src/draft/phrase.h
libcore_a_SOURCES += \
	src/draft/mustache.c src/draft/mustache.h src/draft/mustache_impl.h \
	src/draft/mustache_parse.c src/draft/mustache_render.c
