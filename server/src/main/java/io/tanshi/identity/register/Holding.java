package io.tanshi.identity.register;

import java.util.Map;

/**
 * One thing that is kept of a person.
 *
 * @param kind for example 报名
 * @param title which one, for example the sitting and the level
 * @param state as the screens say it
 * @param facts everything else worth telling the person, in order; shown in an export, not in the office
 */
public record Holding(String kind, String title, String state, Map<String, String> facts) {

    public Holding(String kind, String title, String state) {
        this(kind, title, state, Map.of());
    }

    @Override
    public String toString() {
        return "Holding[" + kind + "]";
    }
}
