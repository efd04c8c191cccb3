package io.tanshi.exam.forms;

import io.tanshi.exam.FormStatus;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether a level's forms are sealed, and still what was sealed: the content is read and digested anew. */
@Component
public class SealInspection {

    /** How the form in use was found. */
    public enum Finding {
        SOUND,
        /** Not sealed, or not even assembled. */
        MISSING,
        /** The items' text is no longer what was sealed. */
        BROKEN
    }

    private final FormStore store;
    private final ContentDigest digest;

    SealInspection(FormStore store, ContentDigest digest) {
        this.store = store;
        this.digest = digest;
    }

    @Transactional(readOnly = true)
    public Finding ofFormInUse(SittingId sitting, Level level) {
        return sealed(sitting, level).stream()
                .filter(FormDossier::inUse)
                .findFirst()
                .map(form -> digest.of(form.content()).equals(form.digest()) ? Finding.SOUND : Finding.BROKEN)
                .orElse(Finding.MISSING);
    }

    /** Whether another sealed form could take the place of the one in use. */
    @Transactional(readOnly = true)
    public boolean hasSpare(SittingId sitting, Level level) {
        return sealed(sitting, level).stream().anyMatch(form -> !form.inUse());
    }

    private List<FormDossier> sealed(SittingId sitting, Level level) {
        return store.ofSitting(sitting).stream()
                .filter(form -> form.key().level() == level && form.status() == FormStatus.SEALED)
                .toList();
    }
}
