package io.tanshi.exam.forms;

import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What exam keeps encrypted. */
@Configuration(proxyBeanMethods = false)
class SealedFormColumns {

    @Bean
    SealedColumns columnsOfForms() {
        return SealedColumns.of("试卷", SealedColumn.of("exam.form", "exam.form", "content_cipher"));
    }

    @Bean
    SealedColumns columnsOfRoomCodes() {
        return SealedColumns.of("考场代码", SealedColumn.of("exam.room-code", "exam.room", "code_cipher"));
    }
}
