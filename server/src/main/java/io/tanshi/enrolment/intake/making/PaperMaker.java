package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.form.Column;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** Draws the scans of a person's papers, each marked as a specimen. */
final class PaperMaker {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 480;
    private static final Color INK = new Color(0x1E2326);
    private static final Color PALE = new Color(0x7A8587);
    private static final Color SEAL = new Color(200, 40, 40, 150);

    private final Lettering lettering;
    private byte[] cardBack = new byte[0];

    PaperMaker() throws IOException {
        this.lettering = new Lettering();
    }

    /** The scan as JPEG; the back of an identity card is the same for everybody and drawn once. */
    byte[] make(Material kind, Draft draft) throws IOException {
        if (kind != Material.ID_BACK) {
            return draw(kind, draft);
        }
        if (cardBack.length == 0) {
            cardBack = draw(kind, draft);
        }
        return cardBack;
    }

    private byte[] draw(Material kind, Draft draft) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xF7F6F1));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        switch (kind) {
            case ID_FRONT -> cardFront(g, draft);
            case ID_BACK -> cardBack(g);
            case REVIEW_FORM -> form(g, draft);
            case EDUCATION, WORK, OTHER -> letter(g, kind, draft);
        }
        g.setColor(new Color(160, 60, 60, 120));
        lettering.draw(g, "样例 SPECIMEN", WIDTH - 190, HEIGHT - 16, 20);
        g.dispose();
        return Jpegs.encode(image);
    }

    private void cardFront(Graphics2D g, Draft draft) {
        card(g, new Color(0xE4EEF3));
        String number = draft.folderNumber;
        row(g, "姓 名", draft.folderName, 110);
        row(g, "性 别", draft.cell(Column.SEX), 160);
        row(g, "出 生", number.length() == 18 ? number.substring(6, 10) + " 年" : "", 210);
        row(g, "住 址", "某省某市某区某路 1 号", 260);
        row(g, "公民身份号码", number, 390);
        PhotoStyle photo = draft.photo;
        if (photo != null) {
            g.drawImage(Portrait.draw(photo.on(new Color(0xF0F2F4)), 150, 210), 540, 90, null);
        }
    }

    private void cardBack(Graphics2D g) {
        card(g, new Color(0xE9EFE7));
        ink(g, "居民身份证", 285, 150, 38, INK);
        row(g, "签发机关", "某市公安局", 340);
        row(g, "有效期限", "2015.03.01–2035.03.01", 390);
    }

    private void form(Graphics2D g, Draft draft) {
        ink(g, "报名审核表", 300, 60, 32, INK);
        List<String> lines = List.of(
                "姓名  " + draft.folderName + "    性别  " + draft.cell(Column.SEX),
                "证件号码  " + draft.folderNumber,
                "学历  " + draft.cell(Column.EDUCATION) + "    专业  " + draft.cell(Column.MAJOR),
                "工作单位  " + draft.cell(Column.EMPLOYER),
                "申报级别  " + draft.cell(Column.LEVEL) + "    考试批次  " + draft.cell(Column.SITTING),
                "本人承诺所填内容真实有效。    签名：" + draft.folderName);
        g.setStroke(new BasicStroke(1.2f));
        for (int i = 0; i < lines.size(); i++) {
            g.setColor(PALE);
            g.draw(new Rectangle2D.Double(60, 90 + i * 56, 640, 56));
            ink(g, lines.get(i), 76, 126 + i * 56, 21, INK);
        }
    }

    private void letter(Graphics2D g, Material kind, Draft draft) {
        g.setColor(PALE);
        g.setStroke(new BasicStroke(3));
        g.draw(new Rectangle2D.Double(26, 26, WIDTH - 52, HEIGHT - 52));
        double width = lettering.width(kind.label(), 36);
        ink(g, kind.label(), (WIDTH - width) / 2, 100, 36, INK);
        ink(g, "兹证明 " + draft.folderName + "（证件号码 " + draft.folderNumber + "）", 70, 180, 22, INK);
        String what = switch (kind) {
            case EDUCATION ->
                draft.cell(Column.GRADUATED) + " 毕业于 " + draft.cell(Column.SCHOOL) + "，" + draft.cell(Column.MAJOR)
                        + "专业，" + draft.cell(Column.EDUCATION) + "。";
            case WORK -> "在我单位任" + draft.cell(Column.POSITION) + "，从事碳排放相关工作 " + draft.cell(Column.WORK_YEARS) + " 年。";
            default ->
                "于 " + draft.cell(Column.CERTIFICATE_OBTAINED) + " 取得" + draft.cell(Column.CERTIFICATE_NAME) + "。";
        };
        ink(g, what, 70, 230, 22, INK);
        seal(g, kind == Material.WORK ? draft.cell(Column.EMPLOYER) : "发证单位");
    }

    private void seal(Graphics2D g, String owner) {
        g.setColor(SEAL);
        g.setStroke(new BasicStroke(4));
        g.draw(new Ellipse2D.Double(520, 300, 130, 130));
        lettering.draw(g, owner.length() > 8 ? owner.substring(0, 8) : owner, 530, 372, 14);
    }

    private void card(Graphics2D g, Color colour) {
        g.setColor(colour);
        g.fill(new RoundRectangle2D.Double(40, 30, WIDTH - 80, HEIGHT - 60, 36, 36));
    }

    private void row(Graphics2D g, String label, String text, int y) {
        ink(g, label, 80, y, 20, PALE);
        ink(g, text, 80 + Math.max(90, lettering.width(label, 20) + 24), y, 24, INK);
    }

    private void ink(Graphics2D g, String text, double x, double y, double size, Color colour) {
        g.setColor(colour);
        lettering.draw(g, text, x, y, size);
    }
}
