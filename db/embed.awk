# Turns schema.sql and the numbered migrations, in that order, into the C text of db/schema_text.h.
function literal(line) {
    gsub(/\\/, "\\\\", line)
    gsub(/"/, "\\\"", line)
    return "    \"" line "\\n\""
}
BEGIN {
    print "/* Made by db/embed.awk from db/sqlite. */"
    print "#include \"db/schema_text.h\""
}
FNR == 1 {
    if (files++)
        print "    ;"
    print (files == 1 ? "const char schema_sql[] =" : "static const char migrate_" files - 1 "[] =")
}
{ print literal($0) }
END {
    print "    ;"
    printf "const char *const schema_migrate[] = {"
    for (i = 1; i < files; i++)
        printf("%smigrate_%d", (i > 1 ? ", " : ""), i)
    print "};"
    print "const int schema_version = " files - 1 ";"
}
