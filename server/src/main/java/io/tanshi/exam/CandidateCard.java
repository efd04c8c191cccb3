package io.tanshi.exam;

import io.tanshi.files.FileId;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate and an invigilator compare before the exam begins.
 *
 * @param maskedDocument the document number, 4 + 4 characters readable
 * @param photo null when none was registered
 */
public record CandidateCard(
        String name, String maskedDocument, @Nullable FileId photo) {

    @Override
    public String toString() {
        return "CandidateCard[protected]";
    }
}
