package io.tanshi.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which papers of a candidate a sitting asks for, and when.
 *
 * @param needs by the code of the material, see {@link Material#code()}
 */
public record MaterialNeeds(Map<String, Need> needs) {

    /** When a paper has to be handed in. */
    public enum Need {
        ALWAYS("每次报名"),
        /** When the clause that is relied on builds on what the paper proves. */
        BY_CLAUSE("依据的条件需要时"),
        NOT_ASKED("不需要");

        private final String label;

        Need(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static final String ID_CARD = "id-card";
    public static final String PHOTO = "photo";
    public static final String REVIEW_FORM = "review-form";
    public static final String DIPLOMA = "diploma";
    public static final String WORK_PROOF = "work-proof";
    public static final String OTHER_PROOF = "other-proof";

    /** As the notice asks: a certificate copy only for clauses (6) and (7), everything else from everyone. */
    public static final MaterialNeeds STANDARD = standard();

    /** What a sitting may set; identity card and photo are asked of everyone, the exam cannot do without. */
    public static final List<String> SETTABLE = List.of(REVIEW_FORM, DIPLOMA, WORK_PROOF, OTHER_PROOF);

    public MaterialNeeds {
        needs = Map.copyOf(needs);
    }

    private static MaterialNeeds standard() {
        Map<String, Need> needs = new LinkedHashMap<>();
        for (String code : List.of(REVIEW_FORM, ID_CARD, DIPLOMA, PHOTO, WORK_PROOF)) {
            needs.put(code, Need.ALWAYS);
        }
        needs.put(OTHER_PROOF, Need.BY_CLAUSE);
        return new MaterialNeeds(needs);
    }

    public Need of(String code) {
        return needs.getOrDefault(code, Need.ALWAYS);
    }

    /**
     * Whether the paper is asked of someone.
     *
     * @param reliedOn the clause the application rests on; null while none holds
     */
    public boolean asksFor(String code, @Nullable Clause reliedOn) {
        return switch (of(code)) {
            case ALWAYS -> true;
            case NOT_ASKED -> false;
            case BY_CLAUSE -> reliedOn != null && provedBy(code, reliedOn);
        };
    }

    private static boolean provedBy(String code, Clause clause) {
        return switch (code) {
            case DIPLOMA -> clause.schooling() != null;
            case WORK_PROOF -> clause.work().months() > 0;
            case OTHER_PROOF -> clause.certificate() != null;
            default -> true;
        };
    }
}
