#!/bin/sh
# Judges ODF documents: OASIS's own schemas of ODF 1.2 by jing, what the package must be (part 3,
# 2.2.1 and 3.3), and LibreOffice, which must be able to open them and to save them again.
#
#     tests/judge/odf.sh FOLDER FILE.odt…
#     tests/judge/odf.sh FOLDER              what tests/make_paper makes, with and without a template
#
# FOLDER is in the build tree; the schemas are fetched there once, by npm, and are then used without
# the network. Without files it is run in the build folder, and leaves the template as
# FOLDER/odf/mall.ott. Exit codes: lib.sh.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/lib.sh"

[ $# -ge 1 ] || { echo 'usage: odf.sh FOLDER [FILE.odt…]' >&2; exit 2; }
mkdir -p "$1/odf" && folder=$(cd "$1/odf" && pwd) || exit 1
shift
need jing jing
need python3 python3
schemas=node-webodf/programs/docnosis
fetch odf.json "$folder" $schemas
schema=$folder/node_modules/$schemas/OpenDocument-v1.2-cos01-schema.rng
manifest=$folder/node_modules/$schemas/OpenDocument-v1.2-cos01-manifest-schema.rng

# The package: "mimetype" is the first entry, 38 bytes in, and not compressed.
is_package() {
    [ "$(dd if="$1" bs=1 skip=30 count=47 2>/dev/null)" = \
        mimetypeapplication/vnd.oasis.opendocument.text ]
}

judge() {
    file=$1
    parts=$folder/delar
    rm -rf "$parts"
    python3 -m zipfile -e "$file" "$parts" || return 1
    is_package "$file" || { echo 'mimetype is not first and stored'; return 1; }
    jing -i "$manifest" "$parts/META-INF/manifest.xml" || return 1
    for part in content styles meta settings; do
        [ ! -e "$parts/$part.xml" ] || jing -i "$schema" "$parts/$part.xml" || return 1
    done
}

if [ $# -eq 0 ]; then
    pack "$here/../fixtures/mall-odt" "$folder/mall.ott"
    make_papers odt "$folder/odt" "$folder/mall.ott"
    set -- "$folder"/odt/*.odt
fi
for file in "$@"; do
    if said=$(judge "$file" 2>&1); then
        echo "PASS $file"
    else
        fail "$file: $said"
    fi
done
libreoffice odt "$folder/igen" "$@"
libreoffice pdf "$folder/pdf" "$@"
exit $failed
