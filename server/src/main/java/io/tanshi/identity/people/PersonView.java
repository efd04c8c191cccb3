package io.tanshi.identity.people;

import io.tanshi.files.FileId;
import io.tanshi.identity.session.PersonId;
import org.jspecify.annotations.Nullable;

/** A person as staff may see it: the name, everything else masked. */
public record PersonView(
        PersonId id,
        String name,
        String maskedIdNumber,
        String maskedPhone,
        @Nullable FileId photo) {}
