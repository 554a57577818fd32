libcore_a_SOURCES += \
	src/profil/dokument.c src/profil/fras.c src/profil/huvud.c src/profil/ini.c src/profil/ini.h \
	src/profil/private.h src/profil/profil.c src/profil/profil.h \
	src/profil/profil_folder.c src/profil/subjekt.c src/profil/val.c src/profil/val.h

standardprofildir = $(pkgdatadir)/profiler/standard
dist_standardprofil_DATA = \
	db/profiler/standard/fraser.ini db/profiler/standard/profil.ini \
	db/profiler/standard/foljebrev.md db/profiler/standard/subjekt.ini db/profiler/standard/tjansteskrivelse.md \
	db/profiler/standard/yttrande.md
