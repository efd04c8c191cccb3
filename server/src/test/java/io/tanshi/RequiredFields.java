package io.tanshi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks what is always there as required in the OpenAPI description: every component of a record that is not
 * {@code @Nullable}. The describing library does not read JSpecify's type annotations.
 */
final class RequiredFields {

    private static final Map<String, Class<?>> RECORDS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tanshi").stream()
                    .filter(JavaClass::isRecord)
                    .collect(Collectors.toMap(JavaClass::getSimpleName, RequiredFields::load, (a, b) -> a));

    private RequiredFields() {}

    private static Class<?> load(JavaClass type) {
        try {
            return Class.forName(type.getName(), false, RequiredFields.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static void mark(JsonNode document) {
        for (Map.Entry<String, JsonNode> schema :
                document.path("components").path("schemas").properties()) {
            Class<?> type = typeOf(schema.getKey());
            if (type != null && schema.getValue() instanceof ObjectNode node) {
                require(node, present(type));
            }
        }
    }

    // A page of something is described under the name PageView<Something>.
    private static @Nullable Class<?> typeOf(String name) {
        return RECORDS.getOrDefault(name, name.startsWith("PageView") ? RECORDS.get("PageView") : null);
    }

    private static Map<String, RecordComponent> present(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
    }

    private static void require(ObjectNode schema, Map<String, RecordComponent> present) {
        List<String> names = schema.path("properties").propertyNames().stream()
                .filter(present::containsKey)
                .sorted()
                .toList();
        schema.remove("required");
        if (!names.isEmpty()) {
            ArrayNode required = schema.putArray("required");
            names.forEach(required::add);
        }
    }
}
