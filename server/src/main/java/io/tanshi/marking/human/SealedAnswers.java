package io.tanshi.marking.human;

import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What marking keeps encrypted. */
@Configuration(proxyBeanMethods = false)
class SealedAnswers {

    @Bean
    SealedColumns columnsOfAnswers() {
        return SealedColumns.of(
                "简答题的作答",
                SealedColumn.of("written-answer", "marking.answer_task", "answer"));
    }
}
