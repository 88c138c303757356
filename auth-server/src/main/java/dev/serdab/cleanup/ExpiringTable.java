package dev.serdab.cleanup;

/**
 * A table whose rows are of no use after some time. Names come from code, never from outside.
 *
 * @param table its name
 * @param key its primary key, a single column
 * @param endsAt the indexed column after which a row may go
 */
public record ExpiringTable(String table, String key, String endsAt) {}
