package io.tanshi.programme.conditions;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one rule set asks otherwise than another, in the words of the notice. */
final class RuleComparison {

    /**
     * One difference.
     *
     * @param place as the reviewer reads it, e.g. {@code 初级(5)}
     * @param changes what of it, e.g. {@code 相关工作 满1年 → 满2年}; a clause that came or went has none
     * @param before the words of the older set, null when it has no such clause
     * @param after the words of the newer set, null when it has no such clause
     */
    record RuleDifference(
            String place,
            List<String> changes,
            @Nullable String before,
            @Nullable String after) {}

    private RuleComparison() {}

    static List<RuleDifference> between(RuleSet older, RuleSet newer) {
        List<RuleDifference> found = new ArrayList<>();
        for (Level level : Level.values()) {
            numbers(level, older, newer)
                    .forEach(number -> clause(level, number, older, newer).ifPresent(found::add));
        }
        if (older.otherMajorExclusive() != newer.otherMajorExclusive()) {
            found.add(whole("“其他专业”的读法", exclusive(older), exclusive(newer)));
        }
        majors(older, newer).ifPresent(found::add);
        if (!older.notes().equals(newer.notes())) {
            found.add(whole("说明", String.join("\n", older.notes()), String.join("\n", newer.notes())));
        }
        return found;
    }

    private static Collection<Integer> numbers(Level level, RuleSet older, RuleSet newer) {
        TreeSet<Integer> numbers = new TreeSet<>();
        older.clausesOf(level).forEach(clause -> numbers.add(clause.number()));
        newer.clausesOf(level).forEach(clause -> numbers.add(clause.number()));
        return numbers;
    }

    private static Optional<RuleDifference> clause(Level level, int number, RuleSet older, RuleSet newer) {
        Clause before = find(level, number, older);
        Clause after = find(level, number, newer);
        String place = level.label() + "(" + number + ")";
        if (before == null || after == null) {
            return Optional.of(new RuleDifference(place, List.of(), text(before), text(after)));
        }
        List<String> changes = changes(before, after);
        return changes.isEmpty() && before.text().equals(after.text())
                ? Optional.empty()
                : Optional.of(new RuleDifference(place, changes, before.text(), after.text()));
    }

    private static List<String> changes(Clause before, Clause after) {
        List<String> changes = new ArrayList<>();
        if (!Objects.equals(before.schooling(), after.schooling())) {
            changes.add(ClauseWords.schooling(before.schooling()) + " → " + ClauseWords.schooling(after.schooling()));
        }
        if (!before.work().equals(after.work())) {
            changes.add(ClauseWords.work(before.work()) + " → " + ClauseWords.work(after.work()));
        }
        if (!Objects.equals(before.certificate(), after.certificate())) {
            changes.add(ClauseWords.certificate(before.certificate()) + " → "
                    + ClauseWords.certificate(after.certificate()));
        }
        return changes;
    }

    private static Optional<RuleDifference> majors(RuleSet older, RuleSet newer) {
        TreeSet<String> gone = new TreeSet<>(older.relatedMajors());
        gone.removeAll(newer.relatedMajors());
        TreeSet<String> come = new TreeSet<>(newer.relatedMajors());
        come.removeAll(older.relatedMajors());
        List<String> changes = new ArrayList<>();
        if (!come.isEmpty()) {
            changes.add("增加 " + String.join("、", come));
        }
        if (!gone.isEmpty()) {
            changes.add("去掉 " + String.join("、", gone));
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleDifference("相关专业名单", changes, list(older), list(newer)));
    }

    private static @Nullable Clause find(Level level, int number, RuleSet set) {
        return set.clausesOf(level).stream()
                .filter(clause -> clause.number() == number)
                .findFirst()
                .orElse(null);
    }

    private static RuleDifference whole(String place, String before, String after) {
        return new RuleDifference(place, List.of(), before, after);
    }

    private static @Nullable String text(@Nullable Clause clause) {
        return clause == null ? null : clause.text();
    }

    private static String list(RuleSet set) {
        return String.join("、", new TreeSet<>(set.relatedMajors()));
    }

    private static String exclusive(RuleSet set) {
        return set.otherMajorExclusive() ? "相关专业不能用“其他专业”各条" : "任何专业都可用“其他专业”各条";
    }
}
