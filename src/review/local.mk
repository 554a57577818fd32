libcore_a_SOURCES += \
	src/review/private.h src/review/review.c src/review/review.h \
	src/review/rules_avsnitt.c src/review/rules_datum.c src/review/rules_dokument.c \
	src/review/rules_svar.c
