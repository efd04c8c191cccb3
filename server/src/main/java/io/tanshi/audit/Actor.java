package io.tanshi.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param id account of a person; null for the system and for anonymous callers
 * @param label name of the account or of the process, as shown in the trail; never a candidate's name
 */
public record Actor(Kind kind, @Nullable UUID id, String label) {

    /** What sort of actor it is. */
    public enum Kind {
        ACCOUNT,
        SYSTEM,
        ANONYMOUS
    }

    public static Actor account(UUID id, String label) {
        return new Actor(Kind.ACCOUNT, id, label);
    }

    /** A process of the system itself, for example {@code deadline}. */
    public static Actor system(String process) {
        return new Actor(Kind.SYSTEM, null, process);
    }

    public static Actor anonymous() {
        return new Actor(Kind.ANONYMOUS, null, "匿名");
    }
}
