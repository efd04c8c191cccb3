package io.tanshi.programme;

import java.util.List;
import java.util.Set;

/**
 * A version of the eligibility conditions of all levels.
 *
 * @param code the name of the version, for example {@code deck-2024}
 * @param title for the screen
 * @param source where the wording comes from
 * @param otherMajorExclusive whether "其他专业" shuts related majors out of clauses (1) to (4)
 * @param relatedMajors the majors that count as related without a ruling
 * @param clauses by level and number
 * @param notes contradictions of the source and how this version reads them
 */
public record RuleSet(
        String code,
        String title,
        String source,
        boolean otherMajorExclusive,
        Set<String> relatedMajors,
        List<Clause> clauses,
        List<String> notes) {

    /** The version an installation starts with. */
    public static final String DEFAULT_CODE = "deck-2024";

    public RuleSet {
        relatedMajors = Set.copyOf(relatedMajors);
        clauses = List.copyOf(clauses);
        notes = List.copyOf(notes);
    }

    /** The codes of the versions that are shipped. */
    public static List<String> shippedCodes() {
        return List.of(DEFAULT_CODE, "deck-2024-normalised");
    }

    /**
     * A version that is shipped.
     *
     * @throws IllegalArgumentException when none has that code
     */
    public static RuleSet shipped(String code) {
        if (!shippedCodes().contains(code)) {
            throw new IllegalArgumentException("No rule set is shipped under the code " + code);
        }
        return RuleSetFile.read("/programme/rule-sets/" + code + ".json");
    }

    /** A version from its JSON document, as it is shipped and installed. */
    public static RuleSet parse(String document) {
        return RuleSetFile.parse(document);
    }

    /** Its JSON document; {@link #parse} reads it back. */
    public String document() {
        return RuleSetFile.write(this);
    }

    /** The clauses of one level in the order of their numbers. */
    public List<Clause> clausesOf(Level level) {
        return clauses.stream().filter(c -> c.level() == level).toList();
    }
}
