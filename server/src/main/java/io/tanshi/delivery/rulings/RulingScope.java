package io.tanshi.delivery.rulings;

/** Whom an incident concerns. */
public enum RulingScope {
    CANDIDATE("考生"),
    ROOM("机房"),
    SITE("考点"),
    ALL("全场");

    private final String label;

    RulingScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
