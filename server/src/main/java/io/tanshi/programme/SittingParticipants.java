package io.tanshi.programme;

import java.util.List;

/**
 * Who is concerned when a sitting's date moves. A port: whoever registers people for sittings implements it, so that an
 * administrator sees the figures before saving.
 */
public interface SittingParticipants {

    /**
     * People of one institution.
     *
     * @param institution its name
     */
    record Share(String institution, int people) {}

    /** One entry for each institution with people in the sitting; empty when there is none. */
    List<Share> of(SittingId sitting);
}
