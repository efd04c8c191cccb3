package io.tanshi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DemoApplication
final class HandlerPermissionTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        List<HandlerMethod> silent = mappings.getHandlerMethods().values().stream()
                .filter(m -> m.getBeanType().getName().startsWith("io.tanshi."))
                .filter(m -> Stream.of(Requires.class, SignedIn.class, PublicEndpoint.class)
                        .noneMatch(a -> AnnotatedElementUtils.hasAnnotation(m.getMethod(), a)
                                || AnnotatedElementUtils.hasAnnotation(m.getBeanType(), a)))
                .toList();
        assertThat(silent).isEmpty();
    }
}
