#!/bin/bash
# Both bootstrap commands in a fresh, minimal Debian, as a newcomer would meet them:
#     tests/chroot.sh SUITE [run|check]      (bookworm, trixie, …; as root, needs debootstrap)
# The system is laid in a temporary folder and run in mount and process namespaces of its own, so
# that whatever happens nothing stays mounted or running. The mirror, its keys and the proxy are
# those of this machine's own apt.
set -euo pipefail
export LC_ALL=C

stop() {
    printf 'chroot: %s\n' "$*" >&2
    exit 1
}

suite=${1:?SUITE is missing}
top=$(cd "$(dirname "$0")/.." && pwd)

# --- What apt on this machine uses -------------------------------------------------------------------

# Every source as "URI suite suite … component component …", whichever way it is written.
apt_sources() {
    local parts=/etc/apt/sources.list.d
    cat /etc/apt/sources.list "$parts"/*.list 2>/dev/null |
        sed -n 's/#.*//; s/^deb[[:space:]]\+\(\[[^]]*\][[:space:]]*\)\?//p'
    # Deb822: fields of a stanza, in any order, a list over more than one line.
    cat /dev/null "$parts"/*.sources 2>/dev/null | awk '
        function flush() {
            if (f["types"] ~ /(^| )deb( |$)/ && f["enabled"] !~ /no|false/)
                for (i = split(f["uris"], u, " "); i > 0; i--)
                    print u[i], f["suites"], f["components"]
            split("", f)
        }
        FNR == 1 { flush() }
        /^[ \t]*$/ { flush(); next }
        /^#/ { next }
        /^[ \t]/ { f[field] = f[field] " " $0; next }
        { field = tolower($1); sub(/:.*/, "", field); sub(/^[^:]*:[ \t]*/, ""); f[field] = $0 }
        END { flush() }'
}

# The archive this machine itself is made from: it holds the other suites too.
find_mirror() {
    local own
    own=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    apt_sources | awk -v own="$own" -v suite="$suite" '
        { for (i = 2; i <= NF; i++) {
              if ($i == suite) { print $1; found = 1; exit }
              if ($i == own && !fallback) fallback = $1
          } }
        END { if (!found && fallback) print fallback }'
}

keyring_into() {
    local key
    for key in /usr/share/keyrings/debian-archive-*.gpg; do
        case $key in *removed*) ;; *) cat "$key" ;; esac
    done >"$1"
    [ -s "$1" ] || stop "no Debian keys in /usr/share/keyrings (apt install debian-archive-keyring)"
}

# Proxy and the like, as lines of an apt.conf.
apt_settings() {
    apt-config dump | grep -E '^Acquire::(http|https|Check-|Retries|ForceIPv|Max-)' || true
}

proxy_of() {
    local value=
    eval "$(apt-config shell value "Acquire::$1::Proxy")"
    case $value in DIRECT) value= ;; esac
    printf '%s' "$value"
}

# --- The chroot, laid from outside ---------------------------------------------------------------------

lay() {
    local mirror script=() proxy
    mirror=$(find_mirror)
    [ -n "$mirror" ] || stop "apt's sources on this machine name no Debian archive"
    keyring_into "$work/keyring.gpg"
    [ -e "/usr/share/debootstrap/scripts/$suite" ] || script=(/usr/share/debootstrap/scripts/sid)
    proxy=$(proxy_of http)
    [ -z "$proxy" ] || export http_proxy=$proxy
    proxy=$(proxy_of https)
    [ -z "$proxy" ] || export https_proxy=$proxy
    debootstrap --variant=minbase --keyring="$work/keyring.gpg" "$suite" "$root" "$mirror" \
        ${script[@]+"${script[@]}"} >"$work/debootstrap.log" 2>&1 ||
        { tail -n 20 "$work/debootstrap.log" >&2; stop "debootstrap failed"; }
    apt_settings >"$root/etc/apt/apt.conf.d/99machine"
    if [[ $mirror == https:* && -f /etc/ssl/certs/ca-certificates.crt ]]; then
        mkdir -p "$root/etc/ssl/certs"
        cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    fi
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
    copy_tree "$root/home/yttra"
}

# The tree as it is kept: what git tracks, or all but what was built.
copy_tree() {
    mkdir -p "$1" "$root/home/ut"
    if git -c safe.directory='*' -C "$top" rev-parse -q --git-dir >/dev/null 2>&1; then
        git -c safe.directory='*' -C "$top" ls-files -z | tar -C "$top" -c --null -T - | tar -C "$1" -x
    else
        tar -C "$top" -c --exclude='./build*' --exclude=./autom4te.cache . | tar -C "$1" -x
    fi
}

# --- Inside the namespaces -----------------------------------------------------------------------------

in_chroot() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb \
        LC_ALL=C "$@" </dev/null
}

job_run() {
    local draft
    in_chroot sh -c 'cd /home/ut && /home/yttra/bootstrap run'
    for draft in "$root"/home/ut/{tjansteskrivelse,yttrande}.txt; do
        [ -s "$draft" ] || stop "bootstrap run left no ${draft##*/}"
        iconv -f UTF-8 -t UTF-8 "$draft" >/dev/null || stop "${draft##*/} is not UTF-8"
        grep -q 'å\|ä\|ö' "$draft" || stop "${draft##*/} has no å, ä or ö"
    done
}

job_check() {
    local log=$root/home/check.log
    in_chroot sh -c 'cd /home/yttra && ./bootstrap check' >"$log" 2>&1 || {
        grep -v '^PASS' "$log" | tail -n 60 >&2
        stop "bootstrap check failed"
    }
    grep -E '^# (TOTAL|PASS|SKIP|FAIL|ERROR)' "$log"
}

inside() {
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/dev/shm"
    mkdir -p "$root/dev/pts"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$root/dev/pts"
    ln -sf pts/ptmx "$root/dev/ptmx"
    for job in $jobs; do
        "job_$job"
    done
}

jobs=${2:-run check}
if [ "${3-}" = --inside ]; then
    root=$4
    inside
    exit 0
fi

[ "$(id -u)" -eq 0 ] || stop "must be run as root"
command -v debootstrap >/dev/null || stop "debootstrap is missing (apt install debootstrap)"
work=$(mktemp -d "${TMPDIR:-/tmp}/yttra-chroot.XXXXXX")
root=$work/root
trap 'rm -rf --one-file-system "$work"' EXIT
trap 'exit 1' HUP INT TERM
unshare --mount --pid --fork --kill-child true 2>/dev/null ||
    stop "this machine allows no mount namespace (unshare); the stage needs one"
lay
unshare --mount --pid --fork --kill-child "$0" "$suite" "$jobs" --inside "$root"
