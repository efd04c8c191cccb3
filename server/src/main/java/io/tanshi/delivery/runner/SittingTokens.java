package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.exam.AdmissionId;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.Problem;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The credential of the exam hour: attempt, admission, session number and expiry under an HMAC-SHA-256. Checking one
 * needs no database.
 */
@Component
class SittingTokens {

    /** Longer than any sitting with all its extra time. */
    static final Duration VALIDITY = Duration.ofHours(12);

    private static final String SCHEME = "Sitting ";
    private static final String PURPOSE = "sitting-token";
    private static final int LENGTH = 16 + 16 + 4 + 8;

    private final DataKeys keys;
    private final ServerTime time;

    SittingTokens(DataKeys keys, ServerTime time) {
        this.keys = keys;
        this.time = time;
    }

    String issue(SittingCandidate candidate) {
        ByteBuffer body = ByteBuffer.allocate(LENGTH);
        put(body, candidate.attemptId().value());
        put(body, candidate.admissionId().value());
        body.putInt(candidate.session());
        body.putLong(time.now().plus(VALIDITY).getEpochSecond());
        String text = base64().encodeToString(body.array());
        return text + "." + base64().encodeToString(keys.blindIndex(PURPOSE, text));
    }

    /** The candidate that {@code Authorization: Sitting <token>} names; see {@link #check}. */
    SittingCandidate checkHeader(@Nullable String header) {
        return check(
                header != null && header.startsWith(SCHEME)
                        ? header.substring(SCHEME.length()).strip()
                        : "");
    }

    /** @throws Problem {@code delivery/token-invalid} when the token was not issued here, was changed, or has expired */
    SittingCandidate check(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > 200) {
            throw invalid();
        }
        String text = token.substring(0, dot);
        try {
            byte[] seal = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(seal, keys.blindIndex(PURPOSE, text))) {
                throw invalid();
            }
            return read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw invalid();
        }
    }

    private SittingCandidate read(ByteBuffer body) {
        AttemptId attempt = new AttemptId(uuid(body));
        AdmissionId admission = new AdmissionId(uuid(body));
        int session = body.getInt();
        if (time.now().isAfter(Instant.ofEpochSecond(body.getLong()))) {
            throw invalid();
        }
        return new SittingCandidate(attempt, admission, session);
    }

    private static Problem invalid() {
        return Problem.of(DeliveryError.TOKEN_INVALID, "进入考场的凭证无效或已过期。请用准考证号、证件号和考场代码重新进入；已保存的答案不会丢失。");
    }

    private static void put(ByteBuffer body, UUID id) {
        body.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer body) {
        return new UUID(body.getLong(), body.getLong());
    }

    private static Base64.Encoder base64() {
        return Base64.getUrlEncoder().withoutPadding();
    }
}
