package io.tanshi.notification.outbox;

import io.tanshi.platform.Ticker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class OutboxConfiguration {

    @Bean
    MailAllowance mailAllowance(MailSettings settings, Ticker ticker) {
        return new MailAllowance(settings.perMinute(), ticker);
    }
}
