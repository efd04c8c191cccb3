package io.tanshi.itembank.authoring;

import org.springframework.stereotype.Component;

/** Which knowledge point belongs to which topic. */
@Component
class SyllabusPoints {

    boolean belongs(String topic, String point) {
        return topic.matches("T[1-7]") && point.matches(topic + "\\.[1-9]");
    }
}
