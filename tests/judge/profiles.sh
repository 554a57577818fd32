#!/bin/sh
# Every paper of every profile that `yttra profil lista` names, in Word, ODF, HTML and PDF, judged; and of
# copies of the profile standard, one with a logotype and PDF/A-1a, one with templates of its own,
# which ooxml.sh and odf.sh have left in BUILDDIR/judge.
#
#     tests/judge/profiles.sh BUILDDIR
#
# What is made lies in BUILDDIR/judge/profiles. Exit codes as the judges'.
set -eu
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
folder=$build/judge/profiles
rm -rf "$folder"
mkdir -p "$folder/data"
YTTRA_DATA=${YTTRA_DATA:-$here/../../db} XDG_DATA_HOME=$folder/data
YTTRA_DB=$folder/yttra.db YTTRA_NU=2025-02-01T08:00:00Z YTTRA_VEM='Handläggare A'
export YTTRA_DATA XDG_DATA_HOME YTTRA_DB YTTRA_NU YTTRA_VEM
yttra() {
    "$build/yttra" "$@"
}
. "$here/../exempelarende.sh"

# A copy with a logotype, for archives that ask for the older form.
copy() {
    yttra profil kopiera "$1" "$1-a1" >/dev/null
    own=$folder/data/yttra/profiler/$1-a1
    cp "$here/../fixtures/mall-docx/word/media/image1.png" "$own/logotyp.png"
    sed -i 's|^\[profil\]|&\npdf = PDF/A-1a\nlogotyp = logotyp.png\nlogotyp-text = Exempelköpings vapen|' \
        "$own/profil.ini"
    yttra profil kontrollera "$1-a1"
}

# A copy with the organisation's own templates.
with_templates() {
    yttra profil kopiera "$1" "$1-mall" >/dev/null
    own=$folder/data/yttra/profiler/$1-mall
    cp "$build/judge/mall.dotx" "$own/mall.dotx"
    cp "$build/judge/odf/mall.ott" "$own/mall.ott"
    sed -i 's|^\[profil\]|&\nword-mall = mall.dotx\nodf-mall = mall.ott|' "$own/profil.ini"
    yttra profil kontrollera "$1-mall"
}

papers() {
    yttra skapa "$nr" '?' 2>&1 | sed -n 's/.*Dokumenten är: *\([^.]*\).*/\1/p' | tr ',' '\n' |
        sed 's/^ *//; s/ *$//'
}

list() {
    yttra profil lista | awk 'NR > 1 { print $1 }'
}

copy standard
with_templates standard
exempelarende
for profile in $(list); do
    yttra ange "$nr" profil "$profile" >/dev/null
    n=0
    for paper in $(papers); do
        for format in docx odt html pdf; do
            yttra skapa "$nr" "$paper" -o "$folder/$profile-$paper.$format" >/dev/null
        done
        n=$((n + 1))
    done
    echo "$profile: $n papers"
    [ "$n" -gt 0 ]
done
cd "$build"
"$here/pdf.sh" "$build/judge" "$folder"/*.pdf
sh "$here/ooxml.sh" judge "$folder"/*.docx
sh "$here/odf.sh" judge "$folder"/*.odt
sh "$here/html.sh" judge "$folder"/*.html
