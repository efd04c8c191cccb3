package io.tanshi.programme.edition;

import io.tanshi.programme.Programmes;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewPromiseConfiguration {

    /** Counted by the calendar and the terms in force at the moment of the question. */
    @Bean
    ReviewPromise reviewPromise(WorkingDays days, Programmes programmes) {
        return new ReviewPromise(days::current, () -> programmes.parameters().reviewTerms());
    }
}
