package io.tanshi.exam.seating;

import java.util.UUID;

/**
 * An exam site (考点), of which any sitting may use rooms.
 *
 * @param address printed on the ticket
 * @param contact whom a candidate calls; may be empty
 * @param directions how to get there; may be empty
 */
record Site(UUID id, String name, String address, String contact, String directions) {}
