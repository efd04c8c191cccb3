package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What is claimed of handlers that deal with somebody's own things.
 *
 * @param <H> what the owner has: ids for the requests
 */
final class Claims<H> {

    private sealed interface Claim<H> {}

    /** The request names something of the owner; a stranger is refused, the owner not. */
    private record Foreign<H>(
            int refusal, Function<H, Call> call, List<Function<H, Call>> detours, String ownersRefusal)
            implements Claim<H> {}

    /** The request names nothing; the mark of the owner stands in the owner's answer and in no other. */
    private record Own<H>(Function<H, Call> call, Function<H, String> mark) implements Claim<H> {}

    /** Nothing of anybody's is named or shown. */
    private record Free<H>(String why) implements Claim<H> {}

    private final Map<String, Claim<H>> claims = new LinkedHashMap<>();

    /** For a stranger, what the call names does not exist. */
    Claims<H> foreign(String handler, Function<H, Call> call) {
        return add(handler, new Foreign<>(404, call, List.of(), ""));
    }

    /** The same; the detour goes through something of the stranger's own. */
    Claims<H> foreign(String handler, Function<H, Call> call, Function<H, Call> detour) {
        return add(handler, new Foreign<>(404, call, List.of(detour), ""));
    }

    /** The same; its owner gets as far as this refusal, because the thing is not in a state for it. */
    Claims<H> foreignOrElse(String ownersRefusal, String handler, Function<H, Call> call) {
        return add(handler, new Foreign<>(404, call, List.of(), ownersRefusal));
    }

    Claims<H> refused(int status, String handler, Function<H, Call> call) {
        return add(handler, new Foreign<>(status, call, List.of(), ""));
    }

    Claims<H> own(String handler, Function<H, Call> call, Function<H, String> mark) {
        return add(handler, new Own<>(call, mark));
    }

    Claims<H> own(String handler, Function<H, String> mark) {
        return own(handler, h -> Call.get(handler.substring("GET ".length())), mark);
    }

    Claims<H> free(String handler, String why) {
        return add(handler, new Free<>(why));
    }

    private Claims<H> add(String handler, Claim<H> claim) {
        assertThat(claims.put(handler, claim)).as("%s stands twice", handler).isNull();
        return this;
    }

    Set<String> handlers() {
        return claims.keySet();
    }

    /** In the order in which they stand here: an owner's call may change what the next one meets. */
    Stream<DynamicTest> tests(H things, Visitor owner, Visitor stranger) {
        return claims.entrySet().stream()
                .filter(e -> !(e.getValue() instanceof Free))
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(), () -> check(e.getKey(), e.getValue(), things, owner, stranger)));
    }

    private static <H> void check(String handler, Claim<H> claim, H things, Visitor owner, Visitor stranger) {
        switch (claim) {
            case Foreign<H> foreign -> checkForeign(handler, foreign, things, owner, stranger);
            case Own<H> own -> checkOwn(handler, own, things, owner, stranger);
            case Free<H> _ -> throw new IllegalArgumentException(handler);
        }
    }

    private static <H> void checkForeign(
            String handler, Foreign<H> foreign, H things, Visitor owner, Visitor stranger) {
        Call call = foreign.call().apply(things);
        assertThatItIsOf(handler, call);
        assertThatItIsRefused(stranger, call, foreign.refusal());
        for (Function<H, Call> detour : foreign.detours()) {
            Call other = detour.apply(things);
            assertThatItIsOf(handler, other);
            assertThatItIsRefused(stranger, other, foreign.refusal());
        }
        // The same call by its owner: otherwise a wrong id would pass for a refusal.
        if (foreign.ownersRefusal().isEmpty()) {
            owner.good(call);
        } else {
            Answer answer = owner.send(call);
            assertThat(answer.problem()).as("%s by its owner: %s", call, answer).isEqualTo(foreign.ownersRefusal());
        }
    }

    private static void assertThatItIsRefused(Visitor stranger, Call call, int refusal) {
        Answer answer = stranger.send(call);
        assertThat(answer.status()).as("%s by a stranger: %s", call, answer).isEqualTo(refusal);
        assertThat(answer.problem()).as("%s: %s", call, answer).isNotEmpty();
    }

    private static <H> void checkOwn(String handler, Own<H> own, H things, Visitor owner, Visitor stranger) {
        Call call = own.call().apply(things);
        assertThatItIsOf(handler, call);
        String mark = own.mark().apply(things);
        assertThat(mark).isNotBlank();
        assertThat(owner.good(call).text()).as("%s by its owner", call).contains(mark);
        assertThat(stranger.good(call).text()).as("%s by a stranger", call).doesNotContain(mark);
    }

    private static void assertThatItIsOf(String handler, Call call) {
        String path = handler.substring(handler.indexOf(' ') + 1);
        assertThat(handler).startsWith(call.verb().name() + " ");
        assertThat(PathPatternParser.defaultInstance
                        .parse(path)
                        .matches(PathContainer.parsePath(call.address().getPath())))
                .as("%s is no call of %s", call, handler)
                .isTrue();
    }
}
