#!/bin/sh
# Judges Word documents: the validator of Microsoft's Open XML SDK, and LibreOffice, which must be
# able to open them.
#
#     tests/judge/ooxml.sh FOLDER FILE.docx…
#     tests/judge/ooxml.sh FOLDER              what tests/make_paper makes, with and without a template
#
# FOLDER is in the build tree; the validator is installed there once, by npm, and is then used
# without the network. Without files it is run in the build folder, and leaves the template as
# FOLDER/mall.dotx. Exit codes: lib.sh.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/lib.sh"

[ $# -ge 1 ] || { echo 'usage: ooxml.sh FOLDER [FILE.docx…]' >&2; exit 2; }
mkdir -p "$1" && folder=$(cd "$1" && pwd) || exit 1
shift
need node nodejs
fetch package.json "$folder" .bin/ooxml-validator

if [ $# -eq 0 ]; then
    pack "$here/../fixtures/mall-docx" "$folder/mall.dotx"
    make_papers docx "$folder/docx" "$folder/mall.dotx"
    set -- "$folder"/docx/*.docx
fi
for file in "$@"; do
    if said=$(node "$folder/node_modules/.bin/ooxml-validator" "$file" 2>&1); then
        echo "PASS $file"
    else
        fail "$file: $said"
    fi
done
libreoffice pdf "$folder/pdf" "$@"
exit $failed
