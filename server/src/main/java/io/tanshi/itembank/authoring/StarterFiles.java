package io.tanshi.itembank.authoring;

import io.tanshi.itembank.ItemType;
import io.tanshi.platform.Problem.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the starter items that ship with the application and refuses them all when one is faulty. */
final class StarterFiles {

    /** One shipped item. */
    record StarterItem(String file, String code, ItemType type, String topic, ItemContent content) {

        /** The running number at the end of the code. */
        int number() {
            return Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final BiPredicate<String, String> pointOfTopic;

    /** @param pointOfTopic whether a point (second) belongs to a topic (first) */
    StarterFiles(BiPredicate<String, String> pointOfTopic) {
        this.pointOfTopic = pointOfTopic;
    }

    /**
     * All shipped items, by file and position.
     *
     * @throws IllegalStateException naming file, code and fault
     */
    List<StarterItem> read() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:itembank/starter/*.json");
            Arrays.sort(files, Comparator.comparing(StarterFiles::name));
            List<StarterItem> items = new ArrayList<>();
            for (Resource file : files) {
                try (InputStream in = file.getInputStream()) {
                    items.addAll(parse(name(file), in));
                }
            }
            refuseRepetition(items);
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<StarterItem> parse(String file, InputStream in) {
        try {
            List<StarterItem> items = new ArrayList<>();
            for (JsonNode node : JSON.readTree(in)) {
                items.add(item(file, node));
            }
            return items;
        } catch (JacksonException e) {
            throw new IllegalStateException("Starter file " + file + " is not readable: " + e.getOriginalMessage(), e);
        }
    }

    private StarterItem item(String file, JsonNode node) {
        String code = node.path("code").asString("");
        String topic = node.path("topic").asString("");
        ItemType type = type(file, code, node.path("type").asString(""));
        if (!code.matches(topic + "-" + type.letter() + "-\\d{3}")) {
            throw faulty(file, code, "code does not fit topic " + topic + " and type " + type);
        }
        ItemContent content = JSON.treeToValue(node, ItemContentBody.class).content();
        List<FieldError> faults = ItemRules.faults(type, content, point -> pointOfTopic.test(topic, point));
        if (!faults.isEmpty()) {
            throw faulty(
                    file,
                    code,
                    faults.stream().map(f -> f.field() + ": " + f.message()).collect(Collectors.joining("; ")));
        }
        return new StarterItem(file, code, type, topic, content);
    }

    private static ItemType type(String file, String code, String name) {
        return Arrays.stream(ItemType.values())
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> faulty(file, code, "unknown type '" + name + "'"));
    }

    private static void refuseRepetition(List<StarterItem> items) {
        Set<String> codes = new HashSet<>();
        for (StarterItem item : items) {
            if (!codes.add(item.code())) {
                throw faulty(item.file(), item.code(), "the code occurs twice");
            }
        }
    }

    private static IllegalStateException faulty(String file, String code, String fault) {
        return new IllegalStateException("Starter item " + code + " in " + file + " is faulty: " + fault);
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }
}
