package io.tanshi.notification;

/** In which a recipient reads. */
public enum Language {
    ZH("中文"),
    EN("English");

    private final String label;

    Language(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
