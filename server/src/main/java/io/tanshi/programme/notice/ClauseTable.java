package io.tanshi.programme.notice;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.notice.ProgrammeView.ClauseCell;
import io.tanshi.programme.notice.ProgrammeView.ClauseView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule set as one table: a row per clause number, a cell per level. */
final class ClauseTable {

    /** A level has no clause of that number. */
    private static final String NOT_OPEN = "—";

    private ClauseTable() {}

    static List<ClauseView> of(RuleSet rules) {
        return rules.clauses().stream()
                .map(Clause::number)
                .distinct()
                .sorted()
                .map(number -> row(number, rules))
                .toList();
    }

    private static ClauseView row(int number, RuleSet rules) {
        String text = rules.clauses().stream()
                .filter(clause -> clause.number() == number)
                .findFirst()
                .map(ClauseTable::subject)
                .orElseThrow();
        List<ClauseCell> cells = Arrays.stream(Level.values())
                .map(level -> new ClauseCell(level.name(), cell(find(rules, level, number))))
                .toList();
        return new ClauseView(number, text, cells);
    }

    private static Optional<Clause> find(RuleSet rules, Level level, int number) {
        return rules.clausesOf(level).stream()
                .filter(clause -> clause.number() == number)
                .findFirst();
    }

    private static String subject(Clause clause) {
        Clause.HeldCertificate certificate = clause.certificate();
        if (certificate != null) {
            return certificate.series() == Clause.Series.OWN ? "持本系列低一级证书" : "持其他职业、技能或职称证书";
        }
        return schooling(clause.schooling());
    }

    private static String schooling(Clause.@Nullable Schooling schooling) {
        if (schooling == null) {
            return "";
        }
        Education degree = schooling.atLeast();
        return switch (schooling.major()) {
            case RELATED -> "环境、能源等相关专业，" + degree.label() + "及以上";
            case ANY -> degree.label() + "，不限专业";
            case OTHER -> degree == Education.POSTGRADUATE ? "研究生及以上，其他专业" : degree.label() + "，其他专业";
        };
    }

    private static String cell(Optional<Clause> found) {
        if (found.isEmpty()) {
            return NOT_OPEN;
        }
        Clause clause = found.get();
        Clause.HeldCertificate certificate = clause.certificate();
        int months = Math.max(clause.work().months(), certificate == null ? 0 : certificate.months());
        String years = months == 0 ? "" : "满 %d 年".formatted(months / 12);
        if (certificate == null) {
            return years.isEmpty() ? "不限" : years;
        }
        String held = certificate.level().label() + "证书";
        return years.isEmpty() ? held : held + "，" + years;
    }
}
