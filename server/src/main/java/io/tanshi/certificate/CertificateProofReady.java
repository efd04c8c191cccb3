package io.tanshi.certificate;

import io.tanshi.identity.session.PersonId;
import java.time.Instant;

/** The proof of a certificate waits for its holder; told again when it was made anew. */
public record CertificateProofReady(CertificateId certificateId, PersonId personId, Instant at) {}
