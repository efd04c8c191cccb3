package io.tanshi.exam;

/** The life of a form; sealed is for good. */
public enum FormStatus {
    /** Assembled; it can be assembled anew. */
    DRAFT("待送封"),
    /** Handed to a second administrator for sealing. */
    PROPOSED("待确认封存"),
    /** Content and order are fixed, proven by a digest. */
    SEALED("已封存");

    private final String label;

    FormStatus(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }
}
