package io.tanshi.enrolment.printing;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.Palette;
import io.tanshi.platform.paper.PaperBook;
import io.tanshi.platform.paper.Portrait;
import io.tanshi.platform.paper.TextStyle;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One person's 报名审核表 on one A4 page: what the institution wrote, the photo, the statement, lines to sign on. */
final class ReviewFormSheet {

    /**
     * @param condition the clause relied on with its wording; empty when a person has to rule
     * @param photo null when none can be drawn
     */
    record Filled(
            Registration registration,
            String programme,
            String sitting,
            String institution,
            String condition,
            @Nullable Portrait photo) {

        @Override
        public String toString() {
            return "Filled[protected]";
        }
    }

    private static final double LEFT = 60;
    private static final double WIDTH = 674;
    private static final double LABEL = 104;
    private static final double ROW = 38;
    private static final double TOP = 128;
    private static final double PHOTO_CELL = 134;
    private static final TextStyle LABELS = TextStyle.regular(14, Palette.INK_2);
    private static final TextStyle VALUES = TextStyle.regular(15, Palette.INK);
    private static final String STATEMENT =
            "本人承诺：以上信息及所附材料真实、准确、完整，由本人核对无误；如有虚假，自愿承担取消报名、成绩或证书的后果。本人同意评测机构为报名、考试和发证处理上述个人信息。";

    private final Canvas canvas;
    private final PaperBook book;
    private final Filled filled;
    private double y = TOP;

    private ReviewFormSheet(Canvas canvas, PaperBook book, Filled filled) {
        this.canvas = canvas;
        this.book = book;
        this.filled = filled;
    }

    static void draw(PaperBook book, Filled filled) throws IOException {
        try (Canvas canvas = book.page()) {
            new ReviewFormSheet(canvas, book, filled).draw();
        }
    }

    /** A page that says that there is nobody to print a form for. */
    static void drawNone(PaperBook book) throws IOException {
        try (Canvas canvas = book.page()) {
            canvas.text(LEFT, 74, VALUES, "没有可打印的报名。");
        }
    }

    private void draw() throws IOException {
        double middle = LEFT + WIDTH / 2;
        canvas.fitted(middle, 74, WIDTH, TextStyle.bold(25, Palette.INK).spaced(0.06), filled.programme() + "报名审核表");
        canvas.text(LEFT, 114, LABELS, book.drawable("申报机构：" + filled.institution()));
        String sitting = filled.sitting();
        canvas.text(LEFT + WIDTH - canvas.width(LABELS, sitting), 114, LABELS, sitting);
        person();
        schooling();
        wide("申报条件", 62, filled.condition());
        statement();
        opinion("工作单位意见", "情况属实。（单位盖章）", 112);
        opinion("申报机构意见", "已核对原件。（机构盖章）", 112);
        opinion("评测机构审核", "", 104);
        canvas.rectangle(LEFT, TOP, WIDTH, y - TOP, 1.4, Palette.INK);
        canvas.text(
                LEFT, y + 24, TextStyle.regular(11.5, Palette.INK_3), "本表由系统按申报信息填写；请核对、签名、盖章后扫描，作为“报名审核表”提交。涂改无效。");
    }

    private void person() throws IOException {
        double narrow = WIDTH - PHOTO_CELL;
        double top = y;
        pair(narrow, Column.NAME, Column.SEX);
        pair(narrow, Column.DOCUMENT_TYPE, Column.PHONE);
        single(narrow, Column.DOCUMENT_NUMBER);
        pair(narrow, Column.LEVEL, Column.SITTING);
        double x = LEFT + narrow;
        canvas.line(x, top, x, y, 0.7, Palette.INK);
        canvas.line(x, y, x + PHOTO_CELL, y, 0.7, Palette.INK);
        // 25 by 35 millimetres, as on the certificate.
        double photoX = x + (PHOTO_CELL - 94.5) / 2;
        double photoY = top + (y - top - 132.3) / 2;
        Portrait photo = filled.photo();
        if (photo != null) {
            canvas.image(photo.picture(), photoX, photoY, 94.5, 132.3);
        } else {
            canvas.rectangle(photoX, photoY, 94.5, 132.3, 0.7, Palette.INK_3);
            canvas.centred(photoX + 47, photoY + 70, LABELS, "贴照片");
        }
    }

    private void schooling() throws IOException {
        pair(WIDTH, Column.EDUCATION, Column.MAJOR);
        pair(WIDTH, Column.SCHOOL, Column.GRADUATED);
        pair(WIDTH, Column.EMPLOYER, Column.POSITION);
        pair(WIDTH, Column.WORK_YEARS, Column.EMAIL);
        pair(WIDTH, Column.CERTIFICATE_CATEGORY, Column.CERTIFICATE_OBTAINED);
        single(WIDTH, Column.CERTIFICATE_NAME);
    }

    private void pair(double width, Column left, Column right) throws IOException {
        cell(LEFT, width / 2, left.label(), text(left));
        cell(LEFT + width / 2, width / 2, right.label(), text(right));
        under(width);
    }

    private void single(double width, Column column) throws IOException {
        cell(LEFT, width, column.label(), text(column));
        under(width);
    }

    private void under(double width) throws IOException {
        y += ROW;
        canvas.line(LEFT, y, LEFT + width, y, 0.7, Palette.INK);
    }

    private void cell(double x, double width, String label, String value) throws IOException {
        canvas.line(x, y, x, y + ROW, 0.7, Palette.INK);
        canvas.line(x + LABEL, y, x + LABEL, y + ROW, 0.7, Palette.INK);
        canvas.fitted(x + LABEL / 2, y + 24, LABEL - 12, LABELS, label);
        double room = width - LABEL - 16;
        double wide = canvas.width(VALUES, value);
        TextStyle style = wide > room ? VALUES.scaled(Math.max(0.6, room / wide)) : VALUES;
        if (canvas.width(style, value) <= room) {
            canvas.text(x + LABEL + 8, y + 24, style, value);
        } else {
            canvas.paragraph(x + LABEL + 8, y + 16, room, 14, style, value);
        }
    }

    private void wide(String label, double height, String text) throws IOException {
        head(label, height);
        canvas.paragraph(LEFT + LABEL + 8, y + 22, WIDTH - LABEL - 16, 20, VALUES.scaled(0.9), book.drawable(text));
        below(height);
    }

    private void statement() throws IOException {
        double height = 136;
        head("本人承诺", height);
        canvas.paragraph(LEFT + LABEL + 8, y + 24, WIDTH - LABEL - 16, 22, VALUES.scaled(0.93), STATEMENT);
        signature("本人签名", height);
        below(height);
    }

    private void opinion(String label, String words, double height) throws IOException {
        head(label, height);
        canvas.text(LEFT + LABEL + 8, y + 26, LABELS, words);
        signature("经办人", height);
        below(height);
    }

    private void signature(String who, double height) throws IOException {
        double base = y + height - 16;
        canvas.text(LEFT + 330, base, LABELS, who);
        canvas.line(LEFT + 330 + canvas.width(LABELS, who) + 8, base + 3, LEFT + 500, base + 3, 0.7, Palette.INK_2);
        canvas.text(LEFT + 524, base, LABELS, "年　　 月　　 日");
    }

    private void head(String label, double height) throws IOException {
        canvas.line(LEFT + LABEL, y, LEFT + LABEL, y + height, 0.7, Palette.INK);
        canvas.fitted(LEFT + LABEL / 2, y + height / 2 + 5, LABEL - 12, LABELS, label);
    }

    private void below(double height) throws IOException {
        y += height;
        canvas.line(LEFT, y, LEFT + WIDTH, y, 0.7, Palette.INK);
    }

    private String text(Column column) {
        String text = column == Column.NAME
                ? filled.registration().name()
                : filled.registration().text(column);
        return book.drawable(text);
    }
}
