# Words that the profile avoids: told by granska, changed where one says, taken back.
. "${srcdir:-.}/tests/cmd/lib.sh"

mkdir -p "$work/data/yttra/profiler/egen"
cat >"$work/data/yttra/profiler/egen/profil.ini" <<'INI'
[profil]
bygger-på = standard
version = 1
[termer]
kommunal primärvård = kommunal hälso- och sjukvård
person = brukare
INI
run 0 'the profile is sound' profil kontrollera egen
"$YTTRA" nytt SOU 2024:72 --profil egen >/dev/null
"$YTTRA" svara 1 4.3:1 delar --motivering 'Den kommunala hälso- och sjukvården behöver det.' >/dev/null
"$YTTRA" svara 1 4.2:1 delar --motivering 'Utredningen skriver ”brukare”, men alla brukarna vet.' >/dev/null
"$YTTRA" text 1 sammanfattning --fil - <<'TEXT' >/dev/null
En brukare i kommunal hälso- och sjukvård, se *Stärkt medicinsk kompetens i
kommunal hälso- och sjukvård*.
TEXT

run 1 'granska tells them' granska 1
has 'tips: 4.3:1: skriv hellre ”kommunala primärvården” än ”kommunala hälso- och' 'with the ending'
has 'Skriv: yttra granska 1 --byt-termer 4.3:1' 'and what to type'
has '--byt-termer Sammanfattning' 'a text is called by its label'
has 'skriv om ”brukarna” med ”person”' 'a form that is not known is told'
run 1 'a place without one' granska 1 --byt-termer 4.1:1
says 'Det gör det vid: 4.3:1, Sammanfattning' 'the places that have one are named'
run 0 'one place is changed' granska 1 --byt-termer 4.3:1
has '4.3:1: ”kommunala hälso- och sjukvården” är nu ”kommunala primärvården”' 'and told'
has 'yttra historik 1' 'with the way back'
run 0 'the new text' historik 1 4.3:1 --text
has 'byt ord' 'the revision says why'
has 'Den kommunala primärvården behöver det.' 'and what now stands'
run 0 'the rest is changed' granska 1 --byt-termer alla
has 'Sammanfattning: ”brukare” är nu ”person”' 'all in the text'
hasnt '4.2:1' 'but not what must be written anew'
run 0 'the text' text 1 sammanfattning
has 'En person i kommunal primärvård' 'is changed'
has 'kommunal hälso- och sjukvård*' 'but for the title of the betänkande'
run 1 'nothing is left to change' granska 1 --byt-termer alla
says '[termer]' 'and where the words stand is told'
tap_done
