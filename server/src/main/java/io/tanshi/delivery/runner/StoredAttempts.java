package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptView;
import io.tanshi.delivery.Attempts;
import io.tanshi.delivery.Response;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.RunningAttempts;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.programme.SittingId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The face towards marking and exam. */
@Component
@Transactional(readOnly = true)
class StoredAttempts implements Attempts, RunningAttempts {

    private final AttemptBook book;
    private final AnswerLog log;

    StoredAttempts(AttemptBook book, AnswerLog log) {
        this.book = book;
        this.log = log;
    }

    @Override
    public AttemptView get(AttemptId id) {
        return book.find(id).map(Attempt::view).orElseThrow(() -> new NoSuchElementException("No attempt " + id));
    }

    @Override
    public Optional<AttemptView> find(AdmissionId admission) {
        return book.find(admission).map(Attempt::view);
    }

    @Override
    public List<AttemptView> ofSitting(SittingId sitting) {
        return book.ofSitting(sitting).stream().map(Attempt::view).toList();
    }

    @Override
    public Map<ItemVersionId, Response> responses(AttemptId id) {
        return log.current(id).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().response()));
    }

    @Override
    public int unfinished(SittingId sitting) {
        return book.unfinished(sitting);
    }
}
