libcore_a_SOURCES += \
	src/draft/mustache.c src/draft/mustache.h src/draft/mustache_impl.h \
	src/draft/mustache_parse.c src/draft/mustache_render.c
libcore_a_SOURCES += \
	src/draft/context_facts.c src/draft/context_facts.h \
	src/draft/context_json.c src/draft/context_json.h
