package io.tanshi.platform.paper;

/** The two cuts of the certificate's typeface. */
public enum Face {
    REGULAR("/fonts/NotoSerifSC_400Regular.ttf"),
    BOLD("/fonts/NotoSerifSC_700Bold.ttf");

    private final String resource;

    Face(String resource) {
        this.resource = resource;
    }

    public String resource() {
        return resource;
    }
}
