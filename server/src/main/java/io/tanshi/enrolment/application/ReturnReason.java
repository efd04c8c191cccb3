package io.tanshi.enrolment.application;

/** Why a reviewer returns a document; the number is the key on the keyboard. */
public enum ReturnReason {
    UNCLEAR(1, "不清晰"),
    PAGE_MISSING(2, "缺页"),
    DIFFERS_FROM_FORM(3, "与表不一致"),
    NO_SEAL(4, "未盖章"),
    TOO_FEW_YEARS(5, "年限不足"),
    EXPIRING(6, "证件将到期"),
    PHOTO_UNFIT(7, "照片不合"),
    NOT_THE_PERSON(8, "非本人"),
    SOMETHING_ELSE(9, "其他");

    private final int key;
    private final String label;

    ReturnReason(int key, String label) {
        this.key = key;
        this.label = label;
    }

    public int key() {
        return key;
    }

    public String label() {
        return label;
    }
}
