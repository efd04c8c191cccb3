package io.tanshi.certificate.lookup;

import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.document.Wording;
import io.tanshi.certificate.register.IssuedCertificates.IssuedCertificate;
import io.tanshi.kernel.PersonName;
import io.tanshi.programme.Sitting;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the result page says.
 *
 * @param name masked, unless the holder's code allows the full one
 * @param photo a data address, only with the holder's code
 */
public record ResultPage(
        String way,
        boolean full,
        String status,
        int segment,
        boolean revoked,
        List<String> meaning,
        String name,
        @Nullable String photo,
        List<Row> rows,
        String checkedAt,
        String receipt,
        String says,
        String limits,
        List<Other> others) {

    /** One line of the facts. */
    public record Row(String label, String value, boolean strong) {}

    /** Another certificate of the same holder. */
    public record Other(String number, String level, String status) {}

    /** The four states of the scale, from left to right. */
    private static final List<CertificateStatus> SCALE = List.of(
            CertificateStatus.VALID, CertificateStatus.EXPIRED, CertificateStatus.REVOKED, CertificateStatus.REPLACED);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd E HH:mm:ss", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    static ResultPage of(Found found, Wording wording) {
        IssuedCertificate certificate = found.certificate();
        CertificateStatus status = certificate.status();
        Sitting sitting = found.sitting();
        boolean full = found.way() == Way.CODE;
        String name = full
                ? certificate.holder().name()
                : new PersonName(certificate.holder().name()).masked();
        return new ResultPage(
                found.way().label(),
                full,
                status.label(),
                SCALE.indexOf(status),
                status == CertificateStatus.REVOKED,
                meaning(certificate),
                name,
                found.photo(),
                rows(certificate, sitting, wording, name),
                TIME.format(found.receipt().at()),
                found.receipt().number(),
                status == CertificateStatus.REVOKED
                        ? "它已被撤销，不能用来证明任何评测结果。"
                        : wording.meaningFor(sitting.examDate(), certificate.level()),
                wording.limits(),
                found.others().stream()
                        .map(o -> new Other(
                                o.number().printed(),
                                o.level().label(),
                                o.status().label()))
                        .toList());
    }

    /** What was found and under which receipt. */
    record Found(
            IssuedCertificate certificate,
            Sitting sitting,
            Way way,
            Receipts.Receipt receipt,
            @Nullable String photo,
            List<IssuedCertificate> others) {}

    private static List<Row> rows(IssuedCertificate certificate, Sitting sitting, Wording wording, String name) {
        String validity = validity(certificate);
        return List.of(
                new Row("姓名", name, true),
                new Row("证书编号", certificate.number().printed(), true),
                new Row("证书名称", wording.title(), false),
                new Row("级别", certificate.level().label(), false),
                new Row("评测日期", Wording.chinese(sitting.examDate()), false),
                new Row("发证日期", Wording.chinese(certificate.on()) + validity, false),
                new Row("发证机构", wording.issuer(), false),
                new Row(
                        "信息更正",
                        certificate.correction() ? Wording.chinese(certificate.on()) + " 因信息更正换发" : "无更正记录",
                        false));
    }

    /** What was revoked or replaced has no validity to speak of. */
    private static String validity(IssuedCertificate certificate) {
        boolean ended =
                certificate.status() == CertificateStatus.REVOKED || certificate.status() == CertificateStatus.REPLACED;
        if (ended) {
            return "";
        }
        return certificate.validUntil() == null ? "，长期有效" : "，有效至 " + Wording.chinese(certificate.validUntil());
    }

    private static List<String> meaning(IssuedCertificate certificate) {
        return switch (certificate.status()) {
            case VALID -> List.of("发证机构确认这张证书真实，", "没有被撤销或换发。");
            case EXPIRED -> List.of("证书真实，但有效期已过，", "不能再作为在有效期内使用。");
            case REVOKED -> List.of("发证机构已撤销这张证书，", "它不再有效。");
            case REPLACED -> List.of("这张证书已由新证书取代，", "请持证人出示新证书。");
            case PREPARING, CHECKED -> throw new IllegalStateException("Only issued certificates are shown");
        };
    }
}
