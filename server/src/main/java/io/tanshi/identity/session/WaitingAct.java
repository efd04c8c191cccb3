package io.tanshi.identity.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act that one administrator has proposed and another has to confirm.
 *
 * @param kind {@code module.act}, for example {@code results.release}
 * @param subject the sitting, person or certificate it is about
 * @param count of how many things it would be done at once
 * @param by who proposed it, where that is kept
 */
public record WaitingAct(
        String kind, UUID subject, int count, @Nullable String by) {}
