package io.tanshi.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed with {@code kill -9}; what was committed is there at the next start, and nothing else. */
final class KilledOwnerTest {

    @TempDir
    private Path home;

    @Test
    void theServerStopsByItselfWhenItsOwnerIsKilled() throws Exception {
        try (Owner owner = Owner.of(home)) {
            Connection unfinished = writeAndLeaveOpen(owner);

            owner.kill();

            Owner.awaitEnd(owner.server());
            unfinished.close();
            assertThat(log()).contains("database system is shut down");
        }
        assertThatOnlyTheCommittedIsThere();
    }

    @Test
    void aStartRightAfterTheKillWaitsForTheDyingServer() throws Exception {
        try (Owner owner = Owner.of(home)) {
            Connection unfinished = writeAndLeaveOpen(owner);

            owner.kill();

            assertThatOnlyTheCommittedIsThere();
            unfinished.close();
            assertThat(owner.server().isAlive()).isFalse();
        }
    }

    @Test
    void aServerThatDiesWithItsOwnerRecoversAtTheNextStart() throws Exception {
        try (Owner owner = Owner.of(home)) {
            Connection unfinished = writeAndLeaveOpen(owner);

            // The server first: otherwise its guard would have it shut down in good order.
            Owner.kill(owner.server());
            owner.kill();
            unfinished.close();
        }
        assertThatOnlyTheCommittedIsThere();
        assertThat(log()).contains("database system was not properly shut down; automatic recovery in progress");
    }

    @Test
    void aServerThatOutlivedOwnerAndGuardIsStoppedFirst() throws Exception {
        try (Owner owner = Owner.of(home)) {
            Connection unfinished = writeAndLeaveOpen(owner);
            ProcessHandle guard = owner.guard();
            List<ProcessHandle> watchers = guard.children()
                    .filter(child -> !child.equals(owner.server()))
                    .flatMap(watcher -> Stream.concat(Stream.of(watcher), watcher.descendants()))
                    .toList();
            assertThat(watchers).isNotEmpty();
            watchers.forEach(Owner::kill);
            Owner.kill(guard);
            owner.kill();
            assertThat(owner.server().isAlive()).isTrue();

            assertThatOnlyTheCommittedIsThere();

            assertThat(owner.server().isAlive()).isFalse();
            unfinished.close();
        }
    }

    @Test
    void aKilledServerIsStartedAgainByItsLivingOwner() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Owner.PROGRAMS)) {
            String url = postgres.jdbcUrl("postgres");
            Notes.write(url, postgres.password(), "committed");

            Owner.kill(ProcessHandle.of(postgres.serverPid()).orElseThrow());

            Notes.awaitConnection(url, postgres.password());
            assertThat(Notes.read(url, postgres.password())).containsExactly("committed");
        }
        assertThat(log()).contains("automatic recovery in progress").endsWith("database system is shut down\n");
    }

    /** One committed line, and one in a transaction that stays open. */
    private Connection writeAndLeaveOpen(Owner owner) throws IOException, SQLException {
        String password = Owner.password(home);
        Notes.write(owner.url(), password, "committed");
        Connection unfinished = Notes.connect(owner.url(), password);
        unfinished.setAutoCommit(false);
        Notes.insert(unfinished, "not committed");
        return unfinished;
    }

    private void assertThatOnlyTheCommittedIsThere() throws SQLException {
        try (EmbeddedPostgres again = EmbeddedPostgres.start(home, Owner.PROGRAMS)) {
            assertThat(Notes.read(again.jdbcUrl("postgres"), again.password())).containsExactly("committed");
        }
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("postgresql.log"));
    }
}
