#!/bin/sh
# Runs every measurement in tests/bench:
#     tests/bench/run.sh BUILDDIR          (make bench)
# A measurement is a script bench_NAME.sh; it gets BUILDDIR as its argument and YTTRA and YTTRA_DATA
# in its environment, and prints lines "what: figure unit". docs/MEASURING.md says more.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
YTTRA=$build/yttra YTTRA_DATA=$(cd "$here/../.." && pwd)/db
LC_ALL=C.UTF-8
export YTTRA YTTRA_DATA LC_ALL
unset YTTRA_NU YTTRA_DB

echo "machine: $(uname -m), $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
for measurement in "$here"/bench_*.sh; do
    [ -f "$measurement" ] || { echo "no measurements yet"; break; }
    name=${measurement##*/bench_}
    echo
    echo "== ${name%.sh}"
    sh "$measurement" "$build"
done
