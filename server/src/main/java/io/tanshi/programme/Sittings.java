package io.tanshi.programme;

import java.util.List;
import java.util.Optional;

/** The exam periods, each with its stored date and everything derived from it. */
public interface Sittings {

    /**
     * @throws java.util.NoSuchElementException when no sitting has that id
     */
    Sitting get(SittingId id);

    Optional<Sitting> find(SittingId id);

    /** @param code year and month, e.g. {@code 2026-12} */
    Optional<Sitting> findByCode(String code);

    /** Sittings whose exam day is today or later by the business clock, earliest first. */
    List<Sitting> upcoming();

    /** Every sitting, latest first. */
    List<Sitting> all();
}
