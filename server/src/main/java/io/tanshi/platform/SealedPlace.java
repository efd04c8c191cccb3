package io.tanshi.platform;

import java.util.Optional;
import java.util.UUID;

/** Where ciphertexts are kept that a rotation of keys encrypts anew. */
public interface SealedPlace {

    /** What is kept there, as the administrator reads it. */
    String label();

    long total();

    /** How many of them are not of the newest key. */
    long outdated();

    /** What one step has done. */
    record Step(int renewed, UUID last) {}

    /**
     * Encrypts the next few outdated ones anew in one transaction, so that a kill loses no more than these few.
     *
     * @param after the last one of the step before
     * @return empty when nothing outdated follows
     */
    Optional<Step> renew(UUID after);
}
