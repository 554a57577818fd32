libcore_a_SOURCES += \
	src/profil/dokument.c \
	src/profil/fras.c \
	src/profil/huvud.c \
	src/profil/ini.c \
	src/profil/ini.h \
	src/profil/private.h \
	src/profil/profil.c \
	src/profil/profil.h \
	src/profil/profil_folder.c \
	src/profil/subjekt.c \
	src/profil/termer.c \
	src/profil/val.c \
	src/profil/val.h

standardprofildir = $(pkgdatadir)/profiler/standard
dist_standardprofil_DATA = \
	db/profiler/standard/del-ansvariga.md \
	db/profiler/standard/del-arendet.md \
	db/profiler/standard/del-avsnitt.md \
	db/profiler/standard/del-b-huvud.md \
	db/profiler/standard/del-bakgrund.md \
	db/profiler/standard/del-bedomning.md \
	db/profiler/standard/del-beslut.md \
	db/profiler/standard/del-bilagor.md \
	db/profiler/standard/del-expediering.md \
	db/profiler/standard/del-f-huvud.md \
	db/profiler/standard/del-f-omstridda.md \
	db/profiler/standard/del-finansiering.md \
	db/profiler/standard/del-forslagen-lista.md \
	db/profiler/standard/del-forslagen.md \
	db/profiler/standard/del-konsekvenser.md \
	db/profiler/standard/del-matris.md \
	db/profiler/standard/del-nyckelpunkter.md \
	db/profiler/standard/del-omdome.md \
	db/profiler/standard/del-overgripande.md \
	db/profiler/standard/del-p-beskrivning.md \
	db/profiler/standard/del-p-beslut.md \
	db/profiler/standard/del-p-huvud.md \
	db/profiler/standard/del-p-reservationer.md \
	db/profiler/standard/del-p-utdrag.md \
	db/profiler/standard/del-p-yrkanden.md \
	db/profiler/standard/del-planering.md \
	db/profiler/standard/del-punkt.md \
	db/profiler/standard/del-redogorelse.md \
	db/profiler/standard/del-samverkan.md \
	db/profiler/standard/del-standpunkt.md \
	db/profiler/standard/del-standpunkter.md \
	db/profiler/standard/del-synpunkter.md \
	db/profiler/standard/del-tema.md \
	db/profiler/standard/del-ts-huvud.md \
	db/profiler/standard/del-ts-sammanfattning.md \
	db/profiler/standard/del-tystnad.md \
	db/profiler/standard/del-underlag.md \
	db/profiler/standard/del-underskrift.md \
	db/profiler/standard/del-utred-vidare.md \
	db/profiler/standard/del-utredningen.md \
	db/profiler/standard/del-y-huvud.md \
	db/profiler/standard/del-y-sammanfattning.md \
	db/profiler/standard/foljebrev.md \
	db/profiler/standard/fraser.ini \
	db/profiler/standard/profil.ini \
	db/profiler/standard/subjekt.ini

kommunredogorelsedir = $(pkgdatadir)/profiler/kommun-redogorelse
dist_kommunredogorelse_DATA = \
	db/profiler/kommun-redogorelse/del-ansvariga.md \
	db/profiler/kommun-redogorelse/del-arendet.md \
	db/profiler/kommun-redogorelse/del-expediering.md \
	db/profiler/kommun-redogorelse/del-planering.md \
	db/profiler/kommun-redogorelse/profil.ini

kommuntemandir = $(pkgdatadir)/profiler/kommun-teman
dist_kommunteman_DATA = \
	db/profiler/kommun-teman/del-standpunkt.md \
	db/profiler/kommun-teman/del-utred-vidare.md \
	db/profiler/kommun-teman/del-y-huvud.md \
	db/profiler/kommun-teman/fraser.ini \
	db/profiler/kommun-teman/profil.ini \
	db/profiler/kommun-teman/subjekt.ini

regiontemandir = $(pkgdatadir)/profiler/region-teman
dist_regionteman_DATA = \
	db/profiler/region-teman/del-overgripande.md \
	db/profiler/region-teman/del-synpunkter.md \
	db/profiler/region-teman/del-underskrift.md \
	db/profiler/region-teman/del-y-huvud.md \
	db/profiler/region-teman/fraser.ini \
	db/profiler/region-teman/profil.ini \
	db/profiler/region-teman/subjekt.ini

kommunprotokolldir = $(pkgdatadir)/profiler/kommun-protokoll
dist_kommunprotokoll_DATA = \
	db/profiler/kommun-protokoll/del-p-beskrivning.md \
	db/profiler/kommun-protokoll/del-p-huvud.md \
	db/profiler/kommun-protokoll/del-p-utdrag.md \
	db/profiler/kommun-protokoll/del-underlag.md \
	db/profiler/kommun-protokoll/profil.ini

regioninformationdir = $(pkgdatadir)/profiler/region-information
dist_regioninformation_DATA = \
	db/profiler/region-information/del-b-huvud.md \
	db/profiler/region-information/del-bilagor.md \
	db/profiler/region-information/del-expediering.md \
	db/profiler/region-information/del-forslagen.md \
	db/profiler/region-information/profil.ini
