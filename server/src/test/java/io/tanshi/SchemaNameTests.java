package io.tanshi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tanshi.fixtures.DemoApplication;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * In the description of the API a type is known by its simple name. Of two types with one name springdoc keeps one and
 * says nothing, and the typed client is then wrong about the other.
 */
@DemoApplication
final class SchemaNameTests {

    private static final String PAGE = "PageView";

    /** A type of the JSON library, for what has no fixed shape. */
    private static final String ANYTHING = "JsonNode";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void noTwoTypesOfTheApiShareAName() {
        assertThat(sharedNames(typesOfTheApi())).isEmpty();
    }

    @Test
    void everyDescribedTypeIsLookedAt() throws Exception {
        Set<String> described = JsonMapper.builder()
                .build()
                .readTree(Files.readString(Path.of("../web/packages/api-client/openapi.json")))
                .at("/components/schemas")
                .propertyStream()
                .map(schema -> schema.getKey())
                .filter(name -> !name.equals(ANYTHING))
                .map(name -> name.startsWith(PAGE) ? name.substring(PAGE.length()) : name)
                .collect(Collectors.toSet());
        described.removeAll(typesOfTheApi().stream().map(Class::getSimpleName).toList());
        assertThat(described).isEmpty();
    }

    @Test
    void twoTypesOfOneNameAreNamedBoth() {
        assertThat(sharedNames(List.of(One.Twin.class, Other.Twin.class, One.class)))
                .singleElement()
                .asString()
                .contains(One.Twin.class.getName(), Other.Twin.class.getName());
    }

    private static final class One {
        private record Twin() {}
    }

    private static final class Other {
        private record Twin() {}
    }

    private static List<String> sharedNames(Collection<Class<?>> types) {
        return types.stream()
                .collect(Collectors.groupingBy(
                        Class::getSimpleName,
                        Collectors.mapping(Class::getName, Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .filter(name -> name.getValue().size() > 1)
                .map(name -> "%s: %s — rename all but one".formatted(name.getKey(), name.getValue()))
                .sorted()
                .toList();
    }

    private Set<Class<?>> typesOfTheApi() {
        Set<Class<?>> found = new HashSet<>();
        mappings.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("io.tanshi."))
                .flatMap(SchemaNameTests::types)
                .forEach(type -> collect(type, found));
        return found;
    }

    private static Stream<Type> types(HandlerMethod handler) {
        Stream<Type> bodies = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(parameter -> parameter.getGenericParameterType());
        Stream<Type> bound = Stream.concat(Stream.of(handler.getMethod().getGenericReturnType()), bodies);
        return Stream.concat(bound, described(handler));
    }

    /** What a handler that reads and writes its bodies itself says of them. */
    private static Stream<Type> described(HandlerMethod handler) {
        Operation operation = handler.getMethodAnnotation(Operation.class);
        ApiResponse answer = handler.getMethodAnnotation(ApiResponse.class);
        Stream<Content> asked = operation == null
                ? Stream.empty()
                : Arrays.stream(operation.requestBody().content());
        Stream<Content> answered = answer == null ? Stream.empty() : Arrays.stream(answer.content());
        return Stream.concat(asked, answered)
                .<Type>map(content -> content.schema().implementation())
                .filter(type -> type != Void.class);
    }

    private static void collect(Type type, Set<Class<?>> found) {
        switch (type) {
            case ParameterizedType parameterized -> {
                collect(parameterized.getRawType(), found);
                for (Type argument : parameterized.getActualTypeArguments()) {
                    collect(argument, found);
                }
            }
            case GenericArrayType array -> collect(array.getGenericComponentType(), found);
            case WildcardType wildcard -> collect(wildcard.getUpperBounds()[0], found);
            case Class<?> array when array.isArray() -> collect(array.getComponentType(), found);
            case Class<?> named when isDescribedByName(named) && found.add(named) -> collectComponents(named, found);
            default -> {}
        }
    }

    /** Enums and ids are written out where they stand. */
    private static boolean isDescribedByName(Class<?> type) {
        return type.getName().startsWith("io.tanshi.")
                && !type.isEnum()
                && Arrays.stream(type.getDeclaredMethods()).noneMatch(m -> m.isAnnotationPresent(JsonValue.class));
    }

    private static void collectComponents(Class<?> type, Set<Class<?>> found) {
        RecordComponent[] components = type.getRecordComponents();
        if (components != null) {
            for (RecordComponent component : components) {
                collect(component.getGenericType(), found);
            }
        }
    }
}
