package io.tanshi.platform.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.util.Map;

/** The code that leads to the public look-up, drawn as areas and not as a picture, so that it stays sharp in print. */
public final class CodeSquare {

    private CodeSquare() {}

    public static void draw(Canvas canvas, double x, double y, double side, String address) throws IOException {
        ByteMatrix modules = modules(address);
        double module = side / modules.getWidth();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); ) {
                int dark = column;
                while (dark < modules.getWidth() && modules.get(dark, row) == 1) {
                    dark++;
                }
                if (dark > column) {
                    double width = (dark - column) * module;
                    canvas.fillRectangle(x + column * module, y + row * module, width, module + 0.05, Palette.INK);
                }
                column = Math.max(dark, column + 1);
            }
        }
    }

    private static ByteMatrix modules(String address) {
        try {
            return Encoder.encode(address, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("The address does not fit a code square", e);
        }
    }
}
