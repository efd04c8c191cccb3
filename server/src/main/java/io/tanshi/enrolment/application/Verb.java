package io.tanshi.enrolment.application;

/** What can be done with an application (decisions §6). */
public enum Verb {
    SUBMIT("提交"),
    APPROVE("通过"),
    RETURN("退回补正"),
    REJECT("审核不通过"),
    RESUBMIT("补正后提交"),
    WITHDRAW("撤回"),
    /** A second reviewer does not agree with an approval. */
    OVERTURN("复核退回");

    private final String label;

    Verb(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
