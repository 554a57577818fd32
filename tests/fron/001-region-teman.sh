# A region answers the department under headings of its own. Made by commands alone; sets nr and
# paper. The region, its people and what they think are made up.
paper=yttrande

svar() {
    yttra svara "$nr" "$1" "$2" ${3:+--motivering "$3"} >/dev/null
}

rad() {
    yttra lägg "$nr" "$@" >/dev/null
}

nr=$(yttra nytt 'SOU 2024:72' --profil region-teman --organisation 'Region Exempel' \
    --nämnd Regionstyrelsen --förvaltning Koncernkontoret --väg styrelse-departement \
    --mottagare Socialdepartementet --remissinstans 'Region Exempel' \
    --e-post remissvar@exempel.se --dnr 'RS 2025/0114' --inkom 2024-12-02 \
    --svarstid 2025-03-28 --datum 2025-03-18)
rad undertecknare namn='Ordförande A' titel='Regionstyrelsens ordförande'
rad undertecknare namn='Direktör B' titel=Regiondirektör

yttra text "$nr" sammanfattning --fil - >/dev/null <<'END'
Region Exempel ser samverkan mellan region och kommun som det viktigaste verktyget för en god
vård i hemmet. Ansvaret för läkarna ska ligga kvar hos regionen. Frågan om personal behöver lösas
för hela vården och inte för den ena huvudmannen i taget.
END
rad nyckelpunkt ingress='Bedömning dygnet runt' \
    text='Regionen ska svara för läkare och kommunen för sjuksköterska, alla timmar på dygnet.'
rad nyckelpunkt ingress='Avtal' \
    text='Avtalen ska säga vem som ansvarar för vad. Sanktioner skulle skada samarbetet.'
rad nyckelpunkt ingress='Ledning' \
    text='Vården behöver en medicinsk ledning som regionen och kommunerna har gemensamt.'
rad nyckelpunkt ingress='Läkare i kommunen' \
    text='Region Exempel motsätter sig att kommuner anställer läkare. Det ger inte fler läkare.'
rad nyckelpunkt ingress='Kompetens' \
    text='God arbetsmiljö och en journal som alla når gör större nytta än en ny samordnare.'

yttra text "$nr" tystnadsklausul --fil - >/dev/null <<'END'
Region Exempel svarar på de delar av betänkandet som berör regionen mest. Att en del inte
kommenteras betyder inte att regionen ställer sig bakom den. I svaret står kommunal primärvård för
det som betänkandet kallar kommunal hälso- och sjukvård.
END
yttra text "$nr" övergripande --fil - >/dev/null <<'END'
Utredningen har haft i uppdrag att se till kommunernas tillgång till läkare. Regionen saknar det
gemensamma perspektivet: båda huvudmännen har ont om personal, och befolkningen blir äldre i hela
landet. Förslag som bara hjälper den ena kan försvåra för den andra.

Regionen anser att det redan finns former för samverkan och att de går att utveckla.
END

rad tema namn=läkare rubrik='Angående förslagen att säkra tillgången till läkare' \
    inledning='Betänkandet föreslår flera åtgärder som ska ge kommunerna bättre tillgång till läkare.' \
    punkter=4.1:1
rad tema namn=dygnet under=läkare \
    rubrik='Lagkrav på tillgång till medicinsk bedömning dygnet runt' punkter='4.1.1:1, 4.1.1:2' \
    avslut='Region Exempel vill samtidigt framhålla att god planering gör de akuta bedömningarna färre. Alla vinner på att behoven märks i tid.'
rad tema namn=avtal under=läkare rubrik='Stärkta avtal om läkarmedverkan' \
    punkter='4.2:1, 4.4.3:1, 4.2.3:1, 4.2.3:2' \
    avslut='Ett nytt avtal arbetas just nu fram tillsammans med kommunerna i länet. Där blir regionens ansvar tydligare, utan att läkarnas tid räknas i timmar. Det är patientens behov som ska styra.'
rad tema namn=ledning under=läkare rubrik='Stärkt medicinsk kompetens på ledningsnivå' \
    punkter=4.6.4:2
rad tema namn=anställa under=läkare rubrik='En ordning där kommuner kan anställa läkare' \
    punkter='5.3:2, 5.3:3' \
    avslut='Sammantaget är förslaget för svagt underbyggt för att läggas till grund för lagstiftning.'
rad tema namn=kompetens rubrik='Angående förslagen för personal- och kompetensförsörjning' \
    inledning='Betänkandet föreslår också åtgärder som ska göra det lättare att hitta och behålla personal.'
rad tema namn=läkaryrket under=kompetens \
    rubrik='Förslag på åtgärder som gör det mer attraktivt för läkare att arbeta i den kommunala hälso- och sjukvården' \
    inledning='Det behövs en plan för fler läkare i primärvården, både i landet och i regionen. Att kommunerna också anställer läkare gör dem inte fler.' \
    punkter=7.1:1
rad tema namn=legitimerade under=kompetens \
    rubrik='Förslag på åtgärder som gör det mer attraktivt för legitimerade yrkesgrupper att arbeta i den kommunala hälso- och sjukvården' \
    inledning='Region Exempel ifrågasätter om chefer i kommunal primärvård behöver en egen ledarskapsutbildning. De leder samma slags vård som andra chefer.' \
    punkter='7.2.2:1, 7.2.3:1, 7.2.4:1, 7.2.5:1'

svar 4.1 tillstyrker
svar 4.1.1:1 tillstyrker
svar 4.1.1:2 tillstyrker 'Den som är svårt sjuk i sitt hem ska inte behöva vänta till nästa vardag.'
svar 4.2 tillstyrker 'Av avtalen ska det gå att läsa vad regionen svarar för. Om något brister ska det redas ut mellan huvudmännen. Den ena ska inte granska den andra.'
svar 4.4.3 tillstyrker 'Här instämmer regionen till fullo, för sanktioner skulle göra samarbetet till en tvist. Regionen har i stället skrivit in läkaransvaret i sina avtal med vårdcentralerna och kan följa upp det där.'
svar 4.2.3:1 tveksam 'Innan staten kan föreskriva om läkarmedverkan behöver regionernas förutsättningar belysas på samma sätt som kommunernas.'
svar 4.2.3:2 tveksam 'Innan staten kan föreskriva om läkarmedverkan behöver regionernas förutsättningar belysas på samma sätt som kommunernas.'
rad ståndpunkt slag=reservation tema=avtal \
    text='Regionen reserverar sig mot föreskrifter som anger hur många timmar en läkare ska medverka.

Regionen reserverar sig också mot tanken att sjuksköterskan i sista hand ska avgöra om en läkare behövs. Den bedömningen är medicinsk och hör till läkarens uppgift. Sjuksköterskan gör först sin egen utredning, och därefter tar läkaren vid.'
svar 4.6.4:2 tillstyrker 'I dag saknas en sådan roll i regionen. Det märks när vaccinationer, smittspårning och förebyggande arbete ska samordnas.'
rad ståndpunkt slag=eget-förslag tema=ledning \
    text='Region Exempel föreslår en gemensam medicinsk ledning. En läkare från regionen bör arbeta tillsammans med kommunernas medicinskt ansvariga sjuksköterskor, så att samma riktlinjer gäller för alla patienter.

En sådan ledning kan också ta hand om de frågor som inte går att lösa lokalt.'
svar 5.3:2 avstyrker 'Skälen är flera:

- Läkarna blir inte fler, utan huvudmännen konkurrerar om dem.
- Utan sammanhållen journal ökar riskerna för patienten.
- Läkaren arbetar ensam, utan kollegor att fråga.
- Små kommuner får svårare att anställa än stora.
- Det är oklart vem som betalar för prover, röntgen och läkemedel.

Läkare på deltid vid sidan av en annan tjänst är inte heller en hållbar lösning.'
svar 5.3:3 tillstyrker
svar 7.1 tveksam 'Det framgår inte vad samordnaren ska få bestämma om. Utan mandat och medel till regionerna blir nyttan liten.'
svar 7.2.2 tveksam 'Modellens tankar om ledning, bemanning och samarbete är redan kända. Det går fortare att föra in dem i de utbildningar som finns.'
svar 7.2.3 synpunkter 'Regionerna utbildar också distriktssköterskor. Medel behöver därför avsättas på båda sidor.'
svar 7.2.4 avstyrker 'Regionen ser inget behov av rollen. Distriktssköterskor har redan den kompetens som behövs i kommunal primärvård.'
svar 7.2.5 tillstyrker 'Fortbildning gör arbetet mer attraktivt och vården bättre.'
for punkt in 4.3 4.6.4:1 5.3:1 5.3:4 7.2.1 7.2.6 7.2.7 8.3; do
    svar "$punkt" ej-berörd
done
