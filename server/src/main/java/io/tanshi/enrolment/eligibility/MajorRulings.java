package io.tanshi.enrolment.eligibility;

import java.util.Optional;

/** The rulings on majors that count for one rule set. */
@FunctionalInterface
public interface MajorRulings {

    MajorRulings NONE = _ -> Optional.empty();

    /** @param plainMajor see {@link MajorName#plain} */
    Optional<MajorRuling> on(String plainMajor);
}
