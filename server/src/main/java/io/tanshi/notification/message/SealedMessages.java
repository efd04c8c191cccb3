package io.tanshi.notification.message;

import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What notification keeps encrypted. */
@Configuration(proxyBeanMethods = false)
class SealedMessages {

    @Bean
    SealedColumns columnsOfMessages() {
        return SealedColumns.of(
                "消息与待发邮件",
                SealedColumn.of("notification", "notification.message", "content_cipher").boundTo("message:"),
                SealedColumn.of("notification", "notification.delivery", "content_cipher").boundTo("delivery:"));
    }
}
