#!/bin/sh
. "$(dirname "$0")/tap.sh"
ok 0 x
tap_done
