package dev.serdab.sealing;

/**
 * A column of sealed values, so that they are sealed anew when the master key changes. Names come
 * from code, never from outside.
 *
 * @param table its table
 * @param key the table's primary key, a single column; as text it is the values' label
 * @param column what is sealed; may be null
 */
public record SealedColumn(String table, String key, String column) {}
