#include <fcntl.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/cmd.h"
#include "ui/ui.h"

/* Occupies the standard descriptors that were closed when the program was started, so that no file
 * is opened in their place: the one for reading such that reading fails, those for writing such
 * that writing does. */
static void occupy_standard_descriptors(void) {
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv) {
    occupy_standard_descriptors();
    mem_keep();
    return cmd_main(argc, argv, ui_run);
}
