/* Runs of the program, told apart so that it can be seen which are over. */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "base/arena.h"

/* This run's name: "host boot pid start", from the host's name, the kernel's boot id and the time
 * the process was started, in clock ticks. */
struct str8 session_name(struct arena *a);

/* Is the run called that over? On this machine the kernel knows; of one on another machine, or
 * where /proc says nothing, it is believed when nothing has been heard from it for 12 hours
 * (`last`, UTC: the latest that was). */
bool session_over(struct str8 name, struct str8 last);

#endif
