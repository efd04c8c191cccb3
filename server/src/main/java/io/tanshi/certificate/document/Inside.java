package io.tanshi.certificate.document;

import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.CodeSquare;
import io.tanshi.platform.paper.Palette;
import io.tanshi.platform.paper.TextStyle;
import java.io.IOException;

/** The inside page: photo, number and code square on the left, the statement, the level and the seal on the right. */
final class Inside {

    private static final double LEFT = 118;
    private static final double COLUMN = 392;
    private static final double COLUMN_WIDTH = 618;
    private static final double MIDDLE = COLUMN + COLUMN_WIDTH / 2;

    private final Canvas canvas;
    private final CertificateText text;
    private final Wording wording;

    Inside(Canvas canvas, CertificateText text, Wording wording) {
        this.canvas = canvas;
        this.text = text;
        this.wording = wording;
    }

    void draw() throws IOException {
        canvas.fill(Palette.SHEET);
        Dial.draw(canvas, MIDDLE, 410, Palette.PINE, 0.13);
        Neatline.draw(canvas, Palette.INK);
        heading();
        holder();
        statement();
        foot();
        portrait();
        if (text.issue() != null) {
            issued(text.issue());
        } else {
            proof();
        }
    }

    private void heading() throws IOException {
        canvas.fitted(
                MIDDLE, 132, COLUMN_WIDTH, TextStyle.bold(36, Palette.PINE_DEEP).spaced(0.115), wording.title());
        canvas.fitted(
                MIDDLE,
                164,
                COLUMN_WIDTH,
                TextStyle.regular(12.5, Palette.INK_2).spaced(0.19),
                wording.englishTitle());
        Scale.rule(canvas, COLUMN, 186.4, COLUMN_WIDTH, Palette.PINE);
    }

    private void holder() throws IOException {
        TextStyle nameStyle = TextStyle.bold(40, Palette.INK).spaced(0.25);
        double width = canvas.width(nameStyle, text.name());
        if (width > COLUMN_WIDTH - 330) {
            nameStyle = TextStyle.bold(40 * (COLUMN_WIDTH - 330) / width, Palette.INK)
                    .spaced(0.1);
            width = canvas.width(nameStyle, text.name());
        }
        canvas.text(COLUMN, 261, nameStyle, text.name());
        double after = Math.max(COLUMN + width + 40, COLUMN + 181);
        TextStyle small = TextStyle.regular(17, Palette.INK);
        canvas.text(after, 261, small, text.sex());
        canvas.text(after + 41, 261, small, "证件号码 " + text.maskedIdNumber());
    }

    private void statement() throws IOException {
        double baseline = 321.5;
        for (String line : wording.statementLines(text.examDate(), text.level())) {
            canvas.text(COLUMN, baseline, TextStyle.regular(21, Palette.INK).spaced(0.02), line);
            baseline += 40;
        }
        label(COLUMN, 461, "评测级别");
        Scale.levels(canvas, COLUMN, 508, COLUMN_WIDTH, text.level());
    }

    private void foot() throws IOException {
        label(COLUMN, 663.5, "发证机构");
        canvas.text(COLUMN, 691.5, TextStyle.bold(20, Palette.INK).spaced(0.05), wording.issuer());
        canvas.fitted(MIDDLE, 728, COLUMN_WIDTH, TextStyle.regular(12, Palette.INK_2), wording.closing());
    }

    private void portrait() throws IOException {
        canvas.rectangle(LEFT - 1, 103, 182, 254, 1, Palette.INK);
        canvas.image(text.portrait().picture(), LEFT, 104, 180, 252);
        label(LEFT, 401, "证书编号");
    }

    private void issued(CertificateText.Issue issue) throws IOException {
        canvas.text(LEFT, 428, TextStyle.bold(18, Palette.INK), issue.number().printed());
        label(LEFT, 531.5, "扫码或凭姓名和编号查验");
        CodeSquare.draw(canvas, LEFT, 545.6, 148, issue.verifyUrl());
        label(COLUMN, 587.5, "发证日期");
        canvas.text(COLUMN, 615, TextStyle.regular(20, Palette.INK), Wording.chinese(issue.date()));
        Seal.draw(canvas, 907.7, 622, wording);
    }

    private void proof() throws IOException {
        canvas.text(LEFT, 428, TextStyle.regular(18, Palette.INK_3), "签发时编号");
        label(COLUMN, 587.5, "发证日期");
        canvas.text(COLUMN, 615, TextStyle.regular(20, Palette.INK_3), "签发之日");
        canvas.opacity(0.16);
        canvas.turned(
                Canvas.WIDTH / 2, 420, 24, TextStyle.bold(104, Palette.SEAL).spaced(0.3), "校样 未签发");
        canvas.opacity(1);
    }

    private void label(double x, double baseline, String word) throws IOException {
        canvas.text(x, baseline, TextStyle.regular(14, Palette.INK_2), word);
    }
}
