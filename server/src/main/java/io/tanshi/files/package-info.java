/** Stored files: encrypted at rest, found by an opaque id, their type read from the content. */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.tanshi.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
