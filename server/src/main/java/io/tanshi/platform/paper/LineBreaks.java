package io.tanshi.platform.paper;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where lines of Chinese and Latin text may end (the JDK's line breaking): between ideographs, never
 * inside a time, a number or a word, never before a mark that closes nor after one that opens.
 */
final class LineBreaks {

    private LineBreaks() {}

    @FunctionalInterface
    interface Measure {
        double width(String text) throws IOException;
    }

    /** What is wider than the room by itself, as a digest may be, is broken between its characters. */
    static List<String> lines(String text, double room, Measure measure) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String unit : units(text, room, measure)) {
            if (!line.isEmpty() && measure.width((line + unit).stripTrailing()) > room) {
                lines.add(line.stripTrailing());
                line = "";
            }
            line += unit;
        }
        lines.add(line.stripTrailing());
        return lines;
    }

    private static List<String> units(String text, double room, Measure measure) throws IOException {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
        breaks.setText(text);
        List<String> units = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (isInsideATime(text, to)) {
                continue;
            }
            String unit = text.substring(from, to);
            if (measure.width(unit.stripTrailing()) <= room) {
                units.add(unit);
            } else {
                unit.codePoints().mapToObj(Character::toString).forEach(units::add);
            }
            from = to;
        }
        return units;
    }

    // The JDK follows rules older than Unicode's, which keep digits and a colon between them together.
    private static boolean isInsideATime(String text, int at) {
        return at < text.length() && text.charAt(at - 1) == ':' && Character.isDigit(text.charAt(at));
    }
}
