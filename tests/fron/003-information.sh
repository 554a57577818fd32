# A region's utskott is told what a betänkande says. Made by commands alone; sets nr and paper. The
# region and its people are made up.
paper=beslutsförslag

rad() {
    yttra lägg "$nr" "$@" >/dev/null
}

nr=$(yttra nytt 'SOU 2024:72' --profil region-information --organisation 'Region Exempel' \
    --nämnd Regionstyrelsen --adressat Regionstyrelsen \
    --beslutande 'Regionstyrelsens hälso- och sjukvårdsutskott' --förvaltning Regionkontoret \
    --väg information --dnr 'RS 2025/0098' --inkom 2024-12-02 \
    --tjänsteskrivelse-datum 2025-02-12 --nämndmöte 2025-03-05)
rad handläggare namn='Handläggare A' titel='Hälso- och sjukvårdsstrateg' enhet='Hälso- och sjukvård'
rad beslutspunkt text='anteckna att utskottet har fått informationen'
rad undertecknare dokument=beslutsförslag namn='Direktör B' titel=Regiondirektör
rad undertecknare dokument=beslutsförslag namn='Direktör C' titel='Hälso- och sjukvårdsdirektör'
rad bilaga \
    titel='Betänkandet Stärkt medicinsk kompetens i kommunal hälso- och sjukvård (SOU 2024:72)'

yttra text "$nr" sammanfattning-tjänsteskrivelse --fil - >/dev/null <<'END'
Ett betänkande om läkare och kompetens i kommunernas hälso- och sjukvård är ute på remiss. Utredningen föreslår åtgärder som ska:

- göra det lättare för kommunerna att få tillgång till läkare
- göra det lättare att hitta och behålla personal.
END
yttra text "$nr" bakgrund --fil - >/dev/null <<'END'
Allt fler vårdas i sina hem. De flesta är äldre, och många har flera sjukdomar.

Sjukhusen skriver ut patienter tidigare än förr. Mer av vården och rehabiliteringen sker därför i
kommunerna.

Sverige har många läkare i jämförelse med andra länder, men för få i primärvården\*.

Socialstyrelsen har angett vad som är en rimlig fördelning:

- 1 100 invånare för varje specialist i primärvården
- 550 invånare för varje läkare som utbildar sig till specialist.

Utredningen ser brister i hur läkare medverkar.

- Avtalen är otydliga och följs sällan upp.
- Den som ska göra arbetet har ofta inget mandat.
- Jouren är inte reglerad i hela landet.
- Kommunerna får inte anställa egna läkare.
END
yttra text "$nr" förslagen --fil - >/dev/null <<'END'
- Läkarmedverkan stärks i de former som finns
  - Läkare och sjuksköterska ska kunna bedöma patienten alla timmar på dygnet, som redan har föreslagits\*\*
- Avtalen om läkarmedverkan blir tydligare
- Kommuner och regioner får var sin ledningsansvarig
- Kommunen får lättare att anlita läkare på regionens bekostnad
- Vården ska få fler med rätt kompetens
  - En nationell samordnare arbetar för riktvärdet i primärvården
END
rad not märke='*' text='Räknat efter riktvärdet 1 100 invånare för varje specialist.'
rad not märke='**' text='Förslaget finns i betänkandet om en äldreomsorgslag (SOU 2022:41).'
yttra text "$nr" barn-och-jämställdhet --fil - >/dev/null <<'END'
Beslutet gäller information och påverkar varken barn, kvinnor eller män.
END
yttra text "$nr" ekonomi --fil - >/dev/null <<'END'
Beslutet har inga ekonomiska konsekvenser.
END
