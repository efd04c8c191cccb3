package io.tanshi.platform;

import java.net.URI;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;

/** Writes problems as RFC 9457 bodies; also for filters, which stand outside the handlers' advice. */
public final class ProblemDetails {

    private ProblemDetails() {}

    public static ProblemDetail of(ErrorCode code, String detail, List<Problem.FieldError> fields) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(code.status(), detail);
        body.setType(URI.create("https://tanshi.dev/problems/" + code.slug()));
        body.setTitle(code.title());
        String requestId = MDC.get("requestId");
        if (requestId != null) {
            body.setProperty("requestId", requestId);
        }
        if (!fields.isEmpty()) {
            body.setProperty("errors", fields);
        }
        return body;
    }

    public static ProblemDetail of(ErrorCode code, String detail) {
        return of(code, detail, List.of());
    }
}
