package io.tanshi.platform.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** The holder's photo, cut to 25 by 35 about its middle and redrawn, which leaves the camera's metadata behind. */
public final class Portrait {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 840;

    private final BufferedImage picture;

    private Portrait(BufferedImage picture) {
        this.picture = picture;
    }

    /**
     * The portrait in a photo.
     *
     * @param photo JPEG or PNG
     * @throws IOException when it is neither
     */
    public static Portrait of(byte[] photo) throws IOException {
        BufferedImage source = ImageIO.read(new ByteArrayInputStream(photo));
        if (source == null) {
            throw new IOException("The photo is not a picture that can be read");
        }
        double scale = Math.max((double) WIDTH / source.getWidth(), (double) HEIGHT / source.getHeight());
        int width = (int) Math.ceil(source.getWidth() * scale);
        int height = (int) Math.ceil(source.getHeight() * scale);
        BufferedImage portrait = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = portrait.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(source, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
        graphics.dispose();
        return new Portrait(portrait);
    }

    public BufferedImage picture() {
        return picture;
    }
}
