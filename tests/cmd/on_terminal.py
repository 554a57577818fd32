#!/usr/bin/env python3
"""Runs a command on a terminal of its own and prints what it wrote there:
    on_terminal.py COLUMNS TYPED COMMAND...
TYPED is sent to it, with the end of input (Ctrl-D) after; the exit code is the command's."""

import fcntl
import os
import pty
import struct
import sys
import termios

columns, typed, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
pid, fd = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    os.execv(command[0], command)
os.write(fd, os.fsencode(typed) + b"\x04")
out = b""
while True:
    try:
        part = os.read(fd, 4096)
    except OSError:
        break
    if not part:
        break
    out += part
code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
sys.stdout.buffer.write(out.replace(b"\r\n", b"\n"))
sys.exit(code)
