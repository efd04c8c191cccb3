package io.tanshi.delivery.lockdown.seb;

import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the settings of the locked browser keep encrypted. */
@Configuration(proxyBeanMethods = false)
class SealedQuitPasswords {

    @Bean
    SealedColumns columnsOfQuitPasswords() {
        return SealedColumns.of(
                "考试浏览器退出口令", SealedColumn.of(SebSettings.PURPOSE, "delivery.seb_settings", "quit_password_cipher"));
    }
}
