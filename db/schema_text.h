/* The texts of db/sqlite as they stood when the program was built. */
#ifndef DB_SCHEMA_TEXT_H
#define DB_SCHEMA_TEXT_H

extern const char schema_sql[];            /* schema.sql: the whole of the newest schema */
extern const int schema_version;           /* its number: how many migrations there are */
extern const char *const schema_migrate[]; /* [n], n from 0, takes version n to n + 1 */

#endif
