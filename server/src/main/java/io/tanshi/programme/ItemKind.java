package io.tanshi.programme;

/** The kinds of item of which a paper is composed. */
public enum ItemKind {
    SINGLE_CHOICE("单选题"),
    MULTIPLE_CHOICE("多选题"),
    EXTENDED_TEXT("简答题");

    private final String label;

    ItemKind(String label) {
        this.label = label;
    }

    /** The word on paper and screen. */
    public String label() {
        return label;
    }
}
