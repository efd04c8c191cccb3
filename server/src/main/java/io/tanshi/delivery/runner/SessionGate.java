package io.tanshi.delivery.runner;

/** Asked with every request of a candidate whose token is good, before the handler: on the path of every save. */
@FunctionalInterface
public interface SessionGate {

    /** @throws io.tanshi.platform.Problem when this session may not do that now */
    void pass(SittingCandidate who, String path);
}
