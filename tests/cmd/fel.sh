# What goes wrong: misuse (2), refusals and failures (1), each with words that help, and nothing
# saved.
. "${srcdir:-.}/tests/cmd/lib.sh"

run 2 'without a command'
says 'yttra --help' 'the way to help is shown'
run 2 'an unknown command' svra 1
says 'Menade du ”svara”?' 'the nearest is named'
run 2 'a word like no command' man
says '”man” är inget kommando (alla står i: yttra --help).' 'is not taken for another'
run 2 'an unknown option' lista --jsn
says 'Menade du --json?' 'the nearest is named'
run 2 'an unknown short option' lista -x
run 2 'too few arguments' svara 1
says 'skriv också vilken punkt det gäller' 'what is missing is named'
says 'Så skrivs det: yttra svara' 'the usage is shown'
run 2 'a paper that is not named' skapa 1
says 'skriv också vilket dokument det gäller' 'is asked for'
run 2 'nothing at all' flytta
says 'skriv vilket ärende det gäller, vilket slags uppgift det gäller' 'all is asked for'
says ' och vilken plats den ska stå på' 'to the last'
run 2 'a group alone' databas
says 'skriv vad du vill göra' 'is asked for'
run 2 'too many arguments' visa 1 2 3
says 'ett ord för mycket' 'is said'
run 2 'an option without its value' lista --antal
run 2 'an option with a value it does not take' lista --json=ja
run 1 'a database that is not there' lista
says 'finns inte' 'is not made by reading'
ok "$([ ! -e "$YTTRA_DB" ]; echo $?)" 'no file was made'
run 1 'an unknown betänkande' nytt SOU 2019:1
says 'SOU 2024:72' 'those there are are listed'
run 1 'a betänkande with a bad name' nytt sammanfattning
run 1 'a bad day' nytt SOU 2024:72 --svarstid 2025-02-30
says 'februari 2025 har 28 dagar' 'is explained'
run 2 'a field that is none' nytt SOU 2024:72 --svarstd 2025-02-03
says 'Menade du ”svarstid”?' 'the nearest is named'
run 1 'a profile that is none' nytt SOU 2024:72 --profil standrad
says 'standard' 'the known are named'

run 0 'an ärende' nytt SOU 2024:72
run 2 'a number that is none' lista --antal många
before=$(cksum <"$YTTRA_DB")
same() {
    is "$before" "$(cksum <"$YTTRA_DB")" "$1: the database is byte for byte as it was"
}
run 1 'an ärende that is not there' visa 7
says 'ärende 7 finns inte' 'its number is named'
run 1 'an ärende that is no number' visa ett
run 1 'a day that does not exist' ange 1 dnr X svarstid 2025-02-30
says 'Svarstid' 'the field is named'
run 1 'a month that does not' ange 1 svarstid 2025-13-01
run 1 'no day at all' ange 1 svarstid imorgon
run 1 'an unknown field' ange 1 svarstidd 2025-02-03
says 'Menade du ”svarstid”?' 'the nearest is named'
run 2 'a field without a value' ange 1 svarstid
run 2 'no field' ange 1
run 2 'a value without quotation marks' ange 1 organisation Exempelköpings kommun
says 'citattecken: organisation="Exempelköpings kommun"' 'is asked to have them'
run 2 'one with = and more after it' lägg 1 handläggare namn=Anna Exempel titel=utredare
says 'namn="Anna Exempel"' 'too'
run 1 'a field with a slip after another' ange 1 dnr X svarstidd 2025-02-03
says 'Menade du ”svarstid”?' 'is named'
run 2 'a label without quotation marks' ange 1 Ert diarienummer S2024/7
says '”Ert diarienummer” är ett fält med mellanslag i namnet' 'is told how it is written'
says 'eller skriv ert-dnr' 'and its short name'
run 2 'one after another field' ange 1 dnr X Ert diarienummer=S2024/7
says 'skriv ert-dnr' 'too'
run 1 'a label with a slip' ange 1 'Ert diarenummer' S2024/7
says 'Menade du ”Ert diarienummer”?' 'is named'
run 2 'as an option' ange 1 --ert-diarenummer S2024/7
says 'Menade du ”Ert diarienummer”?' 'too'
run 2 'a text on the command line' text 1 sammanfattning 'En text.'
says '--fil' 'is asked for in a file'
run 1 'an unknown word of a list' ange 1 status klart
says 'pågår, granskas' 'those allowed are listed'
run 1 'a profile that is not there' ange 1 profil min
run 1 'a subject that the profile lacks' ange 1 subjekt hovet
run 1 'too long a text' ange 1 dnr "$(printf '%0100d' 0)"
run 1 'a line with two lines' ange 1 rubrik 'en
två'
run 1 'an unknown stance' svara 1 4.4.3 tilstyrker
says 'Menade du ”tillstyrker”?' 'the nearest is named'
run 1 'an avsnitt that is not there' svara 1 4.4.9 delar
says '4.4.3' 'the nearest is named'
run 1 'a punkt that is not there' svara 1 4.4.3:7 delar
run 1 'a bare number of several punkter' svara 1 5.3 delar
says '5.3:2 (förslag)' 'they are listed'
run 1 'a number of none' svara 1 4.4 delar
run 1 'one wrong among several' svara 1 4.3,9.9 delar
run 2 'two texts' svara 1 4.4.3 delar --motivering a --motivering-fil b
run 2 'an answer to be removed and given' svara 1 4.4.3 delar --ta-bort
run 1 'nothing to remove' svara 1 4.4.3 --ta-bort
run 1 'no text from a pipe' svara 1 4.4.3 delar --motivering-fil - </dev/null
says 'standard in är tom. Inget är sparat.' 'is told'
: >tom.md
run 1 'an empty file' text 1 ekonomi --fil tom.md
says 'tom.md är tom' 'too'
run 1 'an empty betänkande from a pipe' importera - </dev/null
says 'standard in, rad 1' 'is told by where it came from'
run 1 'an empty ärende from a pipe' läs - </dev/null
says 'standard in: filen är tom' 'too'
run 1 'a file that is not there' svara 1 4.4.3 --motivering-fil saknas.md
says 'saknas.md' 'is named'
run 1 'a folder instead of a file' text 1 sammanfattning --fil .
printf 'Sm\366r' >latin1.md
run 1 'a file that is not UTF-8' text 1 sammanfattning --fil latin1.md
says 'inte UTF-8' 'is said'
run 1 'an unknown block' text 1 samanfattning
says 'Menade du ”sammanfattning”?' 'the nearest is named'
run 1 'an unknown list' lägg 1 underlagg titel=x
says 'Menade du ”underlag”?' 'the nearest is named'
run 1 'what is no list' lägg 1 svar ställning=delar
run 1 'a field that the list lacks' lägg 1 underlag rubrik=x
run 1 'a reference to what is not there' lägg 1 ståndpunkt avsnitt='4.3, 9.9' text=x
says '9.9' 'is named'
run 1 'a punkt that is not there in a theme' lägg 1 tema namn=x punkter=4.3:1,4.3:9
run 1 'a line that is not there' ändra 1 underlag 3 titel=x
run 1 'one that is not there to remove' ta-bort 1 underlag 3
run 1 'the fields of the ärende removed' ta-bort 1 uppgifter ''
run 1 'one that is not there to move' flytta 1 underlag 3 1
run 2 'a place that is none' flytta 1 underlag 3 först
run 1 'an avsnitt that is not there' avsnitt 1 9.9 utelämnad ja
run 1 'neither yes nor no' avsnitt 1 4.5 utelämnad kanske
run 1 'a paper that the profile lacks' skapa 1 protokol
says 'yttrande' 'those there are are listed'
run 2 'a form that is none' skapa 1 yttrande -f rtf
says 'docx, pdf, odt, text, html' 'those there are are named'
run 2 'a file that ends in .doc' skapa 1 yttrande -o y.doc
says 'Menade du ”docx”?' 'the nearest is named'
ok "$([ ! -e y.doc ]; echo $?)" 'is not made'
run 1 'a folder that is not there' skapa 1 yttrande -o finns/inte/y.md
says 'mappen finns/inte finns inte. Skapa den' 'is named'
run 1 'a disk that is full' skapa 1 yttrande -o /dev/full
run 1 'a history of what is not there' historik 1 xyzzy
for file in 'x.pdf %PDF-1.7' 'x.html <!DOCTYPE html><html>' 'x.json {"format":1}'; do
    printf '%s' "${file#* }" >"${file%% *}"
    run 2 "importera ${file%% *}" importera "${file%% *}"
    says 'Markdown-form' 'says what can be read'
done
printf '# SOU 2024:5\n\nhej\n' >bad.md
run 1 'a betänkande of the wrong form' importera bad.md
says 'rad ' 'the line is named'
run 0 'the betänkande as it is' betänkande skriv SOU 2024:72 -o b.md
run 1 'one that is there already' importera b.md
says '--ersätt' 'how to replace it is told'
run 2 'an unknown word of a group' betänkande lsta
says 'Menade du ”lista”?' 'the nearest is named'
run 2 'a word too few' profil kopiera standard
says 'skriv också vad kopian ska heta' 'is asked for'
run 1 'a profile with a bad name' profil kopiera standard ../x
run 0 'a profile to spoil' profil kopiera standard trasig
folder=$XDG_DATA_HOME/yttra/profiler/trasig
sed 's/^\[profil\]$/[profil]\nword-mall = mall.docx/' "$folder/profil.ini" >ini && cp ini "$folder/profil.ini"
printf 'x' >"$folder/mall.docx"
run 1 'a Word template that is none' profil kontrollera trasig
says 'mall.docx är inget Word-dokument' 'is found before a paper is made'
sed 's/^word-mall.*/logotyp = l.png\nlogotyp-text = Vapen/' ini >"$folder/profil.ini"
printf 'x' >"$folder/l.png"
run 1 'a logotype that is no picture' profil kontrollera trasig
says 'Logotypen' 'is found too'
run 1 'a check of a profile that is not there' profil kontrollera ingen
printf '{{#a}}' >trasig.md
run 1 'a template that is broken' mall rendera trasig.md x.json
says 'trasig.md' 'is named'
run 2 'a word in a bad character set' sök "$(printf 'sm\366r')"
run 2 'control characters among the words' ange 1 rubrik "$(printf 'a\033[31mb')"
same 'after all this'

run 0 'an answer' svara 1 4.4.3 delar
sed '/4\.4\.3/,/^### 4.5/{/^### 4.5/!d}' b.md >utan.md
run 1 'a betänkande without what is answered' importera utan.md --ersätt
says '4.4.3' 'names it'
printf 'inte en databas\n' >trash.db
run 1 'a file that is no database' --databas trash.db lista
run 1 'a copy over a file' databas kopiera b.md
run 1 'a copy to no folder' databas kopiera finns/inte/b.db
says 'mappen finns/inte finns inte' 'names it'
tap_done
