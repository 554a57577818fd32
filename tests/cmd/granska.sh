# A finished ärende has nothing to remark on, in any of the shipped profiles.
. "${srcdir:-.}/tests/cmd/lib.sh"
. "$source/tests/exempelarende.sh"

yttra() {
    "$YTTRA" "$@" || { ok 1 "yttra $1"; }
}

# What the example leaves undone: reasons for all that is supported, and headings of one's own where
# the betänkande's are not known.
complete() {
    svar 4.2 delar 'Avtalen är i dag för allmänna för att gå att följa upp.'
    svar 4.6.4:2 tillstyrker 'En samtalspartner i regionen gör samarbetet enklare.'
    svar 5.3:1 delar 'Kommunerna har olika förutsättningar.'
    svar 5.3:4 delar 'Hindren är stora, inte minst för små kommuner.'
    svar 7.2.2 tillstyrker 'Modellen är prövad och kan få fler att stanna.'
    svar 7.2.6 tillstyrker 'Fler yrkesgrupper behöver handledas.'
    for a in '4.1.1 Bedömning dygnet runt' '4.2.3 Föreskrifter' '4.4.3 Inga sanktioner' \
        '4.6.4 Ledningsansvarig' '5.3 Anställda läkare' '7.1 Samordnare' '7.2.1 Ledarskap' \
        '7.2.2 Magnetmodellen' '7.2.3 Vidareutbildning' '7.2.5 Fortbildning' '7.2.6 Avtal' \
        '7.2.4 Avancerad specialistsjuksköterska' '7.2.7 Akademiska miljöer'; do
        yttra avsnitt "$nr" "${a%% *}" rubrik "${a#* }" >/dev/null
    done
}

exempelarende
run 0 'the example' granska "$nr"
has 'Punkter får stöd utan skäl: 4.2:1, 4.6.4:2, 5.3:1' 'lacks some reasons'
complete
profiles=0
for profile in "$YTTRA_DATA"/profiler/*/; do
    profile=$(basename "$profile")
    yttra ange "$nr" profil "$profile" >/dev/null
    run 0 "the finished example with $profile" granska "$nr"
    is 'Inget att anmärka på.' "$out" 'has nothing to remark on'
    for block in sammanfattning sammanfattning-tjänsteskrivelse; do
        run 0 "a drafted $block" text "$nr" $block --utkast --ersätt
    done
    run 0 'with drafts for summaries' granska "$nr"
    is 'Inget att anmärka på.' "$out" 'there is nothing either'
    profiles=$((profiles + 1))
done
[ $profiles -ge 3 ]
ok $? 'every shipped profile was tried'

# One paper alone.
yttra ange "$nr" profil standard rubrik 'Yttrande' >/dev/null
run 1 'the heading of the answer' granska "$nr" yttrande
has 'Yttrandets rubrik nämner inte SOU 2024:72.' 'is looked at'
run 0 'the other paper' granska "$nr" tjänsteskrivelse
is 'Inget att anmärka på.' "$out" 'has nothing to do with it'
tap_done
