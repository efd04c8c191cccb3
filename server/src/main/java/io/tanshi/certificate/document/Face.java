package io.tanshi.certificate.document;

/** The two cuts of the certificate's typeface. */
enum Face {
    REGULAR("/fonts/NotoSerifSC_400Regular.ttf"),
    BOLD("/fonts/NotoSerifSC_700Bold.ttf");

    private final String resource;

    Face(String resource) {
        this.resource = resource;
    }

    String resource() {
        return resource;
    }
}
