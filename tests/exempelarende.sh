# The example ärende, made by commands alone: `. tests/exempelarende.sh`, then exempelarende.
# Expects yttra (a command or function) to work on a database of the caller's. Sets nr.
# Every punkt of 4.1–8.3 is answered; Exempelköping, its people and its reasons are made up.

# svar PUNKT STÄLLNING [MOTIVERING]: one answer; says nothing.
svar() {
    if [ $# -ge 3 ]; then
        yttra svara "$nr" "$1" "$2" --motivering "$3" >/dev/null
    else
        yttra svara "$nr" "$1" "$2" >/dev/null
    fi
}

# block NAMN: the text block's text on standard input.
block() {
    yttra text "$nr" "$1" --fil - >/dev/null
}

exempel_uppgifter() {
    nr=$(yttra nytt 'SOU 2024:72' \
        --organisation 'Exempelköpings kommun' --nämnd Omsorgsnämnden \
        --förvaltning Omsorgsförvaltningen --väg nämnd-kommunstyrelse \
        --mottagare Kommunstyrelsen --remissinstans 'Exempelköpings kommun' \
        --dnr 'ON 2025/17' --inkom 2024-12-02 --svarstid 2025-03-14 \
        --utskick 2025-02-06 --au 2025-02-13 --nämndmöte 2025-02-27 \
        --justering 2025-03-04 --expediering-datum 2025-03-05 \
        --datum 2025-02-27 --tjänsteskrivelse-datum 2025-02-03 --barnets-bästa vanlig)
    yttra lägg "$nr" handläggare namn='Handläggare A' titel=utredare \
        enhet='Enheten för kvalitet' >/dev/null
    yttra lägg "$nr" expediering namn=Kommunstyrelsen >/dev/null
    yttra lägg "$nr" undertecknare namn='Ordförande B' titel='Ordförande i omsorgsnämnden' \
        >/dev/null
    yttra lägg "$nr" undertecknare namn='Chef C' titel=Omsorgschef dokument=tjänsteskrivelse \
        >/dev/null
}

exempel_kapitel_4() {
    svar 4.1 tillstyrker 'Samverkan fungerar redan på många håll. Det är snabbare att bygga vidare på den än att flytta ansvar mellan huvudmännen.'
    svar '4.1.1:*' tillstyrker 'Den som är inskriven i hemsjukvården ska kunna få en medicinsk bedömning när som helst på dygnet. Ett lagkrav gör ansvaret tydligt för både regionen och kommunen.'
    svar 4.2 tillstyrker
    yttra svara "$nr" 4.2.3:1 villkor --villkor 'kommunerna får delta när föreskrifterna tas fram' \
        --motivering 'Föreskrifter kan ge lika villkor i hela landet. De måste gå att följa även i kommuner med långa avstånd och få anställda.' >/dev/null
    svar 4.2.3:2 synpunkter 'Uppdraget bör omfatta

- hur ofta läkare ska delta vid vårdplanering
- vad som gäller när läkaren inte kan komma på plats.'
    svar 4.3 tveksam 'Möjligheten finns redan i dag men används sällan. Tydligare avtal räcker knappast när det saknas läkare att anlita.'
    svar 4.4.3 tillstyrker 'Sanktioner skulle tära på det samarbete som vården bygger på.'
    svar 4.6.4:1 delvis 'Kompetensen behövs, men uppgiften kan ofta läggas på den medicinskt ansvariga sjuksköterska[^mas] som redan finns. En ny befattning i varje kommun är svår att bemanna.

[^mas]: Medicinskt ansvarig sjuksköterska (MAS) finns i alla kommuner enligt 11 kap. 4 § hälso- och sjukvårdslagen.'
    svar 4.6.4:2 tillstyrker
}

exempel_kapitel_5() {
    svar 5.3:1 tillstyrker
    svar 5.3:2 avstyrker 'Om kommunen anställer läkare blir ansvaret delat, och konkurrensen om läkarna ökar. Små kommuner kan sällan erbjuda handledning, jour och fortbildning. Nämnden ser tre risker:

1. Läkaren arbetar ensam.
2. Journalen delas inte med regionen.
3. Patienten vet inte vem som ansvarar.'
    svar 5.3:3 tillstyrker 'Det är avgörande att regionens ansvar inte urholkas, vilken ordning det än blir.'
    svar 5.3:4 tillstyrker
}

exempel_kapitel_7() {
    svar 7.1 utred 'Samordnarens uppdrag och mandat behöver bli tydligare innan det går att bedöma nyttan.'
    svar 7.2.1 ingen-erinran
    svar 7.2.2 tillstyrker
    svar 7.2.3 synpunkter 'Medlen bör vara långsiktiga. Tillfälliga satsningar är svåra att planera för.'
    svar 7.2.4 ingen-erinran
    svar 7.2.5 ingen-erinran
    svar 7.2.6 tillstyrker
    svar 7.2.7 avstår
    svar 8.3 ej-berörd
    yttra avsnitt "$nr" 4.5 utelämnad ja skäl 'Avsnittet innehåller inget att ta ställning till.' \
        >/dev/null
}

exempel_texter() {
    block sammanfattning <<'END'
Omsorgsnämnden är i huvudsak positiv till betänkandet. Nämnden välkomnar tydligare krav på
läkarmedverkan men **avstyrker** att kommuner får anställa läkare (avsnitt 5.3).
END
    block sammanfattning-tjänsteskrivelse <<'END'
Socialdepartementet har skickat betänkandet på remiss. Förvaltningen är i huvudsak positiv men
föreslår att nämnden avstyrker förslaget att kommuner ska få anställa läkare.
END
    block barnkonsekvenser <<'END'
Barn med stora vårdbehov i hemmet berörs. Läkarmedverkan dygnet runt är till barnets bästa, eftersom
färre barn då behöver åka till en akutmottagning.
END
    block ekonomi <<'END'
Kravet på en ledningsansvarig kan öka kommunens kostnader. Sjuksköterska dygnet runt finns redan.

| Förslag | Uppskattad kostnad per år |
|:--|--:|
| Sjuksköterska dygnet runt (4.1.1) | 0 kronor, finns redan |
| Ledningsansvarig (4.6.4) | 900 000 kronor |
END
    block finansieringsprincipen <<'END'
Kostnaderna för nya krav på kommunen ska betalas av staten enligt finansieringsprincipen. Det bör
framgå av den fortsatta beredningen hur det ska ske.
END
    yttra lägg "$nr" nyckelpunkt ingress='Ansvaret ska vara odelat' \
        text='Regionen ska svara för läkare i hela vården.' >/dev/null
}

exempelarende() {
    exempel_uppgifter
    exempel_kapitel_4
    exempel_kapitel_5
    exempel_kapitel_7
    exempel_texter
}
