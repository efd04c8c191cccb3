package io.tanshi.enrolment.intake.form;

import java.util.Map;

/**
 * A row as the file holds it.
 *
 * @param number counted from 1
 * @param cells by column, counted from 0; empty ones may be absent
 */
record RawRow(int number, Map<Integer, RawCell> cells) {}
