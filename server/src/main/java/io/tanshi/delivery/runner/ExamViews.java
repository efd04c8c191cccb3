package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptState;
import io.tanshi.exam.Admission;
import io.tanshi.exam.ExamRules;
import io.tanshi.itembank.CandidateItem;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes to a candidate's screen. No type here has a place for a key, a rationale or a mark. */
final class ExamViews {

    private ExamViews() {}

    /**
     * @param document masked
     * @param photo whether {@code /api/exam/photo} has one
     */
    record ExamCardView(String name, String document, boolean photo) {}

    record ExamSeatView(String level, String ticketNumber, String site, String room, int seat) {}

    /** Minutes each, see {@link ExamRules}. */
    record ExamRulesView(
            int durationMinutes,
            int lateEntryMinutes,
            int earliestHandInMinutes,
            int graceMinutes,
            int lostTimeFromMinutes) {}

    /** @param token goes into {@code Authorization: Sitting <token>} of every further request */
    record ExamEntryView(
            String token,
            UUID attemptId,
            ExamCardView card,
            ExamSeatView seat,
            ExamRulesView rules,
            ExamNewsView news) {}

    record ExamMessageView(long position, Instant at, String text) {}

    /**
     * The clock, the state and the news, with every answer of the server.
     *
     * @param deadline during a pause, as if it ended now
     * @param acknowledgedUpTo the last entry of the log that is durably stored
     * @param hash over the log up to it, hexadecimal
     */
    record ExamNewsView(
            AttemptState state,
            Instant now,
            Instant bell,
            Instant deadline,
            Instant handInFrom,
            int extraMinutes,
            long acknowledgedUpTo,
            String hash,
            List<ExamMessageView> messages) {}

    record PaperOptionView(String id, String text) {}

    record PaperItemView(UUID id, String stem, List<PaperOptionView> options) {}

    record ExamSectionView(ItemType kind, String title, String pointsEach, List<PaperItemView> items) {}

    record ExamPaperView(int longestText, List<ExamSectionView> sections) {}

    record SavedAnswerView(UUID itemId, List<String> choices, String text, boolean flagged) {}

    record ReceiptSectionView(ItemType kind, String title, int total, int answered) {}

    record ReceiptView(
            String number,
            Instant at,
            String by,
            int total,
            int answered,
            List<ReceiptSectionView> sections,
            long entries,
            String digest) {}

    /**
     * @param key of the encrypted paper, base 64
     * @param seed of the candidate's order, sixteen hexadecimal digits; see web/apps/exam/src/sealed.ts
     */
    record ExamKeyView(String key, String seed) {}

    /**
     * @param receipt null until handed in; then the answers are left out
     * @param paper digest of the encrypted paper, under which it may be kept: {@code /api/exam/paper?v=<digest>}
     */
    record ExamStateView(
            ExamSeatView seat,
            List<SavedAnswerView> answers,
            @Nullable ReceiptView receipt,
            String paper,
            ExamNewsView news) {}

    static ExamSeatView seat(Admission admission) {
        return new ExamSeatView(
                admission.level().label(),
                admission.ticketNumber(),
                admission.site(),
                admission.room(),
                admission.seat());
    }

    static ExamRulesView rules(ExamRules rules) {
        return new ExamRulesView(
                rules.durationMinutes(),
                rules.lateEntryMinutes(),
                rules.earliestHandInMinutes(),
                rules.graceMinutes(),
                rules.lostTimeFromMinutes());
    }

    static ExamNewsView news(Attempt attempt, Instant now, List<Messages.Message> messages) {
        ExamTime time = attempt.time();
        return new ExamNewsView(
                attempt.state(),
                now,
                time.bell(),
                time.deadline(now),
                time.handInFrom(),
                (int) time.extra().toMinutes(),
                attempt.head().seq(),
                HexFormat.of().formatHex(attempt.head().hash()),
                messages.isEmpty() ? List.of() : messages(messages));
    }

    private static List<ExamMessageView> messages(List<Messages.Message> messages) {
        return messages.stream()
                .map(m -> new ExamMessageView(m.position(), m.at(), m.text()))
                .toList();
    }

    /** In the order of the form; each screen arranges it by its own seed. */
    static ExamPaperView paper(Paper paper) {
        List<ExamSectionView> sections = paper.filled().stream()
                .map(section -> new ExamSectionView(
                        section.kind(),
                        section.title(),
                        section.points(),
                        section.items().stream().map(ExamViews::item).toList()))
                .toList();
        return new ExamPaperView(AnswerRules.LONGEST_TEXT, sections);
    }

    private static PaperItemView item(CandidateItem item) {
        return new PaperItemView(
                item.id().value(),
                item.stem(),
                item.options().stream()
                        .map(option -> new PaperOptionView(option.id(), option.text()))
                        .toList());
    }

    static List<SavedAnswerView> answers(Map<ItemVersionId, AnswerLog.Current> current) {
        return current.entrySet().stream()
                .map(entry -> new SavedAnswerView(
                        entry.getKey().value(),
                        entry.getValue().response().choices(),
                        entry.getValue().response().text(),
                        entry.getValue().flagged()))
                .toList();
    }

    static ReceiptView receipt(HandInReceipts.Receipt receipt) {
        Collection<HandInReceipts.SectionCount> counts = receipt.sections();
        return new ReceiptView(
                receipt.number(),
                receipt.at(),
                receipt.by().label(),
                counts.stream().mapToInt(HandInReceipts.SectionCount::total).sum(),
                counts.stream().mapToInt(HandInReceipts.SectionCount::answered).sum(),
                counts.stream()
                        .map(c -> new ReceiptSectionView(c.kind(), c.title(), c.total(), c.answered()))
                        .toList(),
                receipt.entries(),
                receipt.digest());
    }
}
