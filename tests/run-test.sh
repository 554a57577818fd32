#!/bin/sh
# Runs one test, a program or a .sh or .py script, and passes its TAP on:
#     tests/run-test.sh TEST [ARGUMENT…]
# What every test may count on is in docs/TESTING.md. A sanitizer report fails the test even when the
# program itself ends well, for Criterion does not look at how its test processes exit.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 99
scratch=$(mktemp -d "${TMPDIR:-/tmp}/yttra-test.XXXXXX") || exit 99
trap 'chmod -R u+rwX "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
mkdir "$scratch/home" "$scratch/tmp" "$scratch/report" || exit 99

export LC_ALL=C.UTF-8 TZ=Europe/Stockholm
export HOME="$scratch/home" TMPDIR="$scratch/tmp"
unset YTTRA_NU YTTRA_DB XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
unset EDITOR VISUAL NO_COLOR LANG LANGUAGE
export CRITERION_OUTPUTS=tap:-
export ASAN_OPTIONS="log_path=$scratch/report/san${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
export UBSAN_OPTIONS="log_path=$scratch/report/san:print_stacktrace=1${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}"
export LSAN_OPTIONS="suppressions=$here/lsan.supp:print_suppressions=0${LSAN_OPTIONS:+:$LSAN_OPTIONS}"

case $1 in
*.sh) sh "$@" ;;
*.py) "${PYTHON3:-python3}" "$@" ;;
*) "$@" ;;
esac
rc=$?
for report in "$scratch"/report/*; do
    [ -s "$report" ] || continue
    cat "$report" >&2
    rc=1
done
exit $rc
