package io.tanshi.itembank;

/** How an item is answered; the three kinds of the programme's paper. */
public enum ItemType {
    SINGLE_CHOICE("单项选择", 'S'),
    MULTIPLE_CHOICE("多项选择", 'M'),
    EXTENDED_TEXT("简答", 'E');

    private final String label;
    private final char letter;

    ItemType(String label, char letter) {
        this.label = label;
        this.letter = letter;
    }

    public String label() {
        return label;
    }

    /** The letter that stands for the type in an item's code, as in {@code T3-M-004}. */
    public char letter() {
        return letter;
    }

    /** Whether the candidate chooses among options, so that a machine can score it. */
    public boolean isChoice() {
        return this != EXTENDED_TEXT;
    }
}
