package io.tanshi.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of an installation, given by environment variables.
 *
 * @param data directory of everything this installation stores ({@code TANSHI_DATA})
 * @param keyFile master key ({@code TANSHI_KEY_FILE}); beside, never inside, the data directory
 * @param database an external PostgreSQL; an empty URL means the embedded one
 */
@ConfigurationProperties("tanshi")
public record TanshiSettings(
        @DefaultValue("./data") Path data,
        @Nullable Path keyFile,
        @DefaultValue Database database) {

    /** @param url JDBC URL, empty for the embedded server */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + "]";
        }
    }

    /** The master key file: as set, or {@code <data>.keys/master.json}, a sibling of the data directory. */
    public Path masterKeyFile() {
        if (keyFile != null && !keyFile.toString().isBlank()) {
            return keyFile.toAbsolutePath();
        }
        Path home = data.toAbsolutePath().normalize();
        return home.resolveSibling(home.getFileName() + ".keys").resolve("master.json");
    }
}
