#!/bin/sh
# Judges Word documents: the validator of Microsoft's Open XML SDK, and LibreOffice, which must be
# able to open them.
#
#     tests/judge/ooxml.sh FOLDER FILE.docx…
#     tests/judge/ooxml.sh FOLDER              what tests/make_paper makes, with and without a template
#
# FOLDER is in the build tree; the validator is installed there once, by npm, and is then used
# without the network. Without files it is run in the build folder. Exit 1 when a file is rejected;
# 77, which is "skipped" to automake, when a judge is missing: with YTTRA_JUDGES=required that too
# is 1.
set -u
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd) || exit 1

missing() {
    echo "ooxml.sh: $1" >&2
    [ "${YTTRA_JUDGES-}" = required ] && exit 1
    exit 77
}

[ $# -ge 1 ] || { echo 'usage: ooxml.sh FOLDER [FILE.docx…]' >&2; exit 2; }
mkdir -p "$1" && folder=$(cd "$1" && pwd) || exit 1
shift
command -v node >/dev/null || missing 'node is missing. On Debian: apt install nodejs npm'
command -v soffice >/dev/null ||
    missing 'soffice is missing. On Debian: apt install libreoffice-writer'

# The validator, installed anew when its version has changed.
validator=$folder/node_modules/.bin/ooxml-validator
if ! cmp -s "$here/package.json" "$folder/package.json" || [ ! -e "$validator" ]; then
    command -v npm >/dev/null || missing 'npm is missing. On Debian: apt install npm'
    cp "$here/package.json" "$folder/package.json-new" || exit 1
    rm -f "$folder/package.json"
    mv "$folder/package.json-new" "$folder/package.json" || exit 1
    (cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock) \
        >"$folder/npm.log" 2>&1 || {
        rm -f "$folder/package.json"
        missing "the validator could not be installed; is npm's registry out of reach? See $folder/npm.log"
    }
fi

# make_paper NAME FILE.md [TEMPLATE [LOGO]]: makes FOLDER/NAME.
make_paper() {
    out=$folder/$1
    markdown=$2
    shift 2
    tests/make_paper docx "$markdown" "$out" "$@" || exit 1
    made="$made
$out"
}

# zip_template FILE: the template of the tests, packed.
zip_template() {
    rm -f "$1"
    (cd "$here/../fixtures/mall-docx" &&
        "${PYTHON3:-python3}" -m zipfile -c "$1" '[Content_Types].xml' _rels docProps word) ||
        missing 'python3 is missing'
}

if [ $# -eq 0 ]; then
    [ -x tests/make_paper ] || { echo 'ooxml.sh: no tests/make_paper here' >&2; exit 2; }
    rich=$here/../golden/emit/dokument.md
    odd=$here/../golden/emit/udda.md
    logo=$here/../fixtures/mall-docx/word/media/image1.png
    made=
    zip_template "$folder/mall.dotx"
    make_paper inbyggt.docx "$rich" - "$logo"
    make_paper mall.docx "$rich" "$folder/mall.dotx"
    make_paper udda.docx "$odd"
    make_paper udda-mall.docx "$odd" "$folder/mall.dotx"
    make_paper mall-av-mall.docx "$rich" "$folder/mall.docx"
    IFS='
'
    set -f
    set -- $made
    set +f
    unset IFS
fi

failed=0
for file in "$@"; do
    if said=$(node "$validator" "$file" 2>&1); then
        echo "PASS $file"
    else
        echo "FAIL $file: $said"
        failed=1
    fi
done

mkdir -p "$folder/pdf"
for file in "$@"; do
    pdf=$folder/pdf/$(basename "$file" .docx).pdf
    rm -f "$pdf"
    soffice "-env:UserInstallation=file://$folder/libreoffice" --headless --convert-to pdf \
        --outdir "$folder/pdf" "$file" >"$folder/soffice.log" 2>&1
    [ -s "$pdf" ] && continue
    echo "FAIL $file: LibreOffice could not open it; see $folder/soffice.log"
    failed=1
done
exit $failed
