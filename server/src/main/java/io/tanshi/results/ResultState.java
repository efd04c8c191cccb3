package io.tanshi.results;

/** The life of a result (decisions §6). */
public enum ResultState {
    COMPOSED("已合成"),
    APPROVED("待发布"),
    RELEASED("已发布");

    private final String label;

    ResultState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
