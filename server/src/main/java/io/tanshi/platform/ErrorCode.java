package io.tanshi.platform;

import org.springframework.http.HttpStatus;

/** A kind of refusal the browser can meet; each module lists its own in an enum. */
public interface ErrorCode {

    /** Stable and unique, for example {@code enrolment/batch-closed}; part of the problem's type URI. */
    String slug();

    HttpStatus status();

    /** One short Chinese sentence that names the kind of refusal. */
    String title();
}
