package io.tanshi.itembank.authoring;

/** Where a version stands; {@link #after} is the whole lifecycle. */
enum VersionStatus {
    DRAFT("待互审"),
    RETURNED("需修改"),
    APPROVED("已通过"),
    SUPERSEDED("已被新版取代"),
    RETIRED("已停用");

    /** What can be done to a version. */
    enum Verb {
        APPROVE,
        SEND_BACK,
        SUPERSEDE,
        RETIRE
    }

    private final String label;

    VersionStatus(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether an author or a reviewer still has to act on it. */
    boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }

    boolean allows(Verb verb) {
        return switch (this) {
            case DRAFT -> true;
            case RETURNED -> verb == Verb.SUPERSEDE || verb == Verb.RETIRE;
            case APPROVED -> verb == Verb.SUPERSEDE || verb == Verb.RETIRE;
            case SUPERSEDED, RETIRED -> false;
        };
    }

    /** @throws IllegalStateException when the verb is not possible from here */
    VersionStatus after(Verb verb) {
        if (!allows(verb)) {
            throw new IllegalStateException("A version that is " + this + " cannot " + verb);
        }
        return switch (verb) {
            case APPROVE -> APPROVED;
            case SEND_BACK -> RETURNED;
            case SUPERSEDE -> SUPERSEDED;
            case RETIRE -> RETIRED;
        };
    }
}
