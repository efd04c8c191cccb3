package io.tanshi.certificate.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A drawn portrait on blue, 25 by 35. */
public final class SamplePhoto {

    private SamplePhoto() {}

    public static byte[] jpeg() throws IOException {
        BufferedImage picture = new BufferedImage(413, 579, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0x4A90D2));
        g.fillRect(0, 0, 413, 579);
        g.setColor(new Color(0x1E1C1D));
        g.fillRoundRect(124, 74, 172, 320, 160, 180);
        g.setColor(new Color(0xE8BFA2));
        g.fillOval(142, 120, 134, 210);
        g.setColor(new Color(0xD9A581));
        g.fillRect(172, 300, 74, 90);
        g.setColor(new Color(0x24303B));
        g.fillRoundRect(10, 380, 393, 320, 240, 240);
        g.setColor(Color.WHITE);
        g.fillPolygon(new int[] {160, 209, 258}, new int[] {382, 560, 382}, 3);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        return out.toByteArray();
    }
}
