package io.tanshi.identity.login;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.PlatformError;
import io.tanshi.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler its {@link CurrentAccount} parameter. */
class CurrentAccountResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentAccount.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return CurrentSession.account()
                .orElseThrow(() -> Problem.of(PlatformError.SIGN_IN_REQUIRED, "你还没有登录，或登录已过期。请登录后重试。"));
    }
}
