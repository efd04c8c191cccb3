package io.tanshi.programme.calendar;

import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * A year's announcement as an administrator pastes it.
 *
 * <p>Either lines, one day each: {@code 2027-02-06, off, 春节}; commas may be full-width or tabs, dates may be written
 * 2027/2/6 or 2027年2月6日, {@code off}/{@code work} may be 休/班; empty lines, {@code #} comments and a heading are
 * skipped. Or JSON: {@code {"off": {"2027-02-06": "春节"}, "work": {…}}}.
 */
final class CalendarText {

    private static final Set<String> OFF = Set.of("off", "daysOff", "holidays");
    private static final Set<String> WORK = Set.of("work", "adjustedWorkdays", "workdays");

    private CalendarText() {}

    static CalendarReading read(int year, String text) {
        YearDraft draft = new YearDraft(year);
        if (text.stripLeading().startsWith("{")) {
            readJson(text, draft);
        } else {
            readLines(text.lines().toList(), draft);
        }
        return draft.finish();
    }

    private static void readLines(List<String> lines, YearDraft draft) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean heading = i == 0 && !line.isEmpty() && !Character.isDigit(line.charAt(0));
            if (line.isEmpty() || line.startsWith("#") || heading) {
                continue;
            }
            String[] cells = line.split("\\s*[,，\\t;；]\\s*", 3);
            if (cells.length == 3) {
                draft.add(i + 1, cells[0], cells[1], cells[2]);
            } else {
                draft.fault(i + 1, line, "应为三列：日期、off 或 work、名称，例如 2027-02-06, off, 春节");
            }
        }
    }

    private static void readJson(String text, YearDraft draft) {
        try (JsonParser json = new JsonFactory().createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                readMember(json, json.currentName(), draft);
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            draft.fault(line, "JSON", "这一行不是完整的 JSON，请检查引号、逗号和括号");
        }
    }

    private static void readMember(JsonParser json, String name, YearDraft draft) {
        JsonToken value = json.nextToken();
        if (value != JsonToken.START_OBJECT || !(OFF.contains(name) || WORK.contains(name))) {
            json.skipChildren();
            return;
        }
        String kind = OFF.contains(name) ? "off" : "work";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String date = json.currentName();
            int line = json.currentTokenLocation().getLineNr();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                draft.add(line, date, kind, json.getString());
            } else {
                draft.fault(line, date, "名称应为带引号的文字，例如 \"%s\": \"春节\"".formatted(date));
                json.skipChildren();
            }
        }
    }
}
