package io.tanshi.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is taught and examined: units, topics and knowledge points (deck: 培训大纲). Codes are stable: items, lessons and
 * results refer to them.
 */
public record Syllabus(List<Unit> units) {

    /** A unit (知识单元), e.g. {@code U1}. */
    public record Unit(String code, String title, List<Topic> topics) {
        public Unit {
            topics = List.copyOf(topics);
        }
    }

    /** A topic (技术专题), e.g. {@code T3}. */
    public record Topic(String code, String title, List<Point> points) {
        public Topic {
            points = List.copyOf(points);
        }
    }

    /** A knowledge point (知识点), e.g. {@code T3.2}. */
    public record Point(String code, String title) {}

    public Syllabus {
        units = List.copyOf(units);
        Set<String> seen = new HashSet<>();
        codes(units).forEach(code -> {
            if (!seen.add(code)) {
                throw new IllegalArgumentException("The syllabus names a code twice: " + code);
            }
        });
    }

    /** All topics in order. */
    public List<Topic> topics() {
        return units.stream().flatMap(unit -> unit.topics().stream()).toList();
    }

    public Optional<Topic> findTopic(String code) {
        return topics().stream().filter(topic -> topic.code().equals(code)).findFirst();
    }

    public Optional<Point> findPoint(String code) {
        return topics().stream()
                .flatMap(topic -> topic.points().stream())
                .filter(point -> point.code().equals(code))
                .findFirst();
    }

    private static Stream<String> codes(List<Unit> units) {
        return units.stream()
                .flatMap(unit -> Stream.concat(
                        Stream.of(unit.code()),
                        unit.topics().stream()
                                .flatMap(topic -> Stream.concat(
                                        Stream.of(topic.code()),
                                        topic.points().stream().map(Point::code)))));
    }
}
