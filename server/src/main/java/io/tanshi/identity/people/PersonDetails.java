package io.tanshi.identity.people;

import io.tanshi.files.FileId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person when registered.
 *
 * @param idNumber 18 characters, already checked
 * @param phone 11 digits, already checked
 */
public record PersonDetails(
        String name,
        String idNumber,
        String phone,
        @Nullable FileId photo) {

    @Override
    public String toString() {
        return "PersonDetails[protected]";
    }
}
