package io.tanshi.programme.edition;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Installs the programme's documents: a changed one becomes a new version, an unchanged one is left alone. */
@Component
public class ShippedDocuments {

    private final EditionStore store;
    private final InstalledProgramme installed;
    private final AuditTrail trail;
    private final Clock clock;

    ShippedDocuments(EditionStore store, InstalledProgramme installed, AuditTrail trail, Clock clock) {
        this.store = store;
        this.installed = installed;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param document its name, e.g. {@code syllabus}
     * @param content JSON
     * @param sha256 fingerprint of the content
     */
    @Transactional
    public void install(String document, String content, String sha256, Actor actor) {
        int version = store.newest(document)
                .map(newest -> newest.sha256().equals(sha256) ? 0 : newest.version() + 1)
                .orElse(1);
        if (version == 0) {
            return;
        }
        store.add(new EditionStore.Edition(document, version, sha256, content, clock.instant()));
        trail.record(
                actor,
                "programme.document-installed",
                "programme-document",
                document,
                Map.of("version", version, "sha256", sha256));
        installed.changed();
    }
}
