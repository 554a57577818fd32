# The whole way as a handläggare goes it, every command on its good path.
. "${srcdir:-.}/tests/cmd/lib.sh"

run 0 'the shipped betänkanden are listed before there is a database' betänkande lista
has 'SOU 2024:72' 'and SOU 2024:72 is among them'
run 0 'a new ärende' nytt SOU 2024:72 --väg nämnd-kommunstyrelse --nämnd Omsorgsnämnden \
    --svarstid 2025-02-14
is 1 "$out" 'its number is printed alone'
run 1 'another on the same betänkande' nytt sou-2024-72
says 'ärende 1 gäller redan sou-2024-72 och är inte beslutat. Se det med: yttra visa 1' \
    'is not made by accident'
says '--ändå' 'how it is made is told'
run 0 'a field is an option with = too' nytt sou-2024-72 --svarstid=2025-02-01 --anda
is 2 "$out" 'the next number'
run 0 'a late one' nytt --ändå SOU 2024:72 --svarstid 2025-01-29 --dnr 'ON 2025/3'
run 1 'another' nytt SOU 2024:72
says 'ärende 1, 2 och 3 gäller redan SOU 2024:72 och är inte beslutade' 'all are named'
run 0 'the list' lista
is 4 "$(printf '%s\n' "$out" | wc -l | tr -d ' ')" 'holds all three'
is 3 "$(printf '%s\n' "$out" | awk 'NR == 2 {print $1}')" 'the most urgent stands first'
has '13 dagar kvar' 'days left'
has 'i dag' 'the day itself'
has '3 dagar för sent' 'days late'
has '0/23' 'how many are answered'
run 0 'the list as JSON' lista --json
has '"svarstid": "2025-02-14"' 'holds the days'
run 0 'a shorter list' lista --antal 1
has '… och 2 till' 'says how many more there are'

run 0 'the ärende' visa 1
has 'Mottagare:              Kommunstyrelsen' 'the receiver follows from väg'
has 'S2024/01966' 'the department'"'"'s number comes from the betänkande'
has '(arbetstitel)' 'a title that is not verified is marked'
has '(titel okänd)' 'so is one that is not known'
has '(arbetstitel, osäker)' 'or is uncertain'
has 'obesvarad' 'nothing is answered'

run 0 'several fields at once' ange 1 dnr 'ON 2025/12' forvaltning Omsorgsförvaltningen \
    organisation='Exempels kommun'
has 'Diarienummer: ON 2025/12' 'what was set is shown'
run 0 'the same again' ange 1 dnr 'ON 2025/12'
has 'Inget är ändrat' 'changes nothing, and says so'
run 0 'a field is emptied' ange 1 dnr ''
has '(tomt)' 'and shown as empty'
run 0 'fields as options' ange 1 --dnr 'ON 2025/12'

run 0 'fields by what the screen calls them' ange 1 'Ert diarienummer' S2024/7 \
    arbetsutskottets-mote=2025-02-20
has 'Ert diarienummer: S2024/7' 'with a space'
has 'Arbetsutskottets möte: 2025-02-20' 'or a hyphen, and without prickar'
run 0 'as options too' ange 1 --ert-diarienummer=S2024/01966 --arbetsutskottets-möte ''
has 'Ert diarienummer: S2024/01966' 'they are taken'
run 0 'a list by its label' lägg 1 'Beslutet skickas till' namn=Råd
run 0 'its line' ta-bort 1 beslutet-skickas-till 1
run 0 'a day as people write it' ange 1 au '14/3 2025' nämndmöte='den 28 mars 2025'
has 'Arbetsutskottets möte: 2025-03-14' 'is stored as ISO'
has 'Nämndens möte: 2025-03-28' 'in one form'
run 0 'the days are taken back' ange 1 au '' nämndmöte ''
run 0 'in a list too' lägg 1 planering organ=Råd datum=20250314
run 0 'the list' visa 1
has '2025-03-14' 'has it in ISO'
run 0 'its line is taken back' ta-bort 1 planering 1

run 0 'another way' ange 1 väg nämnd-departement
has 'Mottagare: Socialdepartementet' 'has another receiver'
has 'Mottagaren följer av vägen' 'which is said'
run 0 'the same way' ange 1 väg nämnd-departement
has 'Inget är ändrat' 'changes nothing'
run 0 'a receiver of one'"'"'s own' ange 1 mottagare Regeringskansliet
run 0 'and another way' ange 1 vag nämnd-kommunstyrelse
hasnt 'Mottagare' 'leaves it alone'
run 0 'both at once' ange 1 mottagare '' väg nämnd-departement
has 'Mottagare: (tomt)' 'are as they are given'
run 0 'a way when there is no receiver' ange 1 väg nämnd-kommunstyrelse
has 'Mottagare: Kommunstyrelsen' 'gives one'

run 0 'a question without an answer' svara 1 4.4.3
has 'bedömning: obesvarad' 'shows the punkt'
has 'Svara med: yttra svara 1 4.4.3 STÄLLNING' 'and how it is answered'
has 'avstår eller ej-berörd. På en bedömning också delar' 'with what'
run 0 'an answer' svara 1 4.4.3 delar-inte --motivering 'Sanktioner behövs.'
has 'Nämnden delar inte utredningens bedömning i avsnitt' 'the sentence is shown'
has '1 av 23 punkter är besvarade.' 'and how far it has come'
has 'Nästa obesvarade: 4.6.4:1' 'and what comes next'
run 0 'what is left' visa 1 --obesvarade
has '22 av 23 punkter är obesvarade.' 'is counted'
hasnt '4.4.3' 'without what is answered'
has '4.6.4:1  förslag    att varje' 'is shown'
run 2 'one punkt of what is left' visa 1 4.3 --obesvarade
run 0 'all punkter of an avsnitt' svara 1 '4.1.1:*' tillstyrker
has '3 av 23' 'two more'
run 0 'punkter in several avsnitt' svara 1 4.2.3:1,5.3:2 avstar
has '5 av 23' 'two more again'
run 0 'a condition' svara 1 5.3:2 villkor
has 'Villkoret saknas' 'is asked for'
run 0 'the ärende' visa 1
has '
  5.3:2    förslag    tillstyrker under förutsättning
                                   att ' 'a long stance keeps its line to itself'
COLUMNS=120 run 0 'on a wide screen' visa 1
has '  5.3:2    förslag    tillstyrker under förutsättning att ' 'it need not'
run 0 'the punkt' visa 1 5.3:2
has '  Förklaring
    ' 'is explained'
run 0 'the condition alone' svara 1 5.3:2 --villkor 'staten betalar'
has 'under förutsättning att staten betalar' 'is in the sentence'
printf 'Första stycket.\n\nAndra stycket.\n' >skal.md
run 0 'reasons from a file' svara 1 4.3 synpunkter --motivering-fil skal.md
run 0 'one answer in full' visa 1 4.3
has 'Andra stycket.' 'with its reasons'
has '  Punkten
    att ' 'with what it is about'
printf 'Från standard in.' | "$YTTRA" svara 1 4.3 --motivering-fil - >/dev/null
run 0 'reasons from standard input' visa 1 4.3:1
has 'Från standard in.' 'are saved'
has 'delar med synpunkter' 'and the stance is as it was'
run 0 'who speaks' svara 1 4.3 --subjekt vi
has 'Vi delar' 'changes the sentence'
run 0 'an answer is taken back' svara 1 4.3 --ta-bort
has 'obesvarad' 'and it is unanswered again'

run 0 'the blocks are listed' text 1
has 'barnkonsekvenser' 'by name'
printf 'Nämnden är **positiv**.\n' >s.md
run 0 'a text from a file' text 1 sammanfattning --fil s.md
has '23 tecken' 'its length is told'
run 0 'the text comes back' text 1 sammanfattning
is 'Nämnden är **positiv**.' "$out" 'as it was'
run 0 'a block by its name without å ä ö' text 1 overgripande --fil s.md
run 0 'an avsnitt is left out' avsnitt 1 4.5 utelämnad ja skäl 'Berör oss inte.'
run 0 'and shown so' visa 1
has 'utelämnas: Berör oss inte.' 'with the reason'

run 0 'a line is added' lägg 1 underlag slag=betänkande titel='SOU 2024:72'
run 0 'another, without å ä ö' lagg 1 underlag titel=Missiv slag=missiv
has 'Rad 2 i Beslutsunderlag är tillagd.' 'its number is told'
run 0 'it is changed' ändra 1 underlag 2 datum=2025-01-15
has 'Rad 2 i Beslutsunderlag är ändrad.' 'and told'
run 0 'and moved' flytta 1 underlag 2 1
run 0 'the lists' visa 1
is '2 1' "$(printf '%s\n' "$out" | sed -n '/(underlag)/,$p' | awk '$1 ~ /^[0-9]+$/ {printf "%s%s", s, $1; s = " "}')" \
    'stand in the new order'
run 0 'a line is removed' ta-bort 1 underlag 1
run 0 'the lists again' visa 1
hasnt 'betänkande, SOU' 'it is gone'
run 0 'a block is removed' ta-bort 1 text övergripande
has 'Texten övergripande är borttagen.' 'and told'

run 0 'all fields' fält
has 'svarstid' 'those of the ärende'
has 'Något av: tillstyrker' 'and what may stand in them'
run 0 'the stances' fält svar
has 'avstår, ej-berörd' 'with å and ö'
run 0 'the fields of one kind' falt underlag
hasnt 'svarstid' 'those alone'

run 0 'the history' historik 1
has 'Anna Exempel, ange: Uppgifter' 'says who and why'
has 'dnr: ON 2025/12' 'and what'
run 0 'of one punkt' historik 1 4.3:1
has 'borttagen' 'that it was removed'
hasnt 'Uppgifter' 'and nothing else'
run 0 'of one block' historik 1 sammanfattning
has 'innehåll' 'its text'
run 0 'of one kind' historik 1 underlag
has 'plats' 'that a line was moved'

run 0 'a search in the answers' sök Sanktioner behövs
has 'Ärende 1' 'finds the answer'
has 'Ärende 1, ON 2025/12 (SOU 2024:72)
  svar 4.4.3:1
' 'under its ärende'
run 0 'an answer with a note' svara 1 4.1.1:1 tillstyrker --anteckning 'Minns sanktionerna.' \
    --motivering 'Skäl: ja.'
run 0 'a search in notes and texts' sök Sanktioner
has 'svar 4.1.1:1, anteckning (skrivs aldrig ut)' 'marks the note'
has 'svar 4.4.3:1
' 'and nothing else'
has 'SOU 2024:72
  ' 'names the betänkande'
is 1 "$(printf '%s\n' "$out" | grep -c '^Ärende 1')" 'each ärende stands once'
run 0 'a search in vain' sok xyzzy
has 'Inget hittades' 'says so'

run 0 'the yttrande as text' skapa 1 yttrande
has 'Nämnden är positiv.' 'holds the summary'
run 0 'as Markdown' skapa 1 yttrande -f md
has 'Nämnden är **positiv**.' 'with its emphasis'
run 0 'as HTML, by the name of the file' skapa 1 yttrande -o y.html
ok "$(grep -q '<html' y.html; echo $?)" 'it is a page'
has 'y.html är skriven.' 'that is told'
run 0 'once more' skapa 1 yttrande -o y.html
has 'y.html är ersatt.' 'so is that it takes the place of one'
run 0 'the tjänsteskrivelse' skapa 1 tjansteskrivelse
"$YTTRA" lägg 2 ståndpunkt avsnitt=4.5 text='Staten bör betala.' >/dev/null
"$YTTRA" avsnitt 2 4.5 utelämnad ja skäl 'Rör inte kommunen.' >/dev/null
"$YTTRA" lägg 2 nyckelpunkt text='Ansvaret ska vara odelat.' >/dev/null
run 0 'a key point without its lead' skapa 2 yttrande
has '• Ansvaret ska vara odelat.' 'is printed without a colon'
hasnt 'Staten bör betala' 'a position on an avsnitt that is left out is not printed'
run 1 'the review' granska 2
has 'fel: Egen ståndpunkt 1 kommer inte med i något papper' 'which is told'
run 0 'an answer without its reasons' svara 2 5.3:1 avstyrker
run 1 'the review' granska 2
is 1 "$(printf '%s\n' "$out" | grep -c 'inte besvarad')" 'tells the unanswered in one place'
has 'står utan motivering' 'beside the other errors'
has 'Skriv: yttra svara 2 PUNKT STÄLLNING' 'and how they are answered'
run 1 'the review finds what is missing' granska 1
has 'punkter är inte besvarade: ' 'the unanswered, together'
run 1 'of one paper, as JSON' granska 1 yttrande --json
has '"regel"' 'with its rule'

run 0 'the betänkande' betänkande visa SOU 2024:72
has '4.4.3' 'its tree'
run 0 'and as Markdown' betankande skriv sou-2024-72 -o b.md
sed 's/SOU 2024:72/SOU 2024:99/' b.md >c.md
run 0 'which can be read in again' importera c.md
run 0 'under another name too' importera b.md --som 'SOU 2024:98'
run 0 'and replaced' importera c.md --ersatt
run 0 'the profiles' profil lista
has standard 'are listed'
run 0 'one is copied' profil kopiera standard egen
run 0 'checked' profil kontrollera egen
run 0 'and used' ange 1 profil egen
run 0 'the database is sound' databas kontrollera
run 0 'and can be copied' databas kopiera kopia.db
run 0 'the copy is a database' --databas kopia.db visa 1
run 0 'when it is decided' ange 1 status beslutat
has 'Profilens version ligger nu fast: 1.' 'the version of the profile is said to be fixed'
run 0 'the ärende' visa 1
has 'Profilens version:      1' 'has it written down'
sed -i 's/^version = 1/version = 2/' "$work/data/yttra/profiler/egen/profil.ini"
run 0 'on its way out' ange 1 status expedierat
hasnt 'Profilens version' 'nothing is said'
run 0 'the ärende' visa 1
has 'Profilens version:      1' 'keeps the version of the decision'
run 0 'a decision taken back' ange 1 status granskas
has 'Profilens version ligger inte längre fast.' 'lets the version go'
run 0 'the ärende' visa 1
hasnt 'Profilens version' 'has none'
run 0 'the history' historik 1 uppgifter
has 'profilversion: 1 → (tomt)' 'has it in the same change'
run 0 'decided anew' ange 1 status beslutat
has 'Profilens version ligger nu fast: 2.' 'the version is the one of that day'
run 0 'the decision is restored as it was' historik 1 uppgifter --återställ \
    "$("$YTTRA" historik 1 uppgifter | sed -n '/beslutat → expedierat/{g;p;};/^[0-9]/h' |
        sed 's/ .*//')"
run 0 'the ärende' visa 1
has 'Profilens version:      1' 'has the version that was restored'
run 0 'and is decided' ange 1 status beslutat
run 0 'the others' ange 2 status avslutat
run 0 'too' ange 3 status expedierat
run 0 'a new one when none is undecided' nytt SOU 2024:72
is 4 "$out" 'is made'
# Trying a stance shows the sentence and saves nothing.
run 0 "before" historik 1
before=$out
run 0 "a stance is tried" svara 1 4.4.3 avstyrker --prova
has "Nämnden delar inte utredningens bedömning" "its sentence is shown"
has "Inget är sparat" "and said not to be saved"
run 0 "after" historik 1
is "$before" "$out" "the history is as it was"
run 2 "nothing to try" svara 1 4.4.3 --prova
tap_done
