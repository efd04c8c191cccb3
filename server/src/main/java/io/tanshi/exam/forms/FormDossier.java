package io.tanshi.exam.forms;

import io.tanshi.audit.Actor;
import io.tanshi.exam.Form;
import io.tanshi.exam.FormId;
import io.tanshi.exam.FormStatus;
import io.tanshi.exam.Variant;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form with its way to the seal.
 *
 * @param inUse whether it is the one that the level's candidates sit
 * @param seed with which its items were drawn
 * @param digest of the content, from the proposal on
 */
record FormDossier(
        Key key,
        FormStatus status,
        boolean inUse,
        FormContent content,
        long seed,
        @Nullable String digest,
        Step assembled,
        @Nullable Step proposed,
        @Nullable Step sealed) {

    /** Which form it is. */
    record Key(FormId id, SittingId sittingId, Level level, Variant variant) {}

    /** Who did something, and when. */
    record Step(UUID by, String label, Instant at) {

        static Step of(Actor actor, Instant at) {
            return new Step(Objects.requireNonNull(actor.id(), "An account acts"), actor.label(), at);
        }
    }

    static FormDossier assembled(Key key, FormContent content, long seed, Step step) {
        return new FormDossier(
                key, FormStatus.DRAFT, key.variant() == Variant.MAIN, content, seed, null, step, null, null);
    }

    FormDossier assembleAnew(FormContent newContent, long newSeed, Step step) {
        return new FormDossier(key, next(FormVerb.ASSEMBLE), inUse, newContent, newSeed, null, step, null, null);
    }

    /** Fixes the content by its digest and hands the form to a second person. */
    FormDossier propose(String contentDigest, Step step) {
        return new FormDossier(key, next(FormVerb.PROPOSE), inUse, content, seed, contentDigest, assembled, step, null);
    }

    FormDossier sendBack() {
        return new FormDossier(key, next(FormVerb.SEND_BACK), inUse, content, seed, null, assembled, null, null);
    }

    /** Whether this account may confirm the seal: not the one that proposed it. */
    boolean canBeSealedBy(Actor actor) {
        return proposed != null && !proposed.by().equals(actor.id());
    }

    /**
     * @throws IllegalStateException when the same person proposed it, or the content is no longer the one proposed
     */
    FormDossier seal(String contentDigest, Step step) {
        if (proposed == null || proposed.by().equals(step.by()) || !contentDigest.equals(digest)) {
            throw new IllegalStateException(
                    "The seal of form " + key.id() + " needs a second person and equal content");
        }
        return new FormDossier(key, next(FormVerb.SEAL), inUse, content, seed, digest, assembled, proposed, step);
    }

    Form form() {
        return new Form(key.id(), key.sittingId(), key.level(), key.variant(), status, content.sections());
    }

    private FormStatus next(FormVerb verb) {
        return verb.from(status).orElseThrow(() -> new IllegalStateException(verb + " is not possible from " + status));
    }
}
