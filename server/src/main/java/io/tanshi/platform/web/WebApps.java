package io.tanshi.platform.web;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the three built apps; a path without a file belongs to the app's own router. */
@Configuration(proxyBeanMethods = false)
class WebApps implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        app(registry, "/console/", "console");
        app(registry, "/exam/", "exam");
        registry.addResourceHandler("/verify/**").addResourceLocations("classpath:/static/verify/");
        app(registry, "/", "portal");
    }

    // A resource handler never answers an empty path.
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    private static void app(ResourceHandlerRegistry registry, String base, String name) {
        registry.addResourceHandler(base + "assets/**")
                .addResourceLocations("classpath:/static/" + name + "/assets/")
                .setCacheControl(CacheControl.maxAge(365, TimeUnit.DAYS).immutable());
        String[] patterns = base.equals("/") ? new String[] {"/**"} : new String[] {base, base + "**"};
        registry.addResourceHandler(patterns)
                .addResourceLocations("classpath:/static/" + name + "/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new AppPage());
    }

    /** Falls back to index.html for pages of the app, never for files or the API. */
    private static final class AppPage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            boolean page = !path.startsWith("api/")
                    && !path.substring(path.lastIndexOf('/') + 1).contains(".");
            Resource index = location.createRelative("index.html");
            return page && index.exists() ? index : null;
        }
    }
}
