package io.tanshi.certificate.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.certificate.document.Samples;
import io.tanshi.certificate.signature.SignatureCheck.Flaw;
import io.tanshi.certificate.signature.SignatureCheck.Invalid;
import io.tanshi.certificate.signature.SignatureCheck.NoSignature;
import io.tanshi.certificate.signature.SignatureCheck.Unreadable;
import io.tanshi.certificate.signature.SignatureCheck.Valid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignatureCheckerTest {

    private static final Instant AT = Instant.parse("2026-12-10T02:32:05Z");

    @TempDir
    private static Path keys;

    private static SigningKey key;
    private static byte[] signed;

    @BeforeAll
    static void sign() throws IOException {
        key = new SigningKeys(keys).demonstration("衡度岗位能力评测中心", AT);
        signed = new PdfSigner(key).sign(Samples.issued(), AT, "签发证书");
    }

    @Test
    void aSignedCertificateIsValidAndNamesItsSignerAndTime() {
        assertThat(check(signed)).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.signature().signer()).contains("衡度岗位能力评测中心");
            assertThat(valid.signature().at()).isEqualTo(AT);
            assertThat(valid.anchor()).isEqualTo(key.anchor());
        });
    }

    @Test
    void theKeyIsMadeOnceAndKeptToItsOwner() throws IOException {
        SigningKey again = new SigningKeys(keys).demonstration("衡度岗位能力评测中心", AT.plusSeconds(60));

        assertThat(again.certificate()).isEqualTo(key.certificate());
        assertThat(Files.getPosixFilePermissions(keys.resolve("signing-demo.p12")))
                .hasSize(2);
        assertThat(new SigningKeys(keys).anchorFile()).isPresent();
    }

    @Test
    void oneChangedByteIsNoticedWhereverItIs() {
        Random random = new Random(20261210);
        for (int i = 0; i < 300; i++) {
            int place = random.nextInt(signed.length);
            byte[] changed = signed.clone();
            changed[place] ^= (byte) (1 << random.nextInt(5));

            assertThat(check(changed)).as("byte %d", place).isNotInstanceOf(Valid.class);
        }
    }

    @Test
    void aChangedByteInsideThePageIsCalledAnAlteration() {
        int inFirstStream = indexOf(signed, "stream") + 60;
        byte[] changed = signed.clone();
        changed[inFirstStream] ^= 1;

        assertThat(check(changed))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.flaw()).isEqualTo(Flaw.ALTERED));
    }

    @Test
    void anAppendedUpdateIsNoticed() throws IOException {
        try (PDDocument document = Loader.loadPDF(signed)) {
            document.getDocumentInformation().setTitle("另一份证书");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);

            assertThat(out.size()).isGreaterThan(signed.length);
            assertThat(check(out.toByteArray()))
                    .isInstanceOfSatisfying(
                            Invalid.class, invalid -> assertThat(invalid.flaw()).isEqualTo(Flaw.EXTENDED));
        }
    }

    @Test
    void aPdfWithoutSignatureIsSaidToHaveNone() throws IOException {
        assertThat(check(Samples.issued())).isEqualTo(new NoSignature(Flaw.UNSIGNED));
    }

    @Test
    void whatIsNoPdfIsUnreadable() {
        assertThat(check("姓名,编号".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Unreadable.class);
        assertThat(check(new byte[0])).isInstanceOf(Unreadable.class);
        assertThat(check("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aTruncatedFileIsDamaged() {
        assertThat(check(Arrays.copyOf(signed, signed.length - 700))).isNotInstanceOf(Valid.class);
    }

    @Test
    void aStrangersSignatureIsNotTrusted(@TempDir Path elsewhere) throws IOException {
        SigningKey stranger = new SigningKeys(elsewhere).demonstration("衡度岗位能力评测中心", AT);
        byte[] forged = new PdfSigner(stranger).sign(Samples.issued(), AT, "签发证书");

        assertThat(check(forged))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.flaw()).isEqualTo(Flaw.UNTRUSTED));
        assertThat(new SignatureChecker(List.of()).check(signed)).isInstanceOf(Invalid.class);
    }

    private static SignatureCheck check(byte[] file) {
        return new SignatureChecker(List.of(key.anchor())).check(file);
    }

    private static int indexOf(byte[] file, String word) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(word);
    }
}
