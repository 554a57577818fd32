# The ärende behind 004-teman.delar. Exempelköping, its people and its views are made up.
. "$here/exempelarende.sh" # svar, block
paper=yttrande

nr=$(yttra nytt 'SOU 2024:72' --profil kommun-teman \
    --organisation 'Exempelköpings kommun' --nämnd Omsorgsnämnden \
    --förvaltning Omsorgsförvaltningen --väg nämnd-kommunstyrelse \
    --mottagare Kommunstyrelsen --remissinstans 'Exempelköpings kommun' \
    --dnr 'ON 2024/0412' --inkom 2024-12-02 --svarstid 2025-03-14 \
    --nämndmöte 2025-02-27 --datum 2025-02-27 --tjänsteskrivelse-datum 2025-02-03)
yttra lägg "$nr" handläggare namn='Handläggare A' titel=utredare >/dev/null
yttra lägg "$nr" expediering namn=Kommunstyrelsen >/dev/null

block sammanfattning <<'END_TEXT'
Exempelköpings kommun stödjer de flesta av utredningens förslag. Läkarmedverkan blir starkare om vi
utvecklar den samverkan som redan finns, inte om kommunerna anställer egna läkare.

Den medicinska kompetens som kommunerna redan har kan användas bättre i ledningen, utan nya
befattningar.

Utbildning och utveckling i yrket avgör om vi kan ge god vård och vara en attraktiv arbetsgivare.
END_TEXT
block omdöme <<'END_TEXT'
Utredningen är lätt att läsa och att hitta i. Avgränsningarna är tydliga och förslagen väl motiverade.
END_TEXT

# standpunkt SLAG TEMA TEXT
standpunkt() {
    yttra lägg "$nr" ståndpunkt slag="$1" tema="$2" text="$3" >/dev/null
}
standpunkt utred-vidare '' 'om regionen ska betala när en utskrivning brister'
standpunkt utred-vidare '' 'hur kommunerna får ersättning när mer av vården ges i hemmet'
standpunkt utred-vidare '' 'hur fler specialistutbildningar kan rikta sig till personal i kommunerna.'

# tema NAMN FÄLT=VÄRDE…
tema() {
    yttra lägg "$nr" tema namn="$@" >/dev/null
}

tema läkarmedverkan kapitel=4 \
    rubrik='Stärkt läkarmedverkan i kommunal hälso- och sjukvård'
tema dygnet-runt under=läkarmedverkan punkter='4.1.1:1, 4.1.1:2' \
    rubrik='Lagkrav på tillgång till medicinsk bedömning dygnet runt'
svar '4.1.1:*' tillstyrker 'Kommunen har sjuksköterska dygnet runt. Regionens läkare svarar i telefon, men hembesök är svåra
att få på kvällar och helger. Då får patienten i stället åka till akutmottagningen.

En individuell plan som säger vad som ska göras när någon blir sämre minskar behovet av akuta
bedömningar.'

tema avtal under=läkarmedverkan punkter=4.4.3:1 \
    rubrik='Avtal om läkarmedverkan inom kommunal primärvård' \
    avslut='Att regionen skulle betala när uppgifterna vid en utskrivning brister är en intressant tanke. Den bör
utredas vidare.'
svar 4.4.3 tillstyrker 'Det är bra om staten styr hur avtalen utformas. Sanktioner kan däremot få följder som ingen har
tänkt sig, beroende på hur reglerna tolkas.'

tema ansvar under=läkarmedverkan \
    rubrik='En tydligare ansvarsfördelning mellan kommun och region' \
    inledning='Allt mer avancerad vård ges i hemmet. Den kräver mer kompetens, mer tid och mer pengar än kommunen
har fått.

Gränsen mellan kommunens och regionens vård är ofta oklar och leder till diskussioner om enskilda
patienter.'
standpunkt anser ansvar 'Vi anser att omställningen till nära vård behöver följas upp i hela landet.'

tema ledning under=läkarmedverkan punkter='4.6.4:1, 4.6.4:2' \
    rubrik='Stärkt medicinsk kompetens på ledningsnivå' \
    inledning='De medicinskt ansvariga i kommunerna är sällan med när verksamheten leds. Där kan deras kompetens
göra större nytta.'
standpunkt eget-förslag ledning 'Vi anser att funktionen medicinskt ansvarig för rehabilitering bör regleras i lag.'
yttra svara "$nr" 4.6.4:1 villkor \
    --villkor 'uppgiften får läggas på dem som redan är medicinskt ansvariga' >/dev/null
svar 4.6.4:2 tillstyrker

tema anställa kapitel=5 punkter='5.3:4, 5.3:3' \
    rubrik='En ordning där kommunerna kan anställa läkare' \
    avslut='**Vi anser att läkarmedverkan blir bättre om det som redan finns utvecklas.**'
svar 5.3:4 tillstyrker 'Kommunen behöver för närvarande inga egna läkare. Regionen bör svara för läkarna också i
fortsättningen.'
svar 5.3:3 tillstyrker
svar 5.3:1 ej-berörd
svar 5.3:2 ej-berörd

tema kompetens kapitel=7 punkter='7.2.2:1, 7.2.3:1, 7.2.6:1, 7.2.4:1, 7.2.5:1, 7.2.7:1, 7.2.1:1' \
    rubrik='Kompetensförsörjning, karriär- och utbildningsmöjligheter' \
    inledning='Fler patienter med stora behov ska få vård av färre anställda. Det är redan i dag ont om legitimerad
personal och om undersköterskor.

Den som får utvecklas i sitt yrke stannar. Chefen betyder mycket, både för säkerheten i vården och
för trivseln.'
standpunkt anser kompetens 'Vi anser att det behövs fler platser på specialistutbildningar med inriktning mot kommunal primärvård.'
for punkt in 7.2.1 7.2.2 7.2.3 7.2.4 7.2.5 7.2.6 7.2.7; do
    svar "$punkt" tillstyrker
done

# What the kommun says nothing about.
for avsnitt in 4.1 4.2 4.2.3 4.3 4.5 7.1 8.3; do
    yttra avsnitt "$nr" "$avsnitt" utelämnad ja skäl 'Kommunen har inga synpunkter.' >/dev/null
done
