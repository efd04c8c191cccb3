package io.tanshi.ownership;

import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.identity.session.SignedIn;
import java.lang.annotation.Annotation;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** One handler of ours: a verb and a path. */
record Handler(HttpMethod verb, String path, HandlerMethod method, Set<MediaType> consumed) {

    /** All of them, in the order of their paths. */
    static List<Handler> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("io.tanshi."))
                .flatMap(e -> of(e.getKey(), e.getValue()).stream())
                .sorted(Comparator.comparing(Handler::path)
                        .thenComparing(h -> h.verb().name()))
                .toList();
    }

    private static List<Handler> of(RequestMappingInfo info, HandlerMethod method) {
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(verb -> new Handler(
                                verb.asHttpMethod(),
                                path,
                                method,
                                info.getConsumesCondition().getConsumableMediaTypes())))
                .toList();
    }

    String name() {
        return verb + " " + path;
    }

    boolean isPublic() {
        return find(PublicEndpoint.class) != null;
    }

    boolean isForEverySession() {
        return find(SignedIn.class) != null;
    }

    /** Whether it takes the candidate from the token that was given out at the door of the exam. */
    boolean isOfTheExamRoom() {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(p -> p.getParameterType().getSimpleName().equals("SittingCandidate"));
    }

    Set<Role> roles() {
        Requires requires = find(Requires.class);
        return requires == null ? Set.of() : Set.of(requires.value());
    }

    // The method's own word comes before the class's, as in the guard.
    private <A extends Annotation> @Nullable A find(Class<A> type) {
        boolean ownWord = List.of(PublicEndpoint.class, Requires.class, SignedIn.class).stream()
                .anyMatch(a -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), a));
        return ownWord
                ? AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type)
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }

    /** A request that reaches this handler and no other; what it names does not exist. */
    Call anyCall() {
        Map<String, Object> values = new HashMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
            if (variable != null) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                values.put(String.valueOf(parameter.getParameterName()), anyOf(parameter.getParameterType()));
            }
        }
        Call call = new Call(
                verb,
                UriComponentsBuilder.fromUriString(path).buildAndExpand(values).toUri(),
                null,
                new byte[0],
                Map.of());
        if (consumed.contains(MediaType.APPLICATION_OCTET_STREAM)) {
            return call.bytes(new byte[] {1});
        }
        if (consumed.contains(Call.OFFSET_STREAM)) {
            return call.piece(new byte[] {1});
        }
        return verb.equals(HttpMethod.GET) || verb.equals(HttpMethod.DELETE) ? call : call.json(Map.of());
    }

    private static Object anyOf(Class<?> type) {
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        if (type == int.class) {
            return 2026;
        }
        return type == UUID.class ? UUID.randomUUID() : type == YearMonth.class ? "2026-12" : "x";
    }

    @Override
    public String toString() {
        return name();
    }
}
