libcore_a_SOURCES += \
	src/remiss/arende.c src/remiss/arende.h src/remiss/betankande.h \
	src/remiss/falt.c src/remiss/slag.c src/remiss/stance.c src/remiss/stance.h \
	src/remiss/store.h
