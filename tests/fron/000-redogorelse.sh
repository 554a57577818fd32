# The ärende behind 000-redogorelse.delar. Exempelköping, its people and its views are made up.
. "$here/exempelarende.sh" # svar, block
paper=tjänsteskrivelse

nr=$(yttra nytt 'SOU 2024:72' --profil kommun-redogorelse \
    --organisation 'Exempelköpings kommun' --nämnd 'Vård- och omsorgsnämnden' \
    --förvaltning 'Vård- och omsorgsförvaltningen' --väg nämnd-kommunstyrelse \
    --mottagare Kommunstyrelsen --remissinstans 'Exempelköpings kommun' \
    --dnr 'VON 2024/311' --inkom 2024-11-28 --svarstid 2025-02-20 \
    --au 2025-01-21 --arbetsutskott 'Vård- och omsorgsnämndens arbetsutskott' \
    --nämndmöte 2025-01-29 --datum 2025-01-29 --tjänsteskrivelse-datum 2024-12-19)
lagg() {
    yttra lägg "$nr" "$@" >/dev/null
}

# Who writes, what is decided and on what, and who gets it.
lagg handläggare namn='Handläggare A' titel=utredare
lagg undertecknare namn='Ordförande B' titel='Ordförande i vård- och omsorgsnämnden'
lagg undertecknare namn='Chef C' titel=avdelningschef dokument=tjänsteskrivelse
lagg beslutspunkt text='Vård- och omsorgsnämnden godkänner förvaltningens förslag till yttrande om Stärkt medicinsk kompetens i kommunal hälso- och sjukvård (SOU 2024:72).'
lagg underlag slag=betänkande titel='Stärkt medicinsk kompetens i kommunal hälso- och sjukvård (SOU 2024:72)'
lagg underlag slag=tjänsteskrivelse kod=T-2024-88 datum=2024-12-19 \
    titel='Tjänsteskrivelse om remissen'
lagg underlag slag=yttrande titel='Förvaltningens förslag till yttrande'
lagg expediering namn=Kommunstyrelsen

# The case, the background, the förvaltning's view.
lagg uppdrag text='göra det lättare för kommunerna att få tillgång till läkare i sin hälso- och sjukvård'
lagg uppdrag text='ge den kommunala hälso- och sjukvården bättre möjligheter att få och behålla personal.'
block ärendet <<'END_TEXT'
Utredningen har nu lämnat sitt betänkande, och Exempelköpings kommun är en av remissinstanserna.
Här återges vad utredningen bedömer och föreslår.
END_TEXT
block bakgrund <<'END_TEXT'
# Nuvarande reglering kring läkare i kommunal hälso- och sjukvård

Regionen svarar för läkare även för den som får sin vård av kommunen. Så har ansvaret varit
fördelat sedan Ädelreformen, och reglerna finns främst i 12 kap. hälso- och sjukvårdslagen. En
kommun får i dag inte själv bedriva vård som ges av läkare.
END_TEXT
block sammanfattning-tjänsteskrivelse <<'END_TEXT'
Betänkandet handlar om läkare och annan medicinsk kompetens i kommunernas hälso- och sjukvård.
Utredningen vill bland annat styra avtalen om läkarmedverkan hårdare och låta kommunerna anställa
läkare. Förvaltningen är positiv till det mesta men har invändningar mot att kommuner ska anställa
läkare.
END_TEXT
block inställning <<'END_TEXT'
Vård- och omsorgsförvaltningen är i stort positiv till utredningens förslag. Skälen och invändningarna
finns i förslaget till yttrande.
END_TEXT

# aterge AVSNITT: the retelling of the avsnitt on standard input.
aterge() {
    yttra avsnitt "$nr" "$1" redogörelse "$(cat)" >/dev/null
}
# utelamna AVSNITT SKÄL
utelamna() {
    yttra avsnitt "$nr" "$1" utelämnad ja skäl "$2" >/dev/null
}

utelamna 4 'Kapitlets avsnitt återges vart och ett.'
aterge 4.1 <<'END_TEXT'
Utredningen bedömer att läkarmedverkan blir bättre främst genom att region och kommun samverkar
bättre inom dagens ordning. Sådana förslag bör gå före mer ingripande lösningar.
END_TEXT
aterge 4.1.1 <<'END_TEXT'
Utredningen föreslår att två förslag i SOU 2022:41 genomförs. Den som är inskriven i den kommunala
hälso- och sjukvården ska när som helst på dygnet kunna få en medicinsk bedömning: av en läkare, som
regionen svarar för, och av en sjuksköterska, som kommunen svarar för.
END_TEXT
aterge 4.2 <<'END_TEXT'
Utredningen bedömer att det behövs tydligare krav på avtalen mellan region och kommun:

- hur avtalen utformas
- vad läkarmedverkan innehåller och i vilka former den ges
- vad som händer när ett avtal inte följs.
END_TEXT
aterge 4.2.3 <<'END_TEXT'
Utredningen föreslår ett nytt stycke i 16 kap. 1 § hälso- och sjukvårdslagen, som gör att
regeringen eller en myndighet får meddela föreskrifter om läkarmedverkan. Socialstyrelsen bör få i
uppdrag att ta fram dem.
END_TEXT
lagg gemensam-rubrik avsnitt='4.3, 4.4'
aterge 4.3 <<'END_TEXT'
Utredningen bedömer att tydligare krav och starkare avtal gör det lättare för en kommun att anlita
en läkare på regionens bekostnad när det är motiverat.
END_TEXT
utelamna 4.4 'Det som sägs finns i 4.4.3.'
aterge 4.4.3 <<'END_TEXT'
Samverkan kan brista även i fortsättningen, och utredningen har därför prövat om det bör finnas
sanktioner. Den bedömer att regler om sanktioner inte bör införas. De skulle varken främja samarbetet
eller ge patienterna bättre vård.
END_TEXT
utelamna 4.5 'Avsnittet innehåller inget att ta ställning till.'
utelamna 4.6 'Det som sägs finns i 4.6.4.'
aterge 4.6.4 <<'END_TEXT'
Utredningen föreslår att två förslag till i SOU 2022:41 genomförs:

- Varje kommun ska ha en ledningsansvarig för sin hälso- och sjukvård: en specialistsjuksköterska
  eller en läkare.
- Varje region ska ha en ledningsansvarig som planerar, följer upp och samordnar insatserna i
  kommunerna. Tillsammans med starkare avtal väntas den rollen få stor betydelse.
END_TEXT
lagg gemensam-rubrik avsnitt=5
utelamna 5 'Det som sägs finns i 5.3.'
aterge 5.3 <<'END_TEXT'
I uppdraget ingick att föreslå en ordning där kommuner kan anställa läkare. Utredningen ser
främst hinder: ansvaret kan bli oklart, mycket är svårt i praktiken, fortbildningen brister och
läkare är svåra att rekrytera. Ordningen måste därför vara frivillig (5.3).

Utredningen föreslår att förbudet för kommuner att anställa läkare tas bort i 12 kap. hälso- och
sjukvårdslagen och att regionens ansvar för läkarmedverkan ska finnas kvar i sin helhet (5.3).
END_TEXT
utelamna 7 'Kapitlets avsnitt återges vart och ett.'
utelamna 7.1 'Förslaget gäller regionernas primärvård.'
aterge 7.2 <<'END_TEXT'
Utredningen lämnar flera förslag och bedömningar om kompetensförsörjning:
END_TEXT
aterge 7.2.1 <<'END_TEXT'
Socialstyrelsen tar fram en nationell ledarskapsutbildning för chefer i kommunal hälso- och sjukvård.
END_TEXT
aterge 7.2.2 <<'END_TEXT'
Magnetmodellen prövas i kommunal hälso- och sjukvård, och försöket följs upp (7.2.2). Modellen kommer
från USA och har hittills använts på sjukhus. Den går ut på att kunskap om omvårdnad finns i
ledningen, att bemanningen är god och att teamen fungerar.
END_TEXT
aterge 7.2.3 <<'END_TEXT'
Kommunerna får särskilda medel för att vidareutbilda specialistsjuksköterskor.
END_TEXT
aterge 7.2.4 <<'END_TEXT'
Utredningen om behörighet och yrkesreglering (dir. 2023:148) bör ta ställning till avancerade
specialistsjuksköterskor.
END_TEXT
aterge 7.2.5 <<'END_TEXT'
Samma utredning bör också se över hur legitimerad personal i kommunerna får kontinuerlig fortbildning.
END_TEXT
aterge 7.2.6 <<'END_TEXT'
Det nationella VULF-avtal[^vulf] som föreslås i SOU 2024:9 införs, också för utbildningarna till
arbetsterapeut och fysioterapeut (7.2.6). I dag regleras studenternas praktik i många lokala avtal.
Ett nationellt avtal ska ge fler platser och därmed fler utbildade.

[^vulf]: VULF betyder vårdvetenskaplig utbildning, lärande och forskning.
END_TEXT
aterge 7.2.7 <<'END_TEXT'
Akademiska miljöer som kommuner, regioner och lärosäten delar gör kommunerna mer attraktiva. Åtgärder
bör hanteras av statens myndigheter för forskning och innovation.
END_TEXT
aterge 8.3 <<'END_TEXT'
Utredningen bedömer att lagändringarna bör träda i kraft den 1 juli 2026. Förslagen om
kompetensförsörjning kräver ingen ny lag, och arbetet med dem kan börja snart.
END_TEXT

# The answers, which stand in the yttrande alone.
svar 4.1 tillstyrker
svar '4.1.1:*' tillstyrker
svar 4.2 tillstyrker
svar '4.2.3:*' tillstyrker 'Föreskrifter ger samma krav i hela landet.'
svar 4.3 tillstyrker
svar 4.4.3 tillstyrker
svar '4.6.4:*' tillstyrker
svar 5.3:1 tillstyrker
svar 5.3:2 tveksam 'Ansvaret riskerar att delas på två huvudmän, och läkarna räcker inte till båda.'
svar 5.3:3 tillstyrker
svar 5.3:4 tillstyrker
for punkt in 7.2.1 7.2.2 7.2.3 7.2.6; do
    svar "$punkt" tillstyrker
done
for punkt in 7.2.4 7.2.5 7.2.7 8.3; do
    svar "$punkt" ingen-erinran
done
block sammanfattning <<'END_TEXT'
Vård- och omsorgsnämnden är positiv till det mesta men tveksam till att kommuner ska anställa läkare.
END_TEXT
