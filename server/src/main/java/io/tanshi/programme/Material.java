package io.tanshi.programme;

import org.jspecify.annotations.Nullable;

/**
 * Something that must be handed in with a registration (deck: 报名要求).
 *
 * @param code stable, e.g. {@code id-card-front}
 * @param form how it is to be handed in
 * @param clause the deck's words
 * @param condition when it is needed; null: always
 */
public record Material(
        String code,
        String name,
        Giver giver,
        String form,
        String clause,
        @Nullable String condition) {

    /** Who has to bring it. */
    public enum Giver {
        CANDIDATE("考生"),
        INSTITUTION("机构");

        private final String label;

        Giver(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
