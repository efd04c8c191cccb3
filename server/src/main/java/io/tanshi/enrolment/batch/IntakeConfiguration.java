package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.intake.archive.PackageLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    PackageLimits packageLimits() {
        return PackageLimits.from(System.getenv());
    }
}
