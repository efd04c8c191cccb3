package io.tanshi.delivery.runner;

import io.tanshi.exam.FormSection;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a candidate gets for handing in, and can check later: time, counts, and a digest over every entry. */
@Component
class HandInReceipts {

    private final AttemptBook book;
    private final AnswerLog log;
    private final Papers papers;

    HandInReceipts(AttemptBook book, AnswerLog log, Papers papers) {
        this.book = book;
        this.log = log;
        this.papers = papers;
    }

    /** How many items of a section were answered. */
    record SectionCount(ItemType kind, String title, int total, int answered) {}

    /**
     * @param entries how many entries the log holds
     * @param digest the log's last hash, hexadecimal
     */
    record Receipt(String number, Instant at, Submitter by, List<SectionCount> sections, long entries, String digest) {}

    /** @throws IllegalStateException when the attempt is not handed in */
    @Transactional(readOnly = true)
    Receipt of(Attempt attempt) {
        Attempt.Submission end = attempt.submission();
        if (end == null) {
            throw new IllegalStateException("Attempt " + attempt.id() + " is not handed in");
        }
        Map<ItemVersionId, AnswerLog.Current> answers = log.current(attempt.id());
        List<SectionCount> sections = papers.of(attempt.identity().formId()).sections().stream()
                .map(section -> count(section, answers))
                .toList();
        return new Receipt(
                end.receiptNumber(),
                end.at(),
                end.by(),
                sections,
                attempt.head().seq(),
                HexFormat.of().formatHex(attempt.head().hash()));
    }

    private static SectionCount count(FormSection section, Map<ItemVersionId, AnswerLog.Current> answers) {
        long answered = section.items().stream()
                .filter(item -> {
                    AnswerLog.Current current = answers.get(item);
                    return current != null && current.response().isGiven();
                })
                .count();
        return new SectionCount(section.kind(), section.title(), section.items().size(), (int) answered);
    }

    /**
     * A receipt against the log. A number belongs to one digest only, so that nothing has to be kept for it.
     *
     * @param addedLater entries that a person let in after the hand-in
     */
    record Checked(Instant at, long entries, long addedLater) {}

    @Transactional(readOnly = true)
    Optional<Checked> check(String number, byte[] digest) {
        return book.findByReceipt(number)
                .filter(attempt -> Chain.receiptNumber(attempt.id(), digest).equals(number))
                .flatMap(attempt -> check(attempt, digest));
    }

    private Optional<Checked> check(Attempt attempt, byte[] digest) {
        Attempt.Submission end = attempt.submission();
        if (end == null) {
            return Optional.empty();
        }
        long last = attempt.head().seq();
        return log.seqOf(attempt.id(), digest).map(seq -> new Checked(end.at(), seq, last - seq));
    }
}
