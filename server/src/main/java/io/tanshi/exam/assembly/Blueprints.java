package io.tanshi.exam.assembly;

import io.tanshi.itembank.ItemType;
import io.tanshi.programme.Level;
import io.tanshi.programme.PaperSection;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.Syllabus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The blueprint in force: sections and points from the programme, quotas and aims from the shipped file. */
@Component
public class Blueprints {

    /** The shape of the shipped file. */
    record File(
            String code, String basis, Map<ItemType, Map<String, Integer>> quotas, Map<Level, BigDecimal> difficulty) {}

    private final Programmes programmes;
    private final File file;

    Blueprints(Programmes programmes, JsonMapper json) {
        this.programmes = programmes;
        this.file = read(json);
    }

    /** @throws IllegalStateException when the quotas do not add up to the programme's paper */
    public Blueprint current() {
        return of(programmes.current().composition(), programmes.syllabus(), file);
    }

    static File read(JsonMapper json) {
        try (InputStream in = new ClassPathResource("exam/blueprint.json").getInputStream()) {
            return json.readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The application lacks its blueprint", e);
        }
    }

    static Blueprint of(List<PaperSection> composition, Syllabus syllabus, File file) {
        List<Blueprint.Section> sections = composition.stream()
                .map(section -> section(section, syllabus, file))
                .toList();
        return new Blueprint(file.basis(), sections, file.difficulty());
    }

    private static Blueprint.Section section(PaperSection paper, Syllabus syllabus, File file) {
        ItemType type = ItemType.valueOf(paper.kind().name());
        Map<String, Integer> given = file.quotas().getOrDefault(type, Map.of());
        Map<String, Integer> quotas = new LinkedHashMap<>();
        syllabus.topics().forEach(topic -> quotas.put(topic.code(), given.getOrDefault(topic.code(), 0)));
        Blueprint.Section section = new Blueprint.Section(type, paper.kind().label(), paper.points(), quotas);
        if (section.count() != paper.count()) {
            throw new IllegalStateException("The blueprint asks for %d of %s, the programme for %d"
                    .formatted(section.count(), type, paper.count()));
        }
        return section;
    }
}
