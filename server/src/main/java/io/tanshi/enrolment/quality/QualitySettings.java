package io.tanshi.enrolment.quality;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** @param percent of how many decisions in a hundred another reviewer looks at again */
@ConfigurationProperties("tanshi.review.second")
record QualitySettings(@DefaultValue("10") int percent) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(QualitySettings.class)
    static class QualityConfiguration {}
}
