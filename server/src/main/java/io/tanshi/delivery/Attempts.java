package io.tanshi.delivery;

import io.tanshi.exam.AdmissionId;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.programme.SittingId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attempts and what was answered in them. */
public interface Attempts {

    /** @throws java.util.NoSuchElementException when no attempt has that id */
    AttemptView get(AttemptId id);

    Optional<AttemptView> find(AdmissionId admission);

    /** In the order of entry. */
    List<AttemptView> ofSitting(SittingId sitting);

    /**
     * The response to each item that was ever touched; an item without an entry, or whose response is not
     * {@linkplain Response#isGiven() given}, is unanswered. Final once the attempt is handed in.
     */
    Map<ItemVersionId, Response> responses(AttemptId id);
}
