package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import java.util.Set;

/** What a file of the package is for. */
sealed interface FileRole {

    PackageEntry entry();

    PersonTag person();

    /**
     * A photo.
     *
     * @param inPhotoFolder whether it lies where the programme wants it
     */
    record Photo(PackageEntry entry, PersonTag person, boolean inPhotoFolder) implements FileRole {}

    /** A scan of one or two papers. */
    record Paper(PackageEntry entry, PersonTag person, Set<Material> kinds) implements FileRole {}

    /** Nothing that the programme asks for. */
    record Unknown(PackageEntry entry) implements FileRole {
        @Override
        public PersonTag person() {
            return PersonTag.NOBODY;
        }
    }
}
