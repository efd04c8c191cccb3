package io.tanshi.itembank.authoring;

import io.tanshi.programme.Programmes;
import io.tanshi.programme.Syllabus;
import java.util.List;
import org.springframework.stereotype.Component;

/** The syllabus that items are written for. */
@Component
class SyllabusPoints {

    private final Programmes programmes;

    SyllabusPoints(Programmes programmes) {
        this.programmes = programmes;
    }

    List<Syllabus.Topic> topics() {
        return programmes.syllabus().topics();
    }

    /** Whether a knowledge point belongs to a topic, both by their codes. */
    boolean belongs(String topic, String point) {
        return programmes.syllabus().findTopic(topic).stream()
                .flatMap(t -> t.points().stream())
                .anyMatch(p -> p.code().equals(point));
    }
}
