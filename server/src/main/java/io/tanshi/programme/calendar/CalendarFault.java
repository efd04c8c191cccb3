package io.tanshi.programme.calendar;

/**
 * Why a pasted announcement cannot be imported.
 *
 * @param line from 1; 0 when the whole text is meant
 * @param found what stands there
 * @param expected what should stand there, or what to do
 */
record CalendarFault(int line, String found, String expected) {

    private static final int LONGEST = 40;

    CalendarFault {
        found = found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found;
    }

    String words() {
        String where = line == 0 ? "全文" : "第 %d 行".formatted(line);
        return "%s：发现“%s”；%s".formatted(where, found, expected);
    }
}
