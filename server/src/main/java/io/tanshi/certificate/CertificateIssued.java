package io.tanshi.certificate;

import io.tanshi.identity.session.PersonId;
import java.time.Instant;

/** A certificate was issued by two persons, numbered and signed; the holder can download it. */
public record CertificateIssued(CertificateId certificateId, PersonId personId, Instant at) {}
