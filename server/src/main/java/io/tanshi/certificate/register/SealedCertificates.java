package io.tanshi.certificate.register;

import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register of certificates keeps encrypted. */
@Configuration(proxyBeanMethods = false)
class SealedCertificates {

    @Bean
    SealedColumns columnsOfHolders() {
        return SealedColumns.of(
                "证书上的持证人资料",
                SealedColumn.of("certificate-holder", "certificate.register_entry", "holder_cipher"));
    }

    @Bean
    SealedColumns columnsOfHolderCodes() {
        return SealedColumns.of(
                "证书查验码",
                SealedColumn.of("certificate-code", "certificate.holder_code", "code_cipher"));
    }
}
