package io.tanshi.platform;

/**
 * A column of texts made by {@link DataKeys#encryptText}. Every one there is must be named to the rotation of keys by a
 * bean of {@link SealedColumns}, or its content is lost with the old key.
 *
 * @param purpose of the data key
 * @param table with its schema; it has a column {@code id} of type uuid
 * @param context beginning of the context a text is bound to
 * @param contextColumn column with the uuid that follows it
 */
public record SealedColumn(String purpose, String table, String column, String context, String contextColumn) {

    /** A column whose texts are bound to the id of their row. */
    public static SealedColumn of(String purpose, String table, String column) {
        return new SealedColumn(purpose, table, column, "", "id");
    }

    /** The same with words before the id. */
    public SealedColumn boundTo(String beginning) {
        return new SealedColumn(purpose, table, column, beginning, contextColumn);
    }

    /** The same, bound to another column than the id. */
    public SealedColumn boundToColumn(String other) {
        return new SealedColumn(purpose, table, column, context, other);
    }
}
