#!/bin/sh
# Lets every fuzz target search for a while over its kept corpus:
#     tests/fuzz/run.sh BUILDDIR SECONDS
# BUILDDIR was configured with --enable-fuzzers and made (make check builds the targets). New inputs
# are gathered in BUILDDIR/fuzz/NAME and what breaks a target is left in BUILDDIR/fuzz; the kept
# corpus is not touched. As many targets run at once as there are processors.
set -eu
src=$(cd "$(dirname "$0")" && pwd)
build=$1 seconds=$2
mkdir -p "$build/fuzz"
cd "$build/fuzz"

one='
    program=$1 src=$2 seconds=$3
    name=${program##*/fuzz_}
    mkdir -p "$name"
    if "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$name-" "$name" "$src/corpus/$name" >"$name.log" 2>&1; then
        awk -v n="$name" "/number_of_executed_units/ {print \"fuzz \" n \": \" \$2 \" inputs, no fault\"}" "$name.log"
    else
        tail -n 40 "$name.log"
        echo "fuzz $name: FAULT; the input is in $PWD/$name-*"
        exit 1
    fi'
found=
for program in ../tests/fuzz/fuzz_*; do
    case ${program##*/} in *.*) continue ;; esac
    [ ! -x "$program" ] || found="$found $program"
done
[ -n "$found" ] || { echo "no fuzz target is built in $build" >&2; exit 1; }
printf '%s\n' $found | LSAN_OPTIONS="suppressions=$src/../lsan.supp" \
    xargs -P "$(nproc)" -I{} sh -c "$one" fuzz {} "$src" "$seconds"
