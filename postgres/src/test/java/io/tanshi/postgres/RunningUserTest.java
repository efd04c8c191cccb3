package io.tanshi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL refuses to run as root; Tanshi runs as root and as anybody else. */
final class RunningUserTest {

    @TempDir
    private Path base;

    @Test
    void rootStartsItWithoutTheRightsOfRoot() throws Exception {
        assumeTrue(isRoot(), "this test run is not root's; the other tests of this module start it as they are");
        assertThat(Unprivileged.forThisProcess(base).prefix()).isNotEmpty();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(base.resolve("home"), Owner.PROGRAMS)) {
            assertThatItKeeps(postgres.jdbcUrl("postgres"), postgres.password());
        }
    }

    /** Where user namespaces are closed, as in many containers, root hands the files to another user instead. */
    @Test
    void rootStartsItAsAnotherUserWhereThereAreNoUserNamespaces() throws Exception {
        assumeTrue(isRoot(), "only root may start a program as another user");
        openTheWayTo(base);
        Unprivileged nobody = Unprivileged.asNobody();
        Path home = Files.createDirectory(base.resolve("home"));
        Cluster cluster = Cluster.in(home, Binaries.unpack(base.resolve("programs")), nobody);
        String password = cluster.initialiseIfAbsent();
        int port = EmbeddedPostgres.freePort();
        Server server = Server.launch(cluster, port, Duration.ofSeconds(60));
        try {
            assertThat(user(server.pid())).isEqualTo(Unprivileged.FALLBACK_UID);
            assertThatItKeeps("jdbc:postgresql://127.0.0.1:" + port + "/postgres", password);
        } finally {
            server.stop(Duration.ofSeconds(20));
        }
        // The next start may find user namespaces open again.
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, base.resolve("programs"))) {
            assertThat(Notes.read(postgres.jdbcUrl("postgres"), password)).containsExactly("kept");
        }
    }

    @Test
    void aUserWithoutAnyRightsStartsItUnderItsOwnName() throws Exception {
        assumeTrue(isRoot(), "this test run is not root's: the other tests of this module show the same");
        Path java = Path.of(System.getProperty("java.home")).toRealPath();
        assumeFalse(closedOnTheWayTo(java), () -> "others than root may not run " + java);
        openTheWayTo(base);
        String classPath = readableClassPath();
        Path home = Files.createDirectory(base.resolve("home"));
        Unprivileged nobody = Unprivileged.asNobody();
        nobody.own(base);
        try (Owner owner = Owner.start(nobody.prefix(), classPath, home, base.resolve("programs"))) {
            assertThat(user(owner.server().pid())).isEqualTo(Unprivileged.FALLBACK_UID);
            assertThat(user(owner.guard().pid())).isEqualTo(Unprivileged.FALLBACK_UID);
            assertThatItKeeps(owner.url(), Owner.password(home));
        }
    }

    private static void assertThatItKeeps(String url, String password) throws Exception {
        Notes.write(url, password, "kept");
        assertThat(Notes.read(url, password)).containsExactly("kept");
    }

    private boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(base, "unix:uid"));
    }

    private static int user(long process) throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc", Long.toString(process)), "unix:uid");
    }

    private static void openTheWayTo(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeFalse(closedOnTheWayTo(directory), () -> "others than root may not enter " + directory);
    }

    private static boolean closedOnTheWayTo(Path directory) throws IOException {
        for (Path step = directory; step != null; step = step.getParent()) {
            if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return true;
            }
        }
        return false;
    }

    /** The class path copied to where another user may read it: Maven's repository often lies in root's home. */
    private String readableClassPath() throws IOException {
        List<String> copies = new ArrayList<>();
        Path target = Files.createDirectory(base.resolve("class-path"));
        for (String entry : Owner.classPath().split(File.pathSeparator, -1)) {
            Path source = Path.of(entry);
            if (Files.exists(source)) {
                Path copy = target.resolve(copies.size() + "-" + source.getFileName());
                copyTree(source, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copyTree(Path source, Path copy) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : paths.toList()) {
                Files.copy(path, copy.resolve(source.relativize(path).toString()));
            }
        }
    }
}
