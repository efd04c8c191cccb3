package io.tanshi.certificate.lookup;

import io.tanshi.certificate.lookup.ResultPage.Row;
import io.tanshi.certificate.register.IssuedCertificates.IssuedCertificate;
import io.tanshi.certificate.signature.Pem;
import io.tanshi.certificate.signature.SignatureCheck;
import io.tanshi.certificate.signature.SignatureCheck.Flaw;
import io.tanshi.certificate.signature.SignatureCheck.Invalid;
import io.tanshi.certificate.signature.SignatureCheck.NoSignature;
import io.tanshi.certificate.signature.SignatureCheck.Signature;
import io.tanshi.certificate.signature.SignatureCheck.Unreadable;
import io.tanshi.certificate.signature.SignatureCheck.Valid;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the page says of an uploaded file. */
public record FileCheckPage(boolean genuine, String word, String meaning, List<Row> rows) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd E HH:mm:ss", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    /** @param registered the certificate this very file is the document of, when there is one */
    static FileCheckPage of(SignatureCheck check, Optional<IssuedCertificate> registered) {
        return switch (check) {
            case Valid(Signature signature, X509Certificate anchor) -> {
                List<Row> rows = rows(signature);
                rows.add(new Row("信任锚", "SHA-256 " + Pem.fingerprint(anchor), false));
                rows.addAll(registered
                        .map(FileCheckPage::registered)
                        .orElseGet(() -> List.of(new Row("登记簿", "没有登记这份文件，请致电发证机构核实", true))));
                yield new FileCheckPage(true, "签名有效", "由发证机构签署，签署之后没有改动。", rows);
            }
            case Invalid(Flaw flaw, Signature signature) ->
                new FileCheckPage(false, "签名无效", flaw.words() + "。", rows(signature));
            case NoSignature(Flaw flaw) -> new FileCheckPage(false, "签名无效", flaw.words() + "。", List.of());
            case Unreadable(String reason) -> new FileCheckPage(false, "无法核对", reason + "。", List.of());
        };
    }

    private static List<Row> rows(Signature signature) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("签署人", signature.signer(), true));
        rows.add(new Row("签署时间", TIME.format(signature.at()) + "（签署人声明）", false));
        return rows;
    }

    private static List<Row> registered(IssuedCertificate certificate) {
        return List.of(
                new Row("证书编号", certificate.number().printed(), true),
                new Row("证书状态", certificate.status().label(), true));
    }
}
