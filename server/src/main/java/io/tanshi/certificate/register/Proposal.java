package io.tanshi.certificate.register;

import io.tanshi.identity.session.AccountId;
import java.time.Instant;

/** An act that one person has asked for and another has to confirm. */
record Proposal(Act act, AccountId by, String byLabel, Instant at, String reason) {}
