package io.tanshi.certificate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

final class CertificatePressTest {

    private static final Path DEJAVU = Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");

    @Test
    void aCertificateHasACoverAndAnInsidePageInA4Landscape() throws IOException {
        try (PDDocument document = Loader.loadPDF(Samples.issued())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(841f, 842f);
                assertThat(page.getMediaBox().getHeight()).isBetween(595f, 596f);
            }
        }
    }

    @Test
    void theInsidePageSaysWhatWasAssessedAndThatItIsNoLicence() throws IOException {
        try (PDDocument document = Loader.loadPDF(Samples.issued())) {
            assertThat(new PDFTextStripper().getText(document).replace(" ", ""))
                    .contains("碳排放管理师岗位能力评测证书")
                    .contains("陆知秋")
                    .contains("3205**********0826")
                    .contains("TS20262000318W")
                    .contains("2026年6月26日")
                    .contains("不是国家职业资格证书");
        }
    }

    @Test
    void everyFontIsEmbeddedAsASubset() throws IOException {
        byte[] pdf = Samples.issued();
        assertThat(pdf.length).isLessThan(400_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.+");
                }
            }
        }
    }

    @Test
    void theCodeSquareOnThePageLeadsToTheLookUp() throws Exception {
        try (PDDocument document = Loader.loadPDF(Samples.issued())) {
            BufferedImage page = new PDFRenderer(document).renderImage(1, 2);
            BufferedImage corner = page.getSubimage(120, 780, 400, 300);
            int[] pixels = corner.getRGB(0, 0, corner.getWidth(), corner.getHeight(), null, 0, corner.getWidth());
            var source = new RGBLuminanceSource(corner.getWidth(), corner.getHeight(), pixels);

            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(source)))
                            .getText())
                    .isEqualTo("https://tanshi.example/v/7kq2m9xd4t8w3p6r5n1h0a");
        }
    }

    @Test
    void aProofSaysThatItIsOneAndBearsNoNumber() throws IOException {
        byte[] proof = Samples.press(null).print(Samples.text("陆知秋", null));
        try (PDDocument document = Loader.loadPDF(proof)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("签发时编号")
                    .doesNotContain("TS2026")
                    .doesNotContain("证书专用");
        }
    }

    @Test
    void aCharacterThatNoFontDrawsIsNamedAndNeverPrinted() throws IOException {
        CertificatePress press = Samples.press(null);

        assertThat(press.undrawable("张𠀀")).containsExactly("𠀀 (U+20000)");
        assertThat(press.undrawable("欧阳·买买提")).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> press.print(Samples.text("张𠀀", Samples.issue())));
    }

    @Test
    void aFontOfRareCharactersFillsTheGap() throws IOException {
        assumeTrue(Files.exists(DEJAVU), "the test borrows a font that draws what the house's serif does not");
        String name = "张Ꭿ";

        assertThat(Samples.press(null).undrawable(name)).isNotEmpty();
        assumeTrue(Samples.press(DEJAVU).undrawable(name).isEmpty(), "this DejaVu has no Cherokee");
        try (PDDocument document = Loader.loadPDF(Samples.press(DEJAVU).print(Samples.text(name, Samples.issue())))) {
            assertThat(new PDFTextStripper().getText(document).replace(" ", "")).contains(name);
        }
    }
}
