package io.tanshi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one running server promises. */
final class EmbeddedPostgresTest {

    private static final String IN_USE = "Another Tanshi process already uses the database in";

    @TempDir
    private static Path home;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(home, Owner.PROGRAMS);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void whatWasCommittedOutlivesAStop() throws Exception {
        Notes.write(url(), postgres.password(), "写下的", "还在");
        String before = postgres.password();

        postgres.close();
        assertThat(postgres.isRunning()).isFalse();
        start();

        assertThat(postgres.password()).isEqualTo(before);
        assertThat(Notes.read(url(), postgres.password())).containsExactly("写下的", "还在");
    }

    @Test
    void theDirectoryIsRefusedToASecondOwnerInThisProcessAndStaysRefusedToOthers() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Owner.PROGRAMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(IN_USE)
                .hasMessageContaining(home.toString())
                .hasMessageContaining("TANSHI_DATA");
        assertThatThrownBy(() -> Owner.of(home).close()).hasMessageContaining(IN_USE);
        assertThat(postgres.isRunning()).isTrue();
    }

    @Test
    void theDirectoryIsRefusedToASecondOwnerInAnotherProcess() throws Exception {
        assertThatThrownBy(() -> Owner.of(home).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(IN_USE);
        // The second one must not have taken the living server for an orphan.
        assertThat(postgres.isRunning()).isTrue();
        assertThat(Notes.setting(url(), postgres.password(), "fsync")).isEqualTo("on");
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        assertThat(refusal("wrong")).isEqualTo("28P01");
        assertThat(refusal(postgres.password() + "0")).isEqualTo("28P01");
        assertThatThrownBy(() -> Notes.connect(url(), "").close()).isInstanceOf(SQLException.class);
    }

    @Test
    void thePasswordIsReadableForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("cluster"))))
                .isEqualTo("rwx------");
        assertThat(postgres.password()).matches("[0-9a-f]{48}");
    }

    @Test
    void onlyThisMachineIsListenedTo() throws Exception {
        assertThat(Notes.setting(url(), postgres.password(), "listen_addresses"))
                .isEqualTo("127.0.0.1");
        assertThat(Notes.setting(url(), postgres.password(), "unix_socket_directories"))
                .isEmpty();
        assertThat(answers(InetAddress.getLoopbackAddress())).isTrue();
        assertThat(outwardAddresses()).noneMatch(EmbeddedPostgresTest::answers);
    }

    @Test
    void acknowledgedMeansOnDisk() throws Exception {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(Notes.setting(url(), postgres.password(), setting))
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    private static String url() {
        return postgres.jdbcUrl("postgres");
    }

    private static String refusal(String password) {
        try {
            Notes.connect(url(), password).close();
            return "let in";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static List<InetAddress> outwardAddresses() throws IOException {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList();
        }
    }

    private static boolean answers(InetAddress address) {
        try (Socket socket = new Socket()) {
            int port = URI.create(url().substring("jdbc:".length())).getPort();
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
