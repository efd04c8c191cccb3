package io.tanshi.certificate;

/** Where a certificate stands (decisions §6). */
public enum CertificateStatus {
    PREPARING("制证中"),
    /** The candidate has checked the proof; two persons have to issue it. */
    CHECKED("待签发"),
    VALID("有效"),
    /** Never stored: a valid certificate whose date has passed. */
    EXPIRED("已到期"),
    REVOKED("已撤销"),
    REPLACED("已换发");

    private final String label;

    CertificateStatus(String label) {
        this.label = label;
    }

    /** The word on every screen. */
    public String label() {
        return label;
    }

    /** Whether a number was given and a document signed. */
    public boolean isIssued() {
        return this != PREPARING && this != CHECKED;
    }
}
