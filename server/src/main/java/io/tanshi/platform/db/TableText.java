package io.tanshi.platform.db;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every row of every table as text, bytes in hexadecimal: what a search for something that must not be there reads. */
final class TableText {

    private static final int AT_ONCE = 500;

    private final Connection connection;

    TableText(Connection connection) {
        this.connection = connection;
    }

    /** The tables of the application, as {@code schema.table}. */
    List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables"
                                + " where table_type = 'BASE TABLE'"
                                + " and table_schema not in ('pg_catalog', 'information_schema') order by 1")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    /** @param table one of {@link #tables} */
    void write(String table, Writer target) throws SQLException, IOException {
        boolean committing = connection.getAutoCommit();
        // Outside a transaction the driver would hold all rows in memory.
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    target.append(rows.getString(1)).append('\n');
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(committing);
        }
    }
}
