package io.tanshi.programme;

import org.jspecify.annotations.Nullable;

/**
 * One numbered condition of a level; any one of them that holds makes a person eligible.
 *
 * @param level the level applied for
 * @param number as printed, (1) to (7)
 * @param text the wording of the source
 * @param schooling the education route, null when the clause does not ask for a degree
 * @param work the related work that is asked for, 0 months when none
 * @param certificate the certificate route, null when the clause does not ask for one
 */
public record Clause(
        Level level,
        int number,
        String text,
        @Nullable Schooling schooling,
        Work work,
        @Nullable HeldCertificate certificate) {

    /** Which majors an education route is written for. */
    public enum Major {
        ANY,
        /** "其他专业"; any major unless the rule set reads it exclusively. */
        OTHER,
        /** "环境工程与科学、能源等相关专业", the rule set's list. */
        RELATED
    }

    /** Who issued the certificate that a clause builds on. */
    public enum Series {
        /** This programme's own series, of the level below. */
        OWN,
        /** Another vocational, skill or title certificate. */
        OTHER
    }

    /** A degree, read as "this or higher". */
    public record Schooling(Education atLeast, Major major) {}

    /**
     * Work in the field.
     *
     * @param months at least so many
     * @param continuous whether the source says 连续
     */
    public record Work(int months, boolean continuous) {}

    /**
     * A certificate that the person holds already.
     *
     * @param months held for at least so many at the as-of date
     */
    public record HeldCertificate(Series series, Level level, int months) {}

    /** As the reviewer reads it: {@code 高级(6)}. */
    public String label() {
        return level.label() + "(" + number + ")";
    }
}
