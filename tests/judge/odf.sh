#!/bin/sh
# Judges ODF documents: OASIS's own schemas of ODF 1.2 by jing, what the package must be (part 3,
# 2.2.1 and 3.3), and LibreOffice, which must be able to open them and to save them again.
#
#     tests/judge/odf.sh FOLDER FILE.odt…
#     tests/judge/odf.sh FOLDER              what tests/make_paper makes, with and without a template
#
# FOLDER is in the build tree; the schemas are fetched there once, by npm, and are then used without
# the network. Without files it is run in the build folder. Exit 1 when a file is rejected; 77, which
# is "skipped" to automake, when a judge is missing: with YTTRA_JUDGES=required that too is 1.
set -u
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd) || exit 1

missing() {
    echo "odf.sh: $1" >&2
    [ "${YTTRA_JUDGES-}" = required ] && exit 1
    exit 77
}

[ $# -ge 1 ] || { echo 'usage: odf.sh FOLDER [FILE.odt…]' >&2; exit 2; }
mkdir -p "$1/odf" && folder=$(cd "$1/odf" && pwd) || exit 1
shift
command -v jing >/dev/null || missing 'jing is missing. On Debian: apt install jing'
command -v soffice >/dev/null ||
    missing 'soffice is missing. On Debian: apt install libreoffice-writer'

schemas=$folder/node_modules/node-webodf/programs/docnosis
if ! cmp -s "$here/odf.json" "$folder/package.json" || [ ! -d "$schemas" ]; then
    command -v npm >/dev/null || missing 'npm is missing. On Debian: apt install npm'
    cp "$here/odf.json" "$folder/package.json" || exit 1
    (cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock) \
        >"$folder/npm.log" 2>&1 || {
        rm -f "$folder/package.json"
        missing "the schemas could not be fetched; is npm's registry out of reach? See $folder/npm.log"
    }
fi
schema=$schemas/OpenDocument-v1.2-cos01-schema.rng
manifest=$schemas/OpenDocument-v1.2-cos01-manifest-schema.rng

# make_paper NAME FILE.md [TEMPLATE [LOGO]]: FOLDER/NAME.
make_paper() {
    name=$1 source=$2
    shift 2
    tests/make_paper odt "$source" "$folder/$name" "$@" || exit 1
    made="$made
$folder/$name"
}

# The template of the tests, packed: mimetype first, and stored.
zip_template() {
    (cd "$here/../fixtures/mall-odt" && "${PYTHON3:-python3}" - "$1" <<'END'
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    z.write('mimetype', compress_type=zipfile.ZIP_STORED)
    for folder, _, files in sorted(os.walk('.')):
        for name in sorted(files):
            if name != 'mimetype':
                z.write(os.path.join(folder, name)[2:])
END
    ) || missing 'python3 is missing'
}

if [ $# -eq 0 ]; then
    [ -x tests/make_paper ] || { echo 'odf.sh: no tests/make_paper here' >&2; exit 2; }
    rich=$here/../golden/emit/dokument.md
    odd=$here/../golden/emit/udda.md
    made=
    zip_template "$folder/mall.ott"
    make_paper inbyggt.odt "$rich" - "$here/../fixtures/mall-docx/word/media/image1.png"
    make_paper mall.odt "$rich" "$folder/mall.ott"
    make_paper udda.odt "$odd"
    make_paper udda-mall.odt "$odd" "$folder/mall.ott"
    make_paper mall-av-mall.odt "$rich" "$folder/mall.odt"
    IFS='
'
    set -f
    set -- $made
    set +f
    unset IFS
fi

failed=0
fail() {
    echo "FAIL $1"
    failed=1
}

# The package: "mimetype" is the first entry, 38 bytes in, and not compressed.
is_package() {
    [ "$(dd if="$1" bs=1 skip=30 count=47 2>/dev/null)" = \
        mimetypeapplication/vnd.oasis.opendocument.text ]
}

judge() {
    file=$1
    parts=$folder/delar
    rm -rf "$parts"
    "${PYTHON3:-python3}" -m zipfile -e "$file" "$parts" || return 1
    is_package "$file" || { echo 'mimetype is not first and stored'; return 1; }
    jing -i "$manifest" "$parts/META-INF/manifest.xml" || return 1
    for part in content styles meta settings; do
        [ ! -e "$parts/$part.xml" ] || jing -i "$schema" "$parts/$part.xml" || return 1
    done
}

mkdir -p "$folder/igen"
for file in "$@"; do
    if said=$(judge "$file" 2>&1); then
        echo "PASS $file"
    else
        fail "$file: $said"
    fi
    again=$folder/igen/$(basename "$file" .odt)
    rm -f "$again.odt" "$again.pdf"
    for format in odt pdf; do
        soffice "-env:UserInstallation=file://$folder/libreoffice" --headless --convert-to $format \
            --outdir "$folder/igen" "$file" >"$folder/soffice.log" 2>&1
        [ -s "$again.$format" ] ||
            fail "$file: LibreOffice could not save it as $format; see $folder/soffice.log"
    done
done
exit $failed
