package io.tanshi.itembank;

import java.util.Collection;
import java.util.List;

/** The candidate-safe face of the bank. */
public interface Items {

    /**
     * The versions as a candidate may see them, in the order asked for; also those no longer current.
     *
     * @throws java.util.NoSuchElementException when one of the versions does not exist
     */
    List<CandidateItem> candidateItems(Collection<ItemVersionId> ids);

    /** The approved version of every item that has one, by code. */
    List<PoolEntry> pool();

    /**
     * Marks versions as used in a sealed form (已入卷): they are kept as they are for good. Doing it twice changes nothing.
     *
     * @throws IllegalStateException when one of the versions is not approved at this moment; then none is marked
     */
    void markUsed(Collection<ItemVersionId> ids);
}
