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

    /** The same as a picture for the screen: dark areas on white, with the quiet zone that readers need. */
    public static String svg(String address) {
        ByteMatrix modules = modules(address);
        int side = modules.getWidth() + 8;
        StringBuilder areas = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row) == 1) {
                    areas.append("M%d %dh1v1h-1z".formatted(column + 4, row + 4));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>""".formatted(side, areas);
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
