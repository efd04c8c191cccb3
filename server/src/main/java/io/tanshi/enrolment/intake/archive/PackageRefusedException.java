package io.tanshi.enrolment.intake.archive;

import java.io.IOException;

/** The package cannot be taken at all; thrown from any read, because a bomb or damage may show late. */
public final class PackageRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String fix;

    /**
     * @param code stable, in kebab case
     * @param message what is wrong, in Chinese
     * @param fix what to do about it, in Chinese
     */
    public PackageRefusedException(String code, String message, String fix) {
        super(message);
        this.code = code;
        this.fix = fix;
    }

    public String code() {
        return code;
    }

    public String fix() {
        return fix;
    }

    /** The message without a null in its type. */
    public String words() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
