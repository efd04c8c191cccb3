package io.tanshi.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import io.tanshi.fixtures.TestPostgres;
import io.tanshi.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The file of the master key is replaced, lost, or the wrong one. */
final class MasterKeyTest {

    @TempDir
    private Path folder;

    private JdbcClient jdbc;
    private Path file;

    @BeforeEach
    void aDatabaseWithOneCiphertext() throws Exception {
        AeadConfig.register();
        MacConfig.register();
        jdbc = JdbcClient.create(new DriverManagerDataSource(
                TestPostgres.newDatabase(), EmbeddedPostgres.USER, TestPostgres.password()));
        file = folder.resolve("keys").resolve("master.json");
        started(true);
    }

    /** As the application starts: the key is read, and the data keys come under it. */
    private WrappedDataKeys started(boolean fresh) {
        WrappedDataKeys keys = new WrappedDataKeys(
                jdbc, MasterKey.load(file, fresh), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        keys.rewrap(MasterKey.loadPrevious(file));
        return keys;
    }

    @Test
    void afterAReplacementTheNewKeyAloneOpensEverything() throws Exception {
        String cipher = started(false).encryptText("person", "何静宜", "here");
        byte[] index = started(false).blindIndex("person", "何静宜");

        MasterKey.setAside(file);
        assertThat(started(false).decryptText("person", cipher, "here")).isEqualTo("何静宜");

        Files.delete(folder.resolve("keys").resolve("master.json.previous"));
        assertThat(started(false).decryptText("person", cipher, "here")).isEqualTo("何静宜");
        assertThat(started(false).blindIndex("person", "何静宜")).isEqualTo(index);
    }

    @Test
    void aKillBetweenTheTwoFilesIsMadeGoodAtTheNextStart() {
        String cipher = started(false).encryptText("person", "何静宜", "here");
        MasterKey.setAside(file);
        assertThat(file).doesNotExist();
        assertThat(started(false).decryptText("person", cipher, "here")).isEqualTo("何静宜");
        assertThat(file).exists();
    }

    @Test
    void aSecondReplacementWaitsUntilTheFirstKeyIsMovedAway() {
        MasterKey.setAside(file);
        started(false);
        assertThatThrownBy(() -> MasterKey.setAside(file)).hasMessageContaining("master.json.previous");
    }

    @Test
    void aKeyOfAnotherInstallationIsRefusedAtTheStart() throws Exception {
        started(false).encryptText("person", "何静宜", "here");
        Files.delete(file);
        assertThatThrownBy(() -> started(false)).hasMessageContaining("找不到主密钥文件");
        assertThatThrownBy(() -> started(true)).hasMessageContaining("主密钥文件与这个数据库不符");
    }

    @Test
    void oldKeysOpenWhatTheyClosedUntilTheyAreDropped() {
        WrappedDataKeys keys = started(false);
        String before = keys.encryptText("person", "何静宜", "here");
        byte[] markBefore = keys.mark("person");
        keys.addKeys();
        String after = keys.encryptText("person", "何静宜", "here");

        assertThat(keys.mark("person")).isNotEqualTo(markBefore);
        assertThat(keys.decryptText("person", before, "here")).isEqualTo("何静宜");
        assertThat(keys.versions()).containsEntry("aead:person", 2);

        keys.dropOldKeys();
        assertThat(keys.decryptText("person", after, "here")).isEqualTo("何静宜");
        assertThatThrownBy(() -> keys.decryptText("person", before, "here")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aProcessThatKnowsOldKeysOnlyLooksForNewOnes() {
        WrappedDataKeys server = started(false);
        String before = server.encryptText("person", "何静宜", "here");
        WrappedDataKeys other = started(false);
        other.addKeys();
        String after = other.encryptText("person", "赵岑", "there");
        assertThat(server.decryptText("person", after, "there")).isEqualTo("赵岑");
        assertThat(server.decryptText("person", before, "here")).isEqualTo("何静宜");
    }

    @Test
    void nothingIsAskedOfThePreviousKeyWhenThereIsNone() {
        assertThat(MasterKey.loadPrevious(file)).isEqualTo(Optional.empty());
    }
}
