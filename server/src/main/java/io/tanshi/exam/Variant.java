package io.tanshi.exam;

/** Which of a level's parallel forms it is; the two share no item. */
public enum Variant {
    MAIN("正卷"),
    SPARE("备用卷");

    private final String label;

    Variant(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }
}
