package io.tanshi.certificate.lookup;

/**
 * What surrounds every page of the look-up.
 *
 * @param span which sittings can be found, in words
 */
public record PageFrame(String here, String issuer, String phone, String phoneHours, String span) {}
