package io.tanshi.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.TanshiSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the demonstration leaves behind, searched for its people's numbers, phones and names. */
@DemoApplication
final class PersonalDataSearchTests {

    /** The one table in which a name stands in clear. */
    private static final String HOME_OF_NAMES = "identity.person";

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataKeys keys;

    @Autowired
    private TanshiSettings settings;

    private final Set<String> numbers = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();

    private record Person(String id, String name, String idNumberCipher, String phoneCipher) {}

    @BeforeEach
    void thePeopleOfTheDemonstration() {
        jdbc.sql("select id::text as id, name, id_number_cipher, phone_cipher from identity.person where erased_at is null")
                .query(Person.class)
                .list()
                .forEach(person -> {
                    names.add(person.name());
                    numbers.add(keys.decryptText("person", person.idNumberCipher(), person.id()));
                    numbers.add(keys.decryptText("person", person.phoneCipher(), person.id()));
                });
        assertThat(numbers).hasSizeGreaterThan(30).allMatch(number -> number.matches("\\d{11}|\\d{17}[\\dX]"));
    }

    @Test
    void noTableHoldsANumberInClear() throws Exception {
        Map<String, String> tables = tables();
        assertThat(tables).containsKeys("identity.person", "enrolment.batch_row", "audit.entry", "public.spring_session");
        assertThat(found(tables, numbers)).isEmpty();
    }

    @Test
    void namesStandInOneTableOnly() throws Exception {
        Map<String, String> tables = tables();
        assertThat(tables.remove(HOME_OF_NAMES)).contains(names);
        // A candidate of a test may bear the name of a member of staff or of a town: those tables hold no people.
        tables.keySet().removeIf(table -> table.startsWith("itembank.") || table.startsWith("learning.course"));
        assertThat(found(tables, names)).isEmpty();
    }

    @Test
    void noStoredFileHoldsThemInClear() throws IOException {
        List<String> needles = new ArrayList<>(numbers);
        needles.addAll(names);
        List<String> leaks = new ArrayList<>();
        int files = 0;
        try (Stream<Path> stored = Files.walk(settings.data())) {
            for (Path file : stored.filter(Files::isRegularFile).toList()) {
                files++;
                // Each byte a character: what is looked for is looked for as bytes.
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                needles.stream()
                        .filter(needle -> content.contains(asBytes(needle)))
                        .forEach(_ -> leaks.add(file.toString()));
            }
        }
        assertThat(files).isGreaterThan(100);
        assertThat(leaks).isEmpty();
    }

    @Test
    void theDescriptionOfTheInterfaceHoldsNoneOfThem() throws IOException {
        String described = Files.readString(Path.of("../web/packages/api-client/openapi.json"));
        assertThat(numbers).noneMatch(described::contains);
        assertThat(names).noneMatch(described::contains);
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Where one of them stands, as it is or as bytes are printed. */
    private static List<String> found(Map<String, String> tables, Set<String> needles) {
        List<String> leaks = new ArrayList<>();
        tables.forEach((table, text) -> needles.stream()
                .filter(needle -> text.contains(needle) || text.contains(hex(needle)))
                .forEach(needle -> leaks.add(table + ": " + around(text, needle))));
        return leaks;
    }

    private static String around(String text, String needle) {
        int at = Math.max(text.indexOf(needle), 0);
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> tables() throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (Connection connection = dataSource.getConnection()) {
            TableText text = new TableText(connection);
            for (String table : text.tables()) {
                StringWriter rows = new StringWriter();
                text.write(table, rows);
                all.put(table, rows.toString());
            }
        }
        return all;
    }
}
