package io.tanshi.exam;

import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.util.Optional;

/** The forms of the sittings. Sealed ones are held in memory, so that asking at the bell costs no database read. */
public interface Forms {

    /**
     * @throws java.util.NoSuchElementException when no form has that id
     * @throws IllegalStateException when a sealed form's content no longer has the digest it was sealed with
     */
    Form get(FormId id);

    /**
     * The sealed form that the candidates of the level sit: the main one, or the spare after the administrator put it in
     * its place. Empty while it is not sealed.
     */
    Optional<Form> sealed(SittingId sitting, Level level);
}
