package io.tanshi.identity.vault;

import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What identity keeps encrypted. */
@Configuration(proxyBeanMethods = false)
class SealedPeople {

    @Bean
    SealedColumns columnsOfPeople() {
        return SealedColumns.of(
                "人员的证件号、电话与变更记录",
                SealedColumn.of("person", "identity.person", "id_number_cipher"),
                SealedColumn.of("person", "identity.person", "phone_cipher"),
                SealedColumn.of("person", "identity.person_change", "before_cipher").boundToColumn("person_id"),
                SealedColumn.of("person", "identity.person_change", "reason_cipher").boundToColumn("person_id"),
                SealedColumn.of("person", "identity.person_alias", "reason_cipher").boundToColumn("person_id"),
                SealedColumn.of("person", "identity.erasure", "reason_cipher").boundToColumn("person_id"));
    }

    @Bean
    SealedColumns columnsOfCodes() {
        return SealedColumns.of(
                "激活码与联系邮箱",
                SealedColumn.of("activation-code", "identity.activation_code", "code_cipher"),
                SealedColumn.of("account", "identity.account", "email_cipher").boundTo("account-email:"));
    }
}
