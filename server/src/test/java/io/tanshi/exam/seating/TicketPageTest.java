package io.tanshi.exam.seating;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.exam.ExamRules;
import io.tanshi.exam.seating.TicketController.AdmissionTicketView;
import io.tanshi.platform.paper.HouseFonts;
import io.tanshi.platform.paper.PaperBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The ticket on paper. */
final class TicketPageTest {

    private static final OffsetDateTime BELL = OffsetDateTime.parse("2026-12-26T09:00:00+08:00");

    private final HouseFonts fonts = new HouseFonts("");

    @Test
    void ticketsOfManyStandOnAPageEachWithEmbeddedFontsAndReadableText() throws IOException {
        try (PDDocument document = Loader.loadPDF(printed("陆知秋", "诸葛航霞"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("261226 2001", "陆知秋", "诸葛航霞", "杭州考点", "青山路 1 号", "2 号线", "201 机房", "13 座", "周六 09:00");
            PDPage page = document.getPage(1);
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void aCharacterThatNoFontDrawsIsMarkedAndDoesNotStopTheOthers() throws IOException {
        // U+3FFFD is no character at all, so no machine has it.
        String name = "陆" + Character.toString(0x3FFFD);
        assertThat(fonts.undrawable(name)).containsExactly(Character.toString(0x3FFFD));
        try (PDDocument document = Loader.loadPDF(printed(name, "陆知秋"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("陆〓", "陆知秋");
        }
    }

    private byte[] printed(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PaperBook book = fonts.book("准考证")) {
            for (String name : names) {
                TicketPage.draw(book, "碳排放管理师岗位能力人才评测", ticket(name), null);
            }
            book.save(out);
        }
        return out.toByteArray();
    }

    private static AdmissionTicketView ticket(String name) {
        return new AdmissionTicketView(
                "2026 年 12 月考期",
                name,
                "6101**********5641",
                false,
                "中级",
                "已编排",
                "2612262001",
                "杭州考点",
                "杭州市西湖区青山路 1 号",
                "0571-80000000",
                "地铁 2 号线青山路站 B 口",
                "201 机房",
                13,
                BELL.minusMinutes(30),
                BELL,
                BELL.plusMinutes(30),
                BELL.plusMinutes(60),
                BELL.plusMinutes(120),
                new ExamRules(120, 30, 60, 5, 3));
    }
}
