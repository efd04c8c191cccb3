package io.tanshi.enrolment.activation;

import io.tanshi.enrolment.activation.ActivationList.ActivationEntry;
import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.CodeSquare;
import io.tanshi.platform.paper.HouseFonts;
import io.tanshi.platform.paper.Palette;
import io.tanshi.platform.paper.PaperBook;
import io.tanshi.platform.paper.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The codes as slips to cut apart: ten on a page, each with the link as a code square. */
final class SlipSheet {

    private static final int COLUMNS = 2;
    private static final int ROWS = 5;
    private static final double LEFT = 38;
    private static final double TOP = 72;
    private static final double WIDTH = 359;
    private static final double HEIGHT = 198;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", Locale.CHINA);

    private final PaperBook book;
    private final String institution;
    private final String sitting;

    private SlipSheet(PaperBook book, String institution, String sitting) {
        this.book = book;
        this.institution = institution;
        this.sitting = sitting;
    }

    /** @param entries those with a code */
    static void write(
            HouseFonts fonts, String institution, String sitting, List<ActivationEntry> entries, OutputStream out)
            throws IOException {
        try (PaperBook book = fonts.book("激活条 " + sitting)) {
            new SlipSheet(book, institution, sitting).pages(entries);
            book.save(out);
        }
    }

    private void pages(List<ActivationEntry> entries) throws IOException {
        int onPage = COLUMNS * ROWS;
        for (int from = 0; from == 0 || from < entries.size(); from += onPage) {
            try (Canvas canvas = book.page()) {
                page(canvas, entries.subList(from, Math.min(entries.size(), from + onPage)));
            }
        }
    }

    private void page(Canvas canvas, List<ActivationEntry> entries) throws IOException {
        TextStyle note = TextStyle.regular(12, Palette.INK_2);
        canvas.text(LEFT, 50, note, book.drawable(institution + " · " + sitting + " · 激活条：沿线剪开，当面或单独交给本人"));
        if (entries.isEmpty()) {
            canvas.text(LEFT, 100, TextStyle.regular(16, Palette.INK), "没有尚未使用的激活码。");
        }
        for (int i = 0; i < entries.size(); i++) {
            slip(canvas, LEFT + i % COLUMNS * WIDTH, TOP + i / COLUMNS * HEIGHT, entries.get(i));
        }
    }

    private void slip(Canvas canvas, double x, double y, ActivationEntry entry) throws IOException {
        cutLines(canvas, x, y);
        canvas.text(x + 16, y + 38, TextStyle.bold(20, Palette.INK), book.drawable(entry.name()));
        TextStyle small = TextStyle.regular(11.5, Palette.INK_2);
        canvas.text(x + 16, y + 58, small, entry.maskedNumber() + "　" + entry.level());
        canvas.text(x + 16, y + 86, small, "激活码（只能用一次）");
        canvas.text(x + 16, y + 108, TextStyle.bold(19, Palette.INK), String.valueOf(entry.code()));
        canvas.text(x + 16, y + 132, small, DAY.format(entry.expiresAt()) + " 前有效");
        canvas.paragraph(x + 16, y + 156, 196, 17, small, "手机扫码，填证件号码后四位并设置密码，即可核对报名、学习和考试。");
        CodeSquare.draw(canvas, x + 226, y + 32, 116, String.valueOf(entry.link()));
    }

    /** Dashes along the edges of a slip. */
    private static void cutLines(Canvas canvas, double x, double y) throws IOException {
        for (double along = 0; along < WIDTH; along += 9) {
            double end = Math.min(WIDTH, along + 5);
            canvas.line(x + along, y, x + end, y, 0.6, Palette.INK_3);
            canvas.line(x + along, y + HEIGHT, x + end, y + HEIGHT, 0.6, Palette.INK_3);
        }
        for (double along = 0; along < HEIGHT; along += 9) {
            double end = Math.min(HEIGHT, along + 5);
            canvas.line(x, y + along, x, y + end, 0.6, Palette.INK_3);
            canvas.line(x + WIDTH, y + along, x + WIDTH, y + end, 0.6, Palette.INK_3);
        }
    }
}
