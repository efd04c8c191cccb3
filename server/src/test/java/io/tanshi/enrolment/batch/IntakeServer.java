package io.tanshi.enrolment.batch;

import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The intake with what it stands on, in a process of its own, which {@link IntakeServerTest} kills. Prints its port. */
final class IntakeServer {

    static final String READY = "ready on ";

    private IntakeServer() {}

    public static void main(String[] args) {
        var context = (ServletWebServerApplicationContext) new SpringApplication(Parts.class).run(args);
        System.out.println(
                READY + Objects.requireNonNull(context.getWebServer()).getPort());
    }

    // Without @Configuration, so that no scan of a whole application takes it in.
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @ComponentScan(
            basePackages = {
                "io.tanshi.platform",
                "io.tanshi.audit",
                "io.tanshi.files",
                "io.tanshi.identity",
                "io.tanshi.programme",
                "io.tanshi.enrolment"
            },
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {"io\\.tanshi\\.enrolment\\.demo\\..*", ".*Tests?(\\$.*)?"}),
                @ComponentScan.Filter(TestConfiguration.class)
            })
    static class Parts {}
}
