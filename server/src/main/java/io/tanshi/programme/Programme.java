package io.tanshi.programme;

import java.util.List;

/**
 * The programme as its issuer describes it.
 *
 * @param name e.g. 碳排放管理师岗位能力人才评测
 * @param series the action it belongs to (尚工行动)
 * @param field the field within the series
 * @param issuer who awards the certificate
 * @param profile what it teaches and whom it is for
 * @param composition the sections of every paper, in order
 * @param examMonths the months in which a sitting is held
 */
public record Programme(
        String name,
        String series,
        String field,
        String issuer,
        Profile profile,
        List<PaperSection> composition,
        List<Integer> examMonths) {

    /**
     * The description of the profession.
     *
     * @param definition what a holder is able to do
     * @param aims what the training leads to
     * @param audience for whom it is meant
     */
    public record Profile(String definition, List<String> aims, List<String> audience) {
        public Profile {
            aims = List.copyOf(aims);
            audience = List.copyOf(audience);
        }
    }

    public Programme {
        composition = List.copyOf(composition);
        examMonths = List.copyOf(examMonths);
        if (composition.stream().mapToInt(PaperSection::total).sum() != 100) {
            throw new IllegalArgumentException("A paper has 100 points: " + composition);
        }
    }

    /** The levels, lowest first. */
    public List<Level> levels() {
        return List.of(Level.values());
    }
}
