package io.tanshi.exam.running;

import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRun;
import io.tanshi.programme.ReviewPromise;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a sitting can be closed: everyone is done and nobody may still come in, or the grace after the deadline is over. */
final class ClosingRule {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private ClosingRule() {}

    /**
     * Why not, in words; empty when it can be closed.
     *
     * @param unfinished attempts that are not handed in
     * @param expected seated candidates who have not come yet
     */
    static Optional<String> refusal(SittingRun run, Instant now, int unfinished, int expected) {
        if (run.state() != RunState.OPEN) {
            return Optional.of("本考期" + run.state().label() + "，不能结束。");
        }
        if (!now.isBefore(run.graceEndsAt())) {
            return Optional.empty();
        }
        String otherwise = "，或等到 " + at(run.graceEndsAt()) + " 宽限结束。";
        if (unfinished > 0) {
            return Optional.of("还有 %d 名考生没有交卷。请等全部交卷".formatted(unfinished) + otherwise);
        }
        if (expected > 0 && !now.isAfter(run.lateEntryEndsAt())) {
            return Optional.of("还有 %d 名考生未到，%s 前仍可入场。请等到那时".formatted(expected, at(run.lateEntryEndsAt())) + otherwise);
        }
        return Optional.empty();
    }

    private static String at(Instant instant) {
        return CLOCK.format(instant.atZone(ReviewPromise.ZONE));
    }
}
