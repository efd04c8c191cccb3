package io.tanshi.exam.forms;

import io.tanshi.exam.Form;
import io.tanshi.exam.FormId;
import io.tanshi.exam.FormStatus;
import io.tanshi.exam.Forms;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out forms; a sealed one only after its content was found to have the digest it was sealed with. */
@Component
class StoredForms implements Forms {

    private final FormStore store;
    private final ContentDigest digest;
    // Sealed forms never change, a year has about forty of them.
    private final Map<FormId, Form> sealed = new ConcurrentHashMap<>();

    StoredForms(FormStore store, ContentDigest digest) {
        this.store = store;
        this.digest = digest;
    }

    @Override
    @Transactional(readOnly = true)
    public Form get(FormId id) {
        Form known = sealed.get(id);
        return known != null ? known : load(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Form> sealed(SittingId sitting, Level level) {
        return store.sealedInUse(sitting, level).map(this::get);
    }

    private Form load(FormId id) {
        FormDossier dossier = store.find(id).orElseThrow(() -> new NoSuchElementException("No form has the id " + id));
        if (dossier.status() != FormStatus.SEALED) {
            return dossier.form();
        }
        if (!digest.of(dossier.content()).equals(dossier.digest())) {
            throw new IllegalStateException("The content of form " + id + " is not the one that was sealed");
        }
        Form form = dossier.form();
        sealed.put(id, form);
        return form;
    }
}
