package io.tanshi.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.Property;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every character is one wide here. */
final class LineBreaksTest {

    @Test
    void aTimeIsNeverCutInTwo() throws IOException {
        String text = "网络故障 1 考场，09:06:56–09:16:56，3 人：交换机掉电，各 10 分钟。";
        for (int room = 18; room < 50; room++) {
            List<String> lines = broken(text, room);
            assertThat(lines).as("room %d", room).anyMatch(line -> line.contains("09:06:56"));
            assertThat(lines).as("room %d", room).anyMatch(line -> line.contains("09:16:56"));
        }
    }

    @Test
    void marksThatCloseStayWithWhatTheyCloseAndMarksThatOpenGoOn() throws IOException {
        assertThat(broken("监考员（何静宜）已批准。", 4)).containsExactly("监考员", "（何静", "宜）已批", "准。");
    }

    @Test
    void whatFitsNowhereIsBrokenBetweenItsCharacters() throws IOException {
        assertThat(broken("摘要 0123456789abcdef", 8)).containsExactly("摘要 01234", "56789abc", "def");
    }

    @Test
    void nothingIsLostAndNoLineIsTooLong() {
        Property.check(seeded -> {
            String text = seeded.chineseName() + "（" + seeded.digits(seeded.between(1, 30)) + "）："
                    + seeded.chineseName() + "，" + seeded.digits(3) + "。";
            int room = seeded.between(2, 20);
            List<String> lines = broken(text, room);
            assertThat(String.join("", lines)).isEqualTo(text);
            assertThat(lines).allMatch(line -> line.length() <= room);
        });
    }

    private static List<String> broken(String text, int room) throws IOException {
        return LineBreaks.lines(text, room, String::length);
    }
}
