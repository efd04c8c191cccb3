package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of one person.
 *
 * @param photo null when none was found or its name belongs to somebody else
 * @param papers by kind, only those that were found and are not empty
 */
public record MatchedFiles(@Nullable PackageEntry photo, Map<Material, PackageEntry> papers) {
    public MatchedFiles {
        papers = Map.copyOf(papers);
    }

    /** How many there are; one that shows two papers counts for both. */
    public int count() {
        return papers.size() + (photo == null ? 0 : 1);
    }
}
