libcore_a_SOURCES += \
	src/draft/mustache.c src/draft/mustache.h src/draft/mustache_impl.h \
	src/draft/mustache_parse.c src/draft/mustache_render.c
