package io.tanshi.identity.login;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.SignedIn;
import io.tanshi.platform.PlatformError;
import io.tanshi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses every handler of ours that is not opened by an annotation to the caller's roles. */
class HandlerGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("io.tanshi.")) {
            check(method);
        }
        return true;
    }

    private static void check(HandlerMethod method) {
        if (find(method, PublicEndpoint.class) != null) {
            return;
        }
        CurrentAccount account = CurrentSession.account()
                .orElseThrow(() -> Problem.of(PlatformError.SIGN_IN_REQUIRED, "你还没有登录，或登录已过期。请登录后重试。"));
        Requires requires = find(method, Requires.class);
        boolean allowed = requires != null
                ? Arrays.stream(requires.value()).anyMatch(account::has)
                : find(method, SignedIn.class) != null;
        if (!allowed) {
            throw Problem.of(PlatformError.FORBIDDEN, forbidden(requires));
        }
    }

    private static String forbidden(@Nullable Requires requires) {
        String roles = Optional.ofNullable(requires).stream()
                .flatMap(r -> Arrays.stream(r.value()))
                .map(r -> r.label())
                .collect(Collectors.joining("、"));
        return "这里需要“" + roles + "”的权限，你的账号没有。请用相应账号登录，或请管理员授权。";
    }

    // The method's own word comes before the class's.
    private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> type) {
        A own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        if (own != null || hasOwnWord(method)) {
            return own;
        }
        return AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }

    private static boolean hasOwnWord(HandlerMethod method) {
        return method.hasMethodAnnotation(PublicEndpoint.class)
                || method.hasMethodAnnotation(Requires.class)
                || method.hasMethodAnnotation(SignedIn.class);
    }
}
