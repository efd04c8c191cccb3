package io.tanshi.programme.sitting;

import io.tanshi.audit.Actor;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The sittings every installation starts with. */
@Component
public class ShippedSittings {

    /** The shape of the shipped file. */
    record File(List<Entry> sittings) {}

    record Entry(YearMonth month, LocalTime startsAt) {}

    private final SittingPlanning planning;
    private final JsonMapper json;

    ShippedSittings(SittingPlanning planning, JsonMapper json) {
        this.planning = planning;
        this.json = json;
    }

    /** Creates those that do not exist; one that an administrator moved stays where it is. */
    @Transactional
    public void install(String text, Actor actor) {
        json.readValue(text, File.class)
                .sittings()
                .forEach(entry -> planning.createIfMissing(entry.month(), entry.startsAt(), actor));
    }
}
