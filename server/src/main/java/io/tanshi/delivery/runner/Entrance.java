package io.tanshi.delivery.runner;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Where every request of a candidate comes in, by {@link FastLane} or by the dispatcher: the token says who it is, the gate
 * whether the machine is locked as it must be.
 */
@Component
class Entrance {

    private final SittingTokens tokens;
    // Looked up with the first request: it needs the database, which is not there yet when this bean is made.
    private final Supplier<SessionGate> gate;

    Entrance(SittingTokens tokens, ObjectProvider<SessionGate> gate) {
        this.tokens = tokens;
        this.gate = SingletonSupplier.of(gate::getObject);
    }

    /** @param authorization the header, {@code Sitting <token>} */
    SittingCandidate admit(@Nullable String authorization, String path) {
        SittingCandidate who = tokens.checkHeader(authorization);
        gate.get().pass(who, path);
        return who;
    }
}
