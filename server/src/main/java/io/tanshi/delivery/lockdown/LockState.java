package io.tanshi.delivery.lockdown;

/** How a session stands to the lock of its sitting. */
enum LockState {
    /** The sitting takes any browser. */
    PLAIN("", true),
    /** Must show the locked browser before it sees the paper. */
    UNPROVEN("待核验", false),
    PROVEN("已核验", true),
    /** A check failed in the middle; an invigilator decides. */
    HELD("核验失败", false),
    /** Goes on by an invigilator's word after a failed check. */
    RELEASED("已放行", true),
    /** An invigilator lets this candidate work without the locked browser. */
    EXEMPT("免锁定", true);

    private final String label;
    private final boolean free;

    LockState(String label, boolean free) {
        this.label = label;
        this.free = free;
    }

    /** Two words on the board; empty where there is nothing to say. */
    String label() {
        return label;
    }

    /** Whether the candidate may see the paper and answer. */
    boolean isFree() {
        return free;
    }
}
