package io.tanshi.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a rule set from its JSON file, one flat row per clause. */
final class RuleSetFile {

    private RuleSetFile() {}

    static RuleSet read(String resource) {
        try (InputStream in = RuleSetFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The rule set is missing in the application: " + resource);
            }
            return ruleSet(new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleSet parse(String document) {
        return ruleSet(new JsonMapper().readTree(document));
    }

    private static RuleSet ruleSet(JsonNode file) {
        List<Clause> clauses = new ArrayList<>();
        file.get("clauses").forEach(row -> clauses.add(clause(row)));
        return new RuleSet(
                file.get("code").asString(),
                file.get("title").asString(),
                file.get("source").asString(),
                file.get("otherMajorExclusive").asBoolean(),
                new LinkedHashSet<>(strings(file.get("relatedMajors"))),
                clauses,
                strings(file.get("notes")));
    }

    private static Clause clause(JsonNode row) {
        return new Clause(
                level(row.get("level")),
                row.get("clause").asInt(),
                row.get("text").asString(),
                schooling(row),
                new Clause.Work(
                        row.get("minMonths").asInt(), row.get("continuous").asBoolean()),
                certificate(row));
    }

    private static Clause.@Nullable Schooling schooling(JsonNode row) {
        JsonNode education = row.get("minEducation");
        return education.isNull()
                ? null
                : new Clause.Schooling(
                        Education.ofLabel(education.asString()).orElseThrow(),
                        Clause.Major.valueOf(row.get("major").asString()));
    }

    private static Clause.@Nullable HeldCertificate certificate(JsonNode row) {
        JsonNode series = row.get("certSeries");
        return series.isNull()
                ? null
                : new Clause.HeldCertificate(
                        Clause.Series.valueOf(series.asString()),
                        level(row.get("certLevel")),
                        row.get("certMinMonths").asInt());
    }

    private static Level level(JsonNode label) {
        return Level.ofLabel(label.asString()).orElseThrow();
    }

    /** The same document that {@link #parse} reads. */
    static String write(RuleSet set) {
        JsonMapper json = new JsonMapper();
        ObjectNode file = json.createObjectNode()
                .put("code", set.code())
                .put("title", set.title())
                .put("source", set.source())
                .put("otherMajorExclusive", set.otherMajorExclusive());
        ArrayNode majors = file.putArray("relatedMajors");
        set.relatedMajors().stream().sorted().forEach(majors::add);
        ArrayNode clauses = file.putArray("clauses");
        set.clauses().forEach(clause -> row(clauses.addObject(), clause, set.code()));
        ArrayNode notes = file.putArray("notes");
        set.notes().forEach(notes::add);
        return json.writeValueAsString(file);
    }

    private static void row(ObjectNode row, Clause clause, String code) {
        Clause.Schooling schooling = clause.schooling();
        Clause.HeldCertificate certificate = clause.certificate();
        row.put("ruleSet", code)
                .put("level", clause.level().label())
                .put("clause", clause.number())
                .put("text", clause.text())
                .put(
                        "minEducation",
                        schooling == null ? null : schooling.atLeast().label())
                .put("major", (schooling == null ? Clause.Major.ANY : schooling.major()).name())
                .put("minMonths", clause.work().months())
                .put("continuous", clause.work().continuous())
                .put(
                        "certSeries",
                        certificate == null ? null : certificate.series().name())
                .put(
                        "certLevel",
                        certificate == null ? null : certificate.level().label())
                .put("certMinMonths", certificate == null ? 0 : certificate.months());
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asString()));
        return values;
    }
}
