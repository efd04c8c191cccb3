package io.tanshi.platform;

import java.util.List;

/**
 * The encrypted columns of a module.
 *
 * @param label what they hold, as the administrator reads it
 */
public record SealedColumns(String label, List<SealedColumn> columns) {

    public SealedColumns {
        columns = List.copyOf(columns);
    }

    public static SealedColumns of(String label, SealedColumn... columns) {
        return new SealedColumns(label, List.of(columns));
    }
}
