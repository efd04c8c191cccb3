package io.tanshi.delivery.emergency;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The file as it is uploaded: its fields are those of the file itself. */
record EmergencyFileRequest(
        @NotNull @Size(max = 40) String format,
        @NotNull UUID sitting,
        @NotNull UUID attempt,
        @Min(0) @Max(253_402_300_799_999L) long savedAt,
        @NotNull @Size(max = 1_000) String wrappedKey,
        @NotNull @Size(max = 40) String nonce,
        @NotNull @Size(max = 8_000_000) String content) {

    private static final int NONCE_BYTES = 12;

    EmergencyFile file() {
        byte[] number = bytes(nonce);
        if (!format.equals(EmergencyFile.FORMAT) || number.length != NONCE_BYTES) {
            throw unreadable();
        }
        return new EmergencyFile(
                new SittingId(sitting),
                new AttemptId(attempt),
                Instant.ofEpochMilli(savedAt),
                bytes(wrappedKey),
                number,
                bytes(content));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.of(
                DeliveryError.EMERGENCY_UNREADABLE, "这不是考试机保存的应急答卷文件（扩展名 .tanshi），或版本不对。请选择考试页面上“保存应急答卷文件”得到的文件。");
    }

    @Override
    public String toString() {
        return "EmergencyFileRequest[" + attempt + "]";
    }
}
