package io.tanshi.identity.people;

import org.jspecify.annotations.Nullable;

/**
 * Who changed something of a person, why, and from where.
 *
 * @param by as shown in the history
 * @param origin of the new value: the id of the application it came with; null when somebody typed it
 */
public record ChangeSource(String by, String reason, @Nullable String origin) {

    @Override
    public String toString() {
        return "ChangeSource[protected]";
    }
}
