package io.tanshi.itembank.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.itembank.ItemType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StarterFilesTests {

    private final StarterFiles files = new StarterFiles((topic, point) -> point.startsWith(topic + "."));

    @Test
    void allShippedItemsAreSound() {
        List<StarterFiles.StarterItem> items = files.read();
        assertThat(items).filteredOn(i -> i.type() == ItemType.SINGLE_CHOICE).hasSizeGreaterThanOrEqualTo(120);
        assertThat(items).filteredOn(i -> i.type() == ItemType.MULTIPLE_CHOICE).hasSizeGreaterThanOrEqualTo(40);
        assertThat(items).filteredOn(i -> i.type() == ItemType.EXTENDED_TEXT).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void aFaultyItemIsNamedWithFileAndCode() {
        assertThatThrownBy(() -> parse("""
                [{"code":"T1-S-900","type":"SINGLE_CHOICE","topic":"T1","point":"T1.1","difficulty":2,"stem":"?",
                  "options":[{"id":"A","text":"1"},{"id":"B","text":"2"}],"key":["A","B"],"rationale":"r",
                  "source":{"document":"d","clause":"c","edition":"e"}}]"""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("T1-S-900")
                .hasMessageContaining("own.json")
                .hasMessageContaining("key");
    }

    @Test
    void aCodeFitsTopicAndType() {
        assertThatThrownBy(() -> parse("[{\"code\":\"T2-S-001\",\"type\":\"SINGLE_CHOICE\",\"topic\":\"T1\"}]"))
                .hasMessageContaining("T2-S-001");
    }

    @Test
    void brokenJsonIsNamedWithItsFile() {
        assertThatThrownBy(() -> parse("[{")).hasMessageContaining("own.json");
    }

    private List<StarterFiles.StarterItem> parse(String json) {
        return files.parse("own.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
