libcore_a_SOURCES += src/text/editor.h
