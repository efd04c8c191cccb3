package io.tanshi.enrolment.intake.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SharpnessTest {

    @Test
    void aFaceWithHardEdgesIsSharpAndThroughABlurItIsNot() {
        Property.check(20, seeded -> {
            BufferedImage sharp = drawn(seeded);
            assertThat(Sharpness.of(sharp)).isGreaterThan(Sharpness.ENOUGH);
            assertThat(Sharpness.of(blurred(sharp))).isLessThan(Sharpness.ENOUGH);
        });
    }

    @Test
    void aPictureOfOneColourOrOfOnePixelIsMeasuredWithoutFault() {
        assertThat(Sharpness.of(new BufferedImage(300, 420, BufferedImage.TYPE_INT_RGB)))
                .isZero();
        assertThat(Sharpness.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
                .isZero();
    }

    private static BufferedImage drawn(Seeded seeded) {
        BufferedImage image = new BufferedImage(295, 413, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(67, 142, 219));
        g.fillRect(0, 0, 295, 413);
        g.setColor(new Color(0xE8C39E));
        g.fillOval(80, 90, 135, 165);
        g.setColor(Color.BLACK);
        g.fillRect(78, 80, 140, seeded.between(40, 60));
        for (int i = 0; i < seeded.between(4, 9); i++) {
            g.fillOval(seeded.between(90, 190), seeded.between(150, 230), seeded.between(4, 20), 6);
        }
        g.dispose();
        return image;
    }

    /** Seven pixels, three times: as a phone that was moved. */
    private static BufferedImage blurred(BufferedImage image) {
        float[] mean = new float[49];
        Arrays.fill(mean, 1f / 49);
        ConvolveOp blur = new ConvolveOp(new Kernel(7, 7, mean), ConvolveOp.EDGE_NO_OP, null);
        return blur.filter(blur.filter(blur.filter(image, null), null), null);
    }
}
