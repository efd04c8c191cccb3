package io.tanshi.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.Response;
import io.tanshi.itembank.ItemVersionId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ChainTest {

    private static final AttemptId ATTEMPT = new AttemptId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final ItemVersionId ITEM = ItemVersionId.of("00000000-0000-7000-8000-00000000000a");

    /** The same vector stands in web/apps/exam/src/log/chain.test.ts. */
    @Test
    void theChainIsTheOneTheCandidatesScreenComputes() {
        List<LogEntry> entries = List.of(
                entry(1, new Response(List.of("B", "D"), ""), null, 1798246800000L),
                entry(2, null, true, 1798246801234L),
                entry(3, new Response(List.of(), "边界\n𠮷 tCO₂"), null, 1798246802000L));
        List<String> expected = List.of(
                "6c66e38269af4957e6fd0e5b5d6ab7854b5826982502c38957aa02a1e0222048",
                "966a5980550554c687138c251f65cf891e9dc5cfd378fae6053d8db4ac91204e",
                "c12e9749411fbcc157c76182c76493ca425764da2af3eb880bcfa02eb895bbce");
        byte[] hash = Chain.start(ATTEMPT);
        for (int i = 0; i < entries.size(); i++) {
            hash = Chain.next(hash, entries.get(i));
            assertThat(HexFormat.of().formatHex(hash)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void anyChangeChangesTheReceiptNumber() {
        byte[] one = Chain.start(ATTEMPT);
        byte[] other = Chain.next(one, entry(1, new Response(List.of("A"), ""), null, 0));
        assertThat(Chain.receiptNumber(ATTEMPT, one))
                .matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}")
                .isNotEqualTo(Chain.receiptNumber(ATTEMPT, other));
    }

    private static LogEntry entry(
            long seq,
            @org.jspecify.annotations.Nullable Response response,
            @org.jspecify.annotations.Nullable Boolean flagged,
            long at) {
        return new LogEntry(seq, ITEM, response, flagged, at, new byte[32]);
    }
}
