package io.tanshi.delivery.likeness;

import io.tanshi.files.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One candidate's check at entry.
 *
 * @param photo null when the camera was refused, or there is none
 * @param byEye whether the invigilator has looked at the person instead of a picture
 */
public record Likeness(
        Camera camera,
        @Nullable FileId photo,
        @Nullable Instant takenAt,
        @Nullable Verdict verdict,
        boolean byEye,
        String reason,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    /** What came of the camera. */
    public enum Camera {
        TAKEN,
        REFUSED,
        /** The screen has not said anything yet. */
        NOTHING
    }

    /** A person's, never the system's. */
    public enum Verdict {
        SAME("一致"),
        NOT_SAME("不是本人"),
        UNCLEAR("存疑");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** As it stands on the board. */
    public String words() {
        if (verdict != null) {
            return verdict == Verdict.SAME ? (byEye ? "目测一致" : "一致") : verdict.label();
        }
        return camera == Camera.TAKEN ? "照片待核" : "待目测";
    }
}
