package io.tanshi.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lines of text in a table, written and read through JDBC as an application does. */
final class Notes {

    private Notes() {}

    static Connection connect(String url, String password) throws SQLException {
        return DriverManager.getConnection(url, EmbeddedPostgres.USER, password);
    }

    /** Returns when the server lets somebody in, at the latest after a minute. */
    static void awaitConnection(String url, String password) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            try {
                connect(url, password).close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() - began > 60_000_000_000L) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    /** Writes and commits. */
    static void write(String url, String password, String... lines) throws SQLException {
        try (Connection connection = connect(url, password)) {
            connection.createStatement().execute("create table if not exists note (line text not null)");
            for (String line : lines) {
                insert(connection, line);
            }
        }
    }

    static void insert(Connection connection, String line) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into note (line) values (?)")) {
            insert.setString(1, line);
            insert.executeUpdate();
        }
    }

    static List<String> read(String url, String password) throws SQLException {
        try (Connection connection = connect(url, password);
                ResultSet rows = connection.createStatement().executeQuery("select line from note order by line")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    static String setting(String url, String password, String name) throws SQLException {
        try (Connection connection = connect(url, password);
                ResultSet row = connection.createStatement().executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
