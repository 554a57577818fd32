libdb_a_SOURCES +=
