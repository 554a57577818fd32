#!/bin/sh
# The include rule: who may include whom (docs/ARCHITECTURE.md).
#
# Two tables say it: which rooms a room may include, and which files are the home of a library's
# headers. A header that is in neither table nor among those of the C library and Linux is a
# finding too, so that a new library gets a home before it is used.
#
#     tests/check_includes.sh          as a test: the tree, then a planted fault for every rule
#     tests/check_includes.sh TREE     prints the findings in TREE, file:line: rule N: what
set -u
export LC_ALL=C

# rule, room, the rooms it may include beside itself
rooms='
1  base
2  remiss   base
2  doc      base
2  text     base
3  profil   remiss base
3  import   remiss base
4  draft    profil remiss doc base
5  emit     doc base
6  review   draft profil remiss doc base
7  app      review draft profil import emit text remiss doc base
8  cmd      app remiss base
9  ui       app text review remiss doc base
10 db       remiss base
11 main     base remiss doc text profil import draft emit review app cmd ui db
'

# header pattern, patterns of its home (rule 12)
homes='
sqlite3*.h      db/sqlite.c
curses.h        ui/term.c ui/input.c ui/draw.c
ncurses*.h      ui/term.c ui/input.c ui/draw.c
ncursesw/*      ui/term.c ui/input.c ui/draw.c
term.h          ui/term.c ui/input.c ui/draw.c
jansson*.h      draft/context* app/json* import/g0v*
md4c*.h         doc/markdown*.c
ini.h           profil/*
hunspell/*      review/spelling*
poppler/*       import/pdf_child*
glib*.h         import/pdf_child*
zip.h           emit/zip*
zlib.h          emit/pdf*
png.h           emit/png*
fontconfig/*    emit/font*
expat.h         emit/xml*
hb*.h           emit/font*
hyphen.h        emit/hyphen*
iconv.h         base/conv.c
uni*.h          base/*
'

# The C library and Linux: everybody's. unistd.h is one of them, not libunistring's.
libc='
assert ctype dirent dlfcn errno fcntl fnmatch ftw getopt glob grp inttypes langinfo libgen limits locale
math poll pwd regex sched setjmp signal spawn stdalign stdarg stdatomic stdbool stddef stdint stdio
stdio_ext stdlib stdnoreturn string strings sysexits syslog termios time ucontext unistd utime wchar
wctype pty execinfo pthread malloc
'

# Prints the findings in the tree $1.
check_tree() (
    cd "$1" || exit 2
    find src ui db -name '*.[ch]' 2>/dev/null | sort | xargs -r awk \
        -v rooms="$rooms" -v homes="$homes" -v libc="$libc" '
    function pattern(glob) {
        gsub(/\./, "\\.", glob)
        gsub(/\*/, ".*", glob)
        return "^" glob "$"
    }
    function finding(rule, what) {
        print FILENAME ":" FNR ": rule " rule ": " what
    }
    BEGIN {
        n = split(rooms, line, "\n")
        for (i = 1; i <= n; i++)
            if (split(line[i], w, " ") > 1) {
                rule[w[2]] = w[1]
                may[w[2], w[2]] = 1
                for (k = 3; k in w; k++)
                    may[w[2], w[k]] = 1
            }
        n = split(homes, line, "\n")
        for (i = 1; i <= n; i++)
            if (split(line[i], w, " ") > 1) {
                header[++nheaders] = pattern(w[1])
                nhomes[nheaders] = 0
                for (k = 2; k in w; k++)
                    home[nheaders, ++nhomes[nheaders]] = pattern(w[k])
            }
        n = split(libc, w, /[ \n]+/)
        for (i = 1; i <= n; i++)
            everybodys[w[i] ".h"] = 1
    }
    FNR == 1 {
        place = FILENAME
        sub(/^src\//, "", place)
        here = place
        if (!sub(/\/.*/, "", here))
            here = here == "main.c" ? "main" : "?"
        if (!(here in rule))
            finding(11, "the room " here " is in no rule")
    }
    function library(name,    i, k) {
        if (name in everybodys || name ~ /^(sys|linux|netinet|arpa|bits)\//)
            return
        for (i = 1; i <= nheaders; i++)
            if (name ~ header[i]) {
                for (k = 1; k <= nhomes[i]; k++)
                    if (place ~ home[i, k])
                        return
                finding(12, "<" name "> has its home elsewhere")
                return
            }
        finding(12, "<" name "> is known to no rule")
    }
    /^[ \t]*#[ \t]*include/ {
        name = $0
        sub(/^[ \t]*#[ \t]*include[ \t]*/, "", name)
        angle = name ~ /^</
        if (name !~ /^["<]/) {
            finding(12, "an include by macro cannot be checked")
            next
        }
        sub(/^["<]/, "", name)
        sub(/[">].*/, "", name)
        room = name
        sub(/^src\//, "", room)
        if (name ~ /\.\./)
            finding(rule[here], "\"" name "\" goes round the rooms")
        else if (name == "config.h")
            finding(rule[here], "config.h belongs to the build")
        else if (sub(/\/.*/, "", room) && room in rule) {
            if (!((here, room) in may))
                finding(rule[here], here " must not include " room " (" name ")")
        } else if (angle || room != name)
            library(name)
    }'
)

if [ $# -gt 0 ]; then
    found=$(check_tree "$1")
    [ -z "$found" ] || { printf '%s\n' "$found"; exit 1; }
    exit 0
fi

here=$(cd "$(dirname "$0")" && pwd) || exit 99
. "$here/tap.sh"
planted=$(mktemp -d) || exit 99
trap 'rm -rf "$planted"' EXIT

found=$(check_tree "$here/..")
is '' "$found" 'the tree keeps the include rule'

# plant FILE LINE…: the planted tree holds FILE alone.
plant() {
    rm -rf "$planted"/*
    mkdir -p "$planted/$(dirname "$1")"
    plant_file=$1
    shift
    printf '%s\n' "$@" >"$planted/$plant_file"
}

# caught RULE: the second line of what was planted is the one finding, under RULE.
caught() {
    found=$(check_tree "$planted")
    case $found in
    *"
"*) return 1 ;;
    "$plant_file:2: rule $1: "*) return 0 ;;
    *) return 1 ;;
    esac
}

# passes: nothing is found in what was planted.
passes() {
    found=$(check_tree "$planted")
    [ -z "$found" ]
}

folder_of() {
    case $1 in
    ui | db) echo "$1/x.c" ;;
    main) echo src/main.c ;;
    *) echo "src/$1/x.c" ;;
    esac
}

all_rooms=$(printf '%s\n' "$rooms" | awk 'NF && $2 != "main" {print $2}')
while read -r number room allowed; do
    [ -n "$number" ] || continue
    wrong=
    for other in $all_rooms; do
        plant "$(folder_of "$room")" '#include <stdio.h>' "#include \"$other/x.h\""
        case " $room $allowed " in
        *" $other "*) passes ;;
        *) caught "$number" ;;
        esac || wrong="$wrong $other"
    done
    is '' "$wrong" "rule $number: $room includes ${allowed:-nothing else} and is held to it"
done <<END
$rooms
END

while read -r header home _; do
    [ -n "$header" ] || continue
    name=$(printf '%s' "$header" | sed 's/\*\.h$/x.h/; s/\*$/x.h/')
    place=$(printf '%s' "$home" | sed 's/\*\.c$/.c/; s/\*$/.c/; s|/\.c$|/x.c|')
    case $place in db/* | ui/*) ;; *) place=src/$place ;; esac
    plant "$place" '#include <stdio.h>' "#include <$name>"
    wrong=
    passes || wrong=$place
    for elsewhere in src/cmd/x.c ui/view.c db/store_x.c src/main.c src/remiss/x.h; do
        plant "$elsewhere" '#include <stdio.h>' "#include <$name>"
        caught 12 || wrong="$wrong $elsewhere"
    done
    is '' "$wrong" "rule 12: <$header> is kept to its home"
done <<END
$homes
END

plant src/app/x.c '#include <stdio.h>' '#  include <base/buf.h>'
passes
ok $? 'a room in angle brackets is a room' "$found"
plant src/app/x.c '#include <stdio.h>' '  #  include <db/sql.h>'
caught 7
ok $? 'a room in angle brackets is held to the rule' "$found"
plant src/emit/x.c '#include <stdio.h>' '#include "src/remiss/arende.h"'
caught 5
ok $? 'src/ in front does not hide a room' "$found"
plant src/emit/x.c '#include <stdio.h>' '#include "../remiss/arende.h"'
caught 5
ok $? 'a way round through .. is found' "$found"
plant src/base/x.c '#include "x.h"' '#include "config.h"'
caught 1
ok $? 'config.h is for no room' "$found"
plant src/base/x.c '#include "x.h"' '#include HEADER'
caught 12
ok $? 'an include by macro is found' "$found"
plant src/emit/x.c '#include <stdio.h>' '#include <gtk/gtk.h>'
caught 12
ok $? 'an unknown library has no home' "$found"
plant src/emit/x.c '#include <sys/stat.h>' '#include "x.h"' '#include <unistd.h>'
passes
ok $? 'the C library and the own room are free' "$found"
mkdir "$planted/src/ny"
echo 'int x;' >"$planted/src/ny/x.c"
is 'src/ny/x.c:1: rule 11: the room ny is in no rule' "$(check_tree "$planted")" 'a new room needs a rule'

tap_done
