package io.tanshi.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * A refusal on its way to the browser as RFC 9457 problem details.
 *
 * <p>The detail says where, what was expected, what was found (masked when personal) and what to do.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One field of the request that is not right. */
    public record FieldError(String field, String message) {}

    private final transient ErrorCode code;
    private final transient List<FieldError> fields = new ArrayList<>();

    private Problem(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public static Problem of(ErrorCode code, String detail) {
        return new Problem(code, detail);
    }

    /** A 404 for something that does not exist or must not be known to the caller. */
    public static Problem notFound(String what) {
        return new Problem(PlatformError.NOT_FOUND, "没有找到" + what + "，或你无权查看。请从列表重新打开。");
    }

    /** Names a field and what is wrong with it; may be called several times. */
    public Problem field(String field, String message) {
        fields.add(new FieldError(field, message));
        return this;
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> fields() {
        return List.copyOf(fields);
    }
}
