package io.tanshi.identity.institutions;

import io.tanshi.identity.people.Institutions.Authorisation;
import io.tanshi.identity.session.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A training institution as the administrator keeps it.
 *
 * @param office whom to call, a function rather than a person
 * @param contact the person to call; null while nobody is named
 * @param version so that two administrators never overwrite each other
 */
record Institution(
        InstitutionId id,
        String code,
        String name,
        String office,
        @Nullable Contact contact,
        Authorisation authorisation,
        boolean active,
        int version) {

    private static final Map<String, String> LEVELS = Map.of("JUNIOR", "初级", "INTERMEDIATE", "中级", "SENIOR", "高级");
    private static final int SOON_DAYS = 30;

    /** How the authorisation stands on a day. */
    enum Standing {
        /** Nothing on record. */
        UNRECORDED("未登记"),
        NOT_YET("未到起始日"),
        VALID("有效"),
        /** Ends within thirty days. */
        ENDING("即将到期"),
        EXPIRED("已到期");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** A private person's data: stored encrypted, never in the history. */
    record Contact(String person, String phone, String email) {

        @Override
        public String toString() {
            return "Contact[protected]";
        }
    }

    /** What an administrator fills in. */
    record Details(String name, String office, @Nullable Contact contact, Authorisation authorisation) {}

    static boolean isLevel(String code) {
        return LEVELS.containsKey(code);
    }

    static String label(String level) {
        return LEVELS.getOrDefault(level, level);
    }

    Standing standing(LocalDate today) {
        LocalDate from = authorisation.from();
        LocalDate to = authorisation.to();
        if (from == null || to == null) {
            return Standing.UNRECORDED;
        }
        if (today.isBefore(from)) {
            return Standing.NOT_YET;
        }
        if (today.isAfter(to)) {
            return Standing.EXPIRED;
        }
        return today.plusDays(SOON_DAYS).isAfter(to) ? Standing.ENDING : Standing.VALID;
    }

    /** The next state with these details. */
    Institution with(Details details) {
        return new Institution(
                id,
                code,
                details.name(),
                details.office(),
                details.contact(),
                details.authorisation(),
                active,
                version + 1);
    }

    /** What differs, for the history; of a contact only that it changed. */
    String difference(Institution after) {
        List<String> parts = new ArrayList<>();
        if (!name.equals(after.name)) {
            parts.add("名称 " + name + " → " + after.name);
        }
        if (!office.equals(after.office)) {
            parts.add("联系部门已更改");
        }
        if (contact == null ? after.contact != null : !contact.equals(after.contact)) {
            parts.add(after.contact == null ? "联系人已删去" : "联系人已更改");
        }
        if (!authorisation.equals(after.authorisation)) {
            parts.add("授权 " + words(authorisation) + " → " + words(after.authorisation));
        }
        return String.join("；", parts);
    }

    private static String words(Authorisation right) {
        String levels = new TreeSet<>(LEVELS.keySet())
                .stream().filter(right.levels()::contains).map(LEVELS::get).collect(Collectors.joining("、"));
        return right.number() == null
                ? "未登记（" + levels + "）"
                : right.number() + " " + right.from() + " 至 " + right.to() + "（" + levels + "）";
    }
}
