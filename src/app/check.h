/* What a post may refer to: parts of the betänkande, things of the profile. */
#ifndef APP_CHECK_H
#define APP_CHECK_H

#include "app/cases.h"

/* Are all avsnitt and punkter named by the post's key and its fields in the betänkande? Fields
 * "4.3, 4.4" and "4.1.1:1" are looked at one by one. ST_NOT_FOUND names the first that is not. */
enum status check_refs(const struct betankande *b, const struct post *p, struct error *err);

/* A post as a person has filled it in: every field through falt_read, check_refs, and against the
 * profile: its name, who speaks, the text block. Only what differs from `old` (may be NULL) is held
 * against the profile. */
enum status check_post(struct app *app, struct arena *a, const struct app_case *c, struct post *p,
                       const struct post *old, struct error *err);

#endif
