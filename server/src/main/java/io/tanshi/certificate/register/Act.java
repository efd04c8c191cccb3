package io.tanshi.certificate.register;

/** What only two persons can do together. */
enum Act {
    ISSUE("签发"),
    REVOKE("撤销"),
    REPLACE("换发");

    private final String label;

    Act(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
