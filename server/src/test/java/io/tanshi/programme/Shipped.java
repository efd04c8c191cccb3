package io.tanshi.programme;

import io.tanshi.kernel.WorkingDayCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped data, read without the application. */
public final class Shipped {

    private Shipped() {}

    /** The years that come with the application. */
    public static WorkingDayCalendar calendar() {
        Map<Integer, WorkingDayCalendar.Year> years = new HashMap<>();
        for (JsonNode year : read("working-days").get("years")) {
            years.put(
                    year.get("year").asInt(),
                    new WorkingDayCalendar.Year(dates(year.get("off")), dates(year.get("work"))));
        }
        return new WorkingDayCalendar(years);
    }

    /** The shipped calendar without one year, as if it were not announced. */
    public static WorkingDayCalendar calendarWithout(int year) {
        Map<Integer, WorkingDayCalendar.Year> years = new HashMap<>(calendar().years());
        years.remove(year);
        return new WorkingDayCalendar(years);
    }

    public static ProgrammeParameters parameters() {
        JsonMapper json = new JsonMapper();
        List<Parameter> all = new ArrayList<>();
        read("parameters").get("parameters").forEach(node -> all.add(json.treeToValue(node, Parameter.class)));
        return new ProgrammeParameters(all);
    }

    public static ReviewPromise promise(WorkingDayCalendar days) {
        ProgrammeParameters parameters = parameters();
        return new ReviewPromise(() -> days, parameters::reviewTerms);
    }

    static JsonNode read(String document) {
        try (InputStream in = Shipped.class.getResourceAsStream("/programme/" + document + ".json")) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<LocalDate> dates(JsonNode named) {
        Set<LocalDate> dates = new HashSet<>();
        named.propertyNames().forEach(date -> dates.add(LocalDate.parse(date)));
        return dates;
    }
}
