package io.tanshi.identity.session;

/** What an account may do; an account can have several. */
public enum Role {
    ADMINISTRATOR("项目管理员"),
    INSTITUTION_MANAGER("机构负责人"),
    INSTITUTION_STAFF("机构经办人"),
    REVIEWER("审核员"),
    AUTHOR("命题员"),
    INVIGILATOR("监考员"),
    MARKER("阅卷员"),
    MARKING_LEADER("阅卷组长"),
    CANDIDATE("考生"),
    AUDITOR("审计员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether accounts with this role belong to an institution. */
    public boolean isOfInstitution() {
        return this == INSTITUTION_MANAGER || this == INSTITUTION_STAFF;
    }
}
