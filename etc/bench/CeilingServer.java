import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Spring Boot and Tomcat with virtual threads reach on this machine when a small JSON body is read, bound, and sent
 * back, and nothing else is done: the measure for ./tanshi bench delivery. A process of its own, never shipped.
 */
@RestController
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
public class CeilingServer {

    record Note(long newsAfter, int unsent, int away, boolean handRaised) {}

    @PostMapping("/echo")
    Note echo(@RequestBody Note note) {
        return note;
    }

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(CeilingServer.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "spring.threads.virtual.enabled", "true",
                "spring.main.banner-mode", "off",
                "server.tomcat.max-keep-alive-requests", "-1",
                "logging.level.root", "warn"));
        var context = (ServletWebServerApplicationContext) application.run(args);
        System.out.println("PORT " + Objects.requireNonNull(context.getWebServer()).getPort());
    }
}
