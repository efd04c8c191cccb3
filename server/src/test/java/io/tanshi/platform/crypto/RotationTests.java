package io.tanshi.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.KeyRotation;
import io.tanshi.platform.SealedPlace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** New keys for the demonstration: its people, papers and files. */
@DemoApplication
final class RotationTests {

    /** Encrypted as well, though its name does not say so. */
    private static final Set<String> NAMED_OTHERWISE = Set.of("marking.answer_task.answer");

    @Autowired
    private Rotation rotation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataKeys keys;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private io.tanshi.files.Files files;

    @Test
    void everyEncryptedColumnIsKnownToTheRotation() {
        Set<String> there = new TreeSet<>(
                jdbc.sql("select table_schema || '.' || table_name || '.' || column_name from information_schema.columns"
                                + " where column_name like '%\\_cipher'")
                        .query(String.class)
                        .list());
        there.addAll(NAMED_OTHERWISE);
        Set<String> known = rotation.sealedPlaces().stream()
                .filter(ColumnPlace.class::isInstance)
                .map(place -> ((ColumnPlace) place).column())
                .map(column -> column.table() + "." + column.column())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).as("name the column in a SealedColumns bean of its module").isEqualTo(there);
    }

    @Test
    void everythingIsReadableUnderTheNewKeysAlone() throws Exception {
        String someone = jdbc.sql("select id from identity.person order by id limit 1")
                .query(String.class)
                .single();
        String before = numberOf(someone);
        UUID file = jdbc.sql("select id from files.stored_file order by id limit 1")
                .query(UUID.class)
                .single();
        byte[] content = files.read(new io.tanshi.files.FileId(file));
        byte[] index = keys.blindIndex("person", before);
        long oldKey = keys.streamKey("files");

        assertThat(begin()).isTrue();
        assertThat(begin()).as("one at a time").isFalse();
        assertThat(rotation.dropOld()).isTrue();

        assertThat(outdated()).isZero();
        assertThat(rotation.keys()).extracting(KeyRotation.Key::versions).containsOnly(1);
        assertThat(keys.streamKey("files")).isNotEqualTo(oldKey);
        assertThat(numberOf(someone)).isEqualTo(before);
        assertThat(files.read(new io.tanshi.files.FileId(file))).isEqualTo(content);
        assertThat(keys.blindIndex("person", before))
                .as("numbers are found as before")
                .isEqualTo(index);
    }

    @Test
    void aKilledRotationGoesOnWhereItStopped() {
        assertThat(begin()).isTrue();
        List<SealedPlace> filled = rotation.sealedPlaces().stream()
                .filter(place -> place.outdated() > 0)
                .toList();
        long all = outdated();
        // One step, then the process is gone.
        Optional<SealedPlace.Step> step = filled.getFirst().renew(new UUID(0, 0));
        assertThat(outdated()).isEqualTo(all - step.orElseThrow().renewed());
        long[] renewed = {0};
        rotation.renewAll(count -> renewed[0] = count);
        assertThat(renewed[0]).isEqualTo(all - step.get().renewed());
        assertThat(rotation.dropOld()).isTrue();
    }

    private boolean begin() {
        return Boolean.TRUE.equals(transactions.execute(_ -> rotation.begin()));
    }

    private long outdated() {
        return rotation.sealedPlaces().stream().mapToLong(SealedPlace::outdated).sum();
    }

    private String numberOf(String person) {
        String cipher = jdbc.sql("select id_number_cipher from identity.person where id = :id::uuid")
                .param("id", person)
                .query(String.class)
                .single();
        return keys.decryptText("person", cipher, person);
    }
}
