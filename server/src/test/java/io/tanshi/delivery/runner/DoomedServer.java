package io.tanshi.delivery.runner;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Delivery in a process of its own, which {@link KilledServerTest} kills. Prints its port when it is ready. */
final class DoomedServer {

    static final String READY = "ready on ";

    private DoomedServer() {}

    public static void main(String[] args) {
        var context = (ServletWebServerApplicationContext) new SpringApplication(Parts.class).run(args);
        context.getBean(ExamHour.Hand.class).at(Duration.ofMinutes(10));
        System.out.println(
                READY + Objects.requireNonNull(context.getWebServer()).getPort());
    }

    // Without @Configuration, so that no scan of a whole application takes these stand-ins in.
    @EnableAutoConfiguration
    @ComponentScan({
        "io.tanshi.platform",
        "io.tanshi.audit",
        "io.tanshi.files",
        "io.tanshi.delivery.runner",
        "io.tanshi.delivery.lockdown"
    })
    @Import(ExamHour.class)
    static class Parts {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.csrf(csrf -> csrf.disable()).build();
        }
    }
}
