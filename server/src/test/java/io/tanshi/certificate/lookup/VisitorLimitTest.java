package io.tanshi.certificate.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VisitorLimitTest {

    private final VisitorLimit limit = new VisitorLimit(15);

    @Test
    void anAddressThatAsksTooOftenWaitsAndOthersDoNot() {
        IntStream.range(0, 30)
                .forEach(i -> assertThat(limit.wait("203.0.113.7")).isEmpty());

        assertThat(limit.wait("203.0.113.7")).isPresent();
        assertThat(limit.wait("203.0.113.8")).isEmpty();
    }

    @Test
    void missesEndSooner() {
        int asked = 0;
        while (limit.wait("203.0.113.9").isEmpty()) {
            limit.missed("203.0.113.9");
            asked++;
        }
        assertThat(asked).isLessThan(15);
    }

    @Test
    void addressesOfOneSubscriberCountAsOne() {
        IntStream.range(0, 30).forEach(i -> limit.wait("2001:db8:1:2::" + Integer.toHexString(i)));

        assertThat(limit.wait("2001:db8:1:2:ffff::1")).isPresent();
        assertThat(limit.wait("2001:db8:1:3::1")).isEmpty();
    }
}
