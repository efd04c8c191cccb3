package io.tanshi.itembank.authoring;

import io.tanshi.itembank.CandidateItem.Option;
import io.tanshi.itembank.authoring.ItemContent.SchemePoint;
import java.util.List;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists of a version as they stand in its JSON columns. */
final class ContentJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Option>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<SchemePoint>> SCHEME = new TypeReference<>() {};

    private ContentJson() {}

    static JSONB write(Object value) {
        return JSONB.valueOf(JSON.writeValueAsString(value));
    }

    static List<Option> options(JSONB column) {
        return JSON.readValue(column.data(), OPTIONS);
    }

    static List<String> strings(JSONB column) {
        return JSON.readValue(column.data(), STRINGS);
    }

    static List<SchemePoint> scheme(JSONB column) {
        return JSON.readValue(column.data(), SCHEME);
    }
}
