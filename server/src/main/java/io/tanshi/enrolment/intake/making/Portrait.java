package io.tanshi.enrolment.intake.making;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws the head and shoulders of nobody, in a box of 295 × 413. */
final class Portrait {

    private static final List<Color> SKINS =
            List.of(new Color(0xF3D3B4), new Color(0xE9C19C), new Color(0xDDB086), new Color(0xF0C8A8));
    private static final List<Color> HAIRS =
            List.of(new Color(0x14110F), new Color(0x241A14), new Color(0x3A2A1F), new Color(0x1C1C20));
    private static final List<Color> CLOTHES = List.of(
            new Color(0x1D2233), new Color(0x43464F), new Color(0x5B1F2A), new Color(0x254239), new Color(0x2E2A45));

    private final Graphics2D g;
    private final Dice dice;
    private final Color skin;
    private final Color hair;

    private Portrait(Graphics2D g, Dice dice) {
        this.g = g;
        this.dice = dice;
        this.skin = dice.pick(SKINS);
        this.hair = dice.pick(HAIRS);
    }

    /** A picture of that size; the figure keeps its proportions and stands in the middle. */
    static BufferedImage draw(PhotoStyle style, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(style.background());
        g.fillRect(0, 0, width, height);
        double scale = Math.max(width / 295.0, height / 413.0);
        g.translate((width - 295 * scale) / 2, height - 413 * scale);
        g.scale(scale, scale);
        new Portrait(g, new Dice(style.face())).paint();
        g.dispose();
        return image;
    }

    private void paint() {
        boolean longHair = dice.oneIn(2);
        double width = dice.between(66, 76);
        double chin = dice.between(248, 258);
        if (longHair) {
            fill(hair, new RoundRectangle2D.Double(147 - width - 8, 92, 2 * width + 16, 195, 90, 90));
        }
        shoulders();
        fill(skin.darker(), new RoundRectangle2D.Double(120, 215, 55, 62, 20, 20));
        collar();
        fill(skin, new Ellipse2D.Double(147 - width - 7, 165, 18, 34));
        fill(skin, new Ellipse2D.Double(147 + width - 11, 165, 18, 34));
        fill(skin, new Ellipse2D.Double(147 - width, 88, 2 * width, chin - 88));
        hairline(width);
        face();
    }

    private void shoulders() {
        Path2D body = new Path2D.Double();
        body.moveTo(2, 413);
        body.curveTo(10, 320, 70, 285, 147, 280);
        body.curveTo(225, 285, 285, 320, 293, 413);
        body.closePath();
        fill(dice.pick(CLOTHES), body);
    }

    private void collar() {
        Path2D shirt = new Path2D.Double();
        shirt.moveTo(108, 276);
        shirt.lineTo(147, 345);
        shirt.lineTo(187, 276);
        shirt.closePath();
        fill(new Color(0xF4F5F7), shirt);
        if (dice.oneIn(3)) {
            Path2D tie = new Path2D.Double();
            tie.moveTo(140, 300);
            tie.lineTo(155, 300);
            tie.lineTo(158, 413);
            tie.lineTo(137, 413);
            tie.closePath();
            fill(new Color(0x6E1C28), tie);
        }
    }

    private void hairline(double width) {
        Area cap = new Area(new Ellipse2D.Double(147 - width - 3, 70, 2 * width + 6, 150));
        cap.subtract(new Area(new Rectangle2D.Double(0, dice.between(124, 138), 295, 300)));
        fill(hair, cap);
    }

    private void face() {
        int eyes = dice.between(168, 176);
        for (int x : new int[] {116, 178}) {
            fill(Color.WHITE, new Ellipse2D.Double(x - 11, eyes - 6, 22, 12));
            fill(new Color(0x20160F), new Ellipse2D.Double(x - 5, eyes - 6, 11, 12));
            stroke(hair, 4, new Arc2D.Double(x - 15, eyes - 24, 30, 16, 30, 120, Arc2D.OPEN));
        }
        if (dice.oneIn(4)) {
            stroke(new Color(0x2B2B2B), 2.5f, new RoundRectangle2D.Double(96, eyes - 15, 42, 30, 12, 12));
            stroke(new Color(0x2B2B2B), 2.5f, new RoundRectangle2D.Double(157, eyes - 15, 42, 30, 12, 12));
            stroke(new Color(0x2B2B2B), 2.5f, new Rectangle2D.Double(138, eyes - 3, 19, 0.5));
        }
        stroke(skin.darker(), 2.5f, new Arc2D.Double(139, 190, 16, 14, 200, 140, Arc2D.OPEN));
        stroke(new Color(0xA8504B), 4, new Arc2D.Double(122, 205, 50, 22, 215, 110, Arc2D.OPEN));
    }

    private void fill(Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(shape);
    }

    private void stroke(Color colour, float width, Shape shape) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }
}
