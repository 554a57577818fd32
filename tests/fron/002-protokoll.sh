# A kommun's protokollsutdrag, where sektorn has prepared the answer. Made by commands alone; sets
# nr and paper. The kommun, its people and what they think are made up.
paper=protokollsutdrag

svar() {
    yttra svara "$nr" "$1" "$2" ${3:+--motivering "$3"} >/dev/null
}

rad() {
    yttra lägg "$nr" "$@" >/dev/null
}

nr=$(yttra nytt 'SOU 2024:72' --profil kommun-protokoll --organisation 'Exempelby kommun' \
    --nämnd Socialnämnden --förvaltning 'Sektor omsorg' --väg nämnd-departement \
    --mottagare Socialdepartementet --remissinstans 'Exempelby kommun' \
    --e-post remissvar@exempel.se --dnr 'SN 2024/0231' --inkom 2024-12-02 \
    --svarstid 2025-03-28 --tjänsteskrivelse-datum 2025-02-12 --nämndmöte 2025-03-04 \
    --beslutsdatum 2025-03-04 --datum 2025-03-04 --justering 2025-03-11 \
    --beslutsutgång bifall --paragraf 'SN § 31')
rad handläggare namn='Handläggare A' titel='medicinskt ansvarig sjuksköterska'
rad beslutspunkt text='bifalla förslaget till remissvar'
rad underlag slag=tjänsteskrivelse författare='Handläggare A, medicinskt ansvarig sjuksköterska' \
    datum=2025-02-12
rad underlag slag=betänkande \
    titel='Betänkandet Stärkt medicinsk kompetens i kommunal hälso- och sjukvård (SOU 2024:72)'
rad expediering namn=Socialchefen
rad expediering namn='Medicinskt ansvarig sjuksköterska'
rad expediering namn=Socialdepartementet
rad protokoll slag=justerare vem='Ordförande A'
rad protokoll slag=justerare vem='Ledamot B'

yttra text "$nr" ärendet --fil - >/dev/null <<'END'
Regeringen har låtit utreda hur kommunerna kan få bättre tillgång till läkare i den vård som de
själva ger. Socialdepartementet vill nu veta vad kommunen anser om betänkandet.
END
rad uppdrag text='kommunernas tillgång till läkare'
rad uppdrag text='kommunernas möjlighet att hitta och behålla personal med rätt kompetens.'
yttra text "$nr" förslagen --fil - >/dev/null <<'END'
Bland förslagen finns lagkrav på att

- regionen ger tillgång till läkare alla timmar på dygnet
- kommunen ger tillgång till sjuksköterska på samma sätt
- varje kommun har en ledningsansvarig för sin hälso- och sjukvård
- varje region har en ledningsansvarig för sina insatser i kommunerna.

För kompetensen föreslås bland annat en nationell utbildning för chefer, öronmärkta medel för
vidareutbildning och ett nationellt avtal om studenternas praktik.

Utredningen bedömer att det räcker att stärka de avtal och den samverkan som redan finns.
END
yttra text "$nr" inställning --fil - >/dev/null <<'END'
Tydligare avtal ger en mer jämlik vård. Om kommunen anställer egna läkare ökar i stället
skillnaderna, och patienten riskerar att falla mellan två journaler.

Sektorn vill att den medicinskt ansvariga sjuksköterskan får rollen som ledningsansvarig, så att
det inte byggs upp en ny struktur vid sidan av den som finns.
END

for punkt in 4.1 4.1.1:1 4.1.1:2 4.2 4.2.3:1 4.2.3:2 4.3 4.4.3 4.6.4:2 5.3:1 5.3:3 5.3:4 7.1 \
    7.2.1 7.2.2 7.2.3 7.2.4 7.2.5 7.2.6 7.2.7; do
    svar "$punkt" tillstyrker
done
svar 4.6.4:1 synpunkter 'Den medicinskt ansvariga sjuksköterskan bör få rollen.'
svar 5.3:2 avstyrker 'Ansvaret blir otydligt och journalen delas inte.'
svar 8.3 ingen-erinran
