package io.tanshi.identity.register;

import io.tanshi.files.FileId;

/**
 * A file that is kept of a person.
 *
 * @param name under which it stands in an export, without an ending
 */
public record HeldFile(String name, FileId file) {

    @Override
    public String toString() {
        return "HeldFile[" + file + "]";
    }
}
