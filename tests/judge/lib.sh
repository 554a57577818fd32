# What the judges' scripts share. Before it is read, `here` is the folder of the judges.
#
# Exit codes: 1 when a file is rejected; 77, which is "skipped" to automake, when a judge is
# missing: with YTTRA_JUDGES=required that too is 1.
set -u
export LC_ALL=C.UTF-8
failed=0

fail() {
    echo "FAIL $1"
    failed=1
}

missing() {
    echo "$(basename "$0"): $1" >&2
    [ "${YTTRA_JUDGES-}" = required ] && exit 1
    exit 77
}

# need PROGRAM PACKAGE
need() {
    command -v "$1" >/dev/null || missing "$1 is missing. On Debian: apt install $2"
}

# fetch LIST FOLDER FILE: FOLDER/node_modules/FILE, from what LIST, a package.json beside the
# judges, names. By npm, once; anew when the list has changed.
fetch() {
    mkdir -p "$2" || exit 1
    cmp -s "$here/$1" "$2/package.json" && [ -e "$2/node_modules/$3" ] && return
    need npm npm
    cp "$here/$1" "$2/package.json" || exit 1
    (cd "$2" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock) \
        >"$2/npm.log" 2>&1 && return
    rm -f "$2/package.json"
    missing "$1 could not be fetched; is npm's registry out of reach? See $2/npm.log"
}

# pack FOLDER FILE: a folder's files as a package; ODF wants "mimetype" first, and stored.
pack() {
    need python3 python3
    (cd "$1" && python3 - "$2" <<'END'
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    if os.path.exists('mimetype'):
        z.write('mimetype', compress_type=zipfile.ZIP_STORED)
    for folder, _, files in sorted(os.walk('.')):
        for name in sorted(files):
            if name != 'mimetype':
                z.write(os.path.join(folder, name)[2:])
END
    ) || exit 1
}

# make_papers FORMAT FOLDER TEMPLATE: what tests/make_paper makes, with and without a template, and
# with one that it has made itself.
make_papers() {
    [ -x tests/make_paper ] || { echo "$(basename "$0"): no tests/make_paper here" >&2; exit 2; }
    rich=$here/../golden/emit/dokument.md
    odd=$here/../golden/emit/udda.md
    logo=$here/../fixtures/mall-docx/word/media/image1.png
    rm -rf "$2" && mkdir -p "$2" &&
        tests/make_paper "$1" "$rich" "$2/inbyggt.$1" - "$logo" &&
        tests/make_paper "$1" "$rich" "$2/mall.$1" "$3" &&
        tests/make_paper "$1" "$odd" "$2/udda.$1" &&
        tests/make_paper "$1" "$odd" "$2/udda-mall.$1" "$3" &&
        tests/make_paper "$1" "$rich" "$2/mall-av-mall.$1" "$2/mall.$1" || exit 1
}

# libreoffice FORMAT FOLDER FILE…: LibreOffice opens each file and saves it in FOLDER as FORMAT.
libreoffice() {
    need soffice libreoffice-writer
    format=$1 out=$2
    shift 2
    rm -rf "$out" && mkdir -p "$out" || exit 1
    soffice "-env:UserInstallation=file://$folder/libreoffice" --headless --convert-to "$format" \
        --outdir "$out" "$@" >"$out/soffice.log" 2>&1
    for file in "$@"; do
        name=$(basename "$file")
        [ -s "$out/${name%.*}.$format" ] ||
            fail "$file: LibreOffice could not save it as $format; see $out/soffice.log"
    done
}
