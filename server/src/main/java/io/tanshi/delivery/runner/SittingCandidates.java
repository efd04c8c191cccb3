package io.tanshi.delivery.runner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the exam's handlers their {@link SittingCandidate} from {@code Authorization: Sitting <token>}. */
@Configuration(proxyBeanMethods = false)
class SittingCandidates implements WebMvcConfigurer {

    private final Entrance entrance;

    SittingCandidates(Entrance entrance) {
        this.entrance = entrance;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SittingCandidate.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver(entrance));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SizeLimit()).addPathPatterns("/api/exam/**");
    }

    private record Resolver(Entrance entrance) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == SittingCandidate.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binderFactory) {
            HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
            return entrance.admit(
                    request.getHeader(HttpHeaders.AUTHORIZATION), servlet == null ? "" : servlet.getRequestURI());
        }
    }

    private static final class SizeLimit implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getContentLengthLong() > ExamLane.LARGEST_REQUEST) {
                throw ExamLane.tooLarge();
            }
            return true;
        }
    }
}
