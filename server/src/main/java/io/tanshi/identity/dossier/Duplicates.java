package io.tanshi.identity.dossier;

import static io.tanshi.identity.jooq.Tables.PERSON;
import static io.tanshi.identity.jooq.Tables.PERSON_ALIAS;

import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.jooq.tables.records.PersonRecord;
import io.tanshi.identity.vault.PersonCipher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Persons who may be one: registered under an old number of fifteen digits, or a mistyped one. The rules only propose;
 * a person decides.
 */
@Component
class Duplicates {

    /** Why two may be one. */
    enum Ground {
        SAME_NAME_BIRTH_PHONE("姓名、出生日期、电话都相同"),
        SAME_PHOTO("照片是同一个文件");

        private final String words;

        Ground(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** @param older who has been registered longer */
    record Pair(UUID older, UUID newer, Ground ground) {}

    private record Traits(String name, String birth, String phone) {

        @Override
        public String toString() {
            return "Traits[protected]";
        }
    }

    private final DSLContext db;
    private final PersonCipher cipher;
    private final Files files;

    Duplicates(DSLContext db, PersonCipher cipher, Files files) {
        this.db = db;
        this.cipher = cipher;
        this.files = files;
    }

    @Transactional(readOnly = true)
    public List<Pair> find() {
        Map<List<UUID>, Pair> pairs = new LinkedHashMap<>();
        groupsOfTraits().forEach(group -> add(pairs, group, Ground.SAME_NAME_BIRTH_PHONE));
        groupsOfPhotos().forEach(group -> add(pairs, group, Ground.SAME_PHOTO));
        return List.copyOf(pairs.values());
    }

    private static void add(Map<List<UUID>, Pair> pairs, List<PersonRecord> group, Ground ground) {
        List<PersonRecord> byAge = group.stream()
                .sorted(Comparator.comparing(PersonRecord::getCreatedAt).thenComparing(PersonRecord::getId))
                .toList();
        UUID oldest = byAge.getFirst().getId();
        for (PersonRecord newer : byAge.subList(1, byAge.size())) {
            pairs.putIfAbsent(List.of(oldest, newer.getId()), new Pair(oldest, newer.getId(), ground));
        }
    }

    /** Numbers are opened only of those whose name somebody else bears, too. */
    private List<List<PersonRecord>> groupsOfTraits() {
        var same = PERSON.as("same");
        List<PersonRecord> namesakes = db.selectFrom(PERSON)
                .where(present())
                .and(PERSON.NAME.in(DSL.select(same.NAME)
                        .from(same)
                        .groupBy(same.NAME)
                        .having(DSL.count().gt(1))))
                .fetch();
        return groups(namesakes.stream().collect(Collectors.groupingBy(this::traits)));
    }

    private Traits traits(PersonRecord person) {
        String number = cipher.decrypt(person.getId(), person.getIdNumberCipher());
        return new Traits(
                person.getName(), birth(number), cipher.decrypt(person.getId(), person.getPhoneCipher()));
    }

    /** A number of fifteen digits has two for the year, of the last century. */
    static String birth(String number) {
        return number.length() == 15 ? "19" + number.substring(6, 12) : number.substring(6, 14);
    }

    private List<List<PersonRecord>> groupsOfPhotos() {
        List<PersonRecord> pictured = db.selectFrom(PERSON)
                .where(present())
                .and(PERSON.PHOTO_FILE.isNotNull())
                .fetch();
        Map<FileId, String> prints = files.fingerprints(
                pictured.stream().map(p -> new FileId(p.getPhotoFile())).toList());
        Map<String, List<PersonRecord>> byPrint = new HashMap<>();
        for (PersonRecord person : pictured) {
            String print = prints.get(new FileId(person.getPhotoFile()));
            if (print != null) {
                byPrint.computeIfAbsent(print, _ -> new ArrayList<>()).add(person);
            }
        }
        return groups(byPrint);
    }

    private static <K> List<List<PersonRecord>> groups(Map<K, List<PersonRecord>> all) {
        return all.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static Condition present() {
        return PERSON.ERASED_AT.isNull().and(PERSON.ID.notIn(DSL.select(PERSON_ALIAS.PERSON_ID).from(PERSON_ALIAS)));
    }
}
