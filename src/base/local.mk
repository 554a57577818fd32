libcore_a_SOURCES += \
	src/base/arena.c src/base/arena.h src/base/base64.c src/base/base64.h \
	src/base/buf.c src/base/buf.h src/base/bullet.c src/base/bullet.h \
	src/base/child.c src/base/child.h \
	src/base/clock.c src/base/clock.h src/base/collate.c src/base/collate.h \
	src/base/conv.c src/base/conv.h src/base/fileio.c src/base/fileio.h \
	src/base/installed.c src/base/installed.h \
	src/base/mem.c src/base/mem.h src/base/near.c src/base/near.h \
	src/base/status.c src/base/status.h src/base/str8.c src/base/str8.h \
	src/base/utf8.c src/base/utf8.h src/base/uuid.c src/base/uuid.h
