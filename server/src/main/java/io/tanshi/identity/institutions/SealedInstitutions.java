package io.tanshi.identity.institutions;

import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept encrypted of institutions. */
@Configuration(proxyBeanMethods = false)
class SealedInstitutions {

    @Bean
    SealedColumns columnsOfInstitutions() {
        return SealedColumns.of(
                "机构联系人", SealedColumn.of(InstitutionStore.PURPOSE, "identity.institution", "contact_cipher"));
    }
}
