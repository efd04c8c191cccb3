package io.tanshi.enrolment.application;

import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What enrolment keeps encrypted. */
@Configuration(proxyBeanMethods = false)
class SealedApplications {

    @Bean
    SealedColumns columnsOfApplications() {
        return SealedColumns.of(
                "报名数据与审核意见",
                SealedColumn.of("enrolment", "enrolment.application", "data_cipher")
                        .boundTo("application:"),
                SealedColumn.of("enrolment", "enrolment.application_step", "words_cipher")
                        .boundTo("application:"),
                SealedColumn.of("enrolment", "enrolment.return_note", "words_cipher")
                        .boundTo("application:"),
                SealedColumn.of("enrolment", "enrolment.review_decision", "content_cipher")
                        .boundTo("review-decision:"),
                SealedColumn.of("enrolment", "enrolment.escalation", "words_cipher")
                        .boundTo("escalation:"),
                SealedColumn.of("enrolment", "enrolment.second_review", "words_cipher")
                        .boundTo("second-review:"),
                SealedColumn.of("enrolment", "enrolment.data_report", "words_cipher")
                        .boundTo("data-report:"),
                SealedColumn.of("enrolment", "enrolment.data_report", "answer_cipher")
                        .boundTo("data-report:"));
    }

    @Bean
    SealedColumns columnsOfBatches() {
        return SealedColumns.of(
                "批次的上传与名单行",
                SealedColumn.of("enrolment", "enrolment.transfer", "facts_cipher")
                        .boundTo("transfer:"),
                SealedColumn.of("enrolment", "enrolment.upload_part", "name_cipher")
                        .boundTo("upload:"),
                SealedColumn.of("enrolment", "enrolment.upload_part", "refusal_cipher")
                        .boundTo("upload:"),
                SealedColumn.of("enrolment", "enrolment.upload", "notices_cipher")
                        .boundTo("upload:"),
                SealedColumn.of("enrolment", "enrolment.upload", "refusal_cipher")
                        .boundTo("upload:"),
                SealedColumn.of("enrolment", "enrolment.batch_row", "data_cipher")
                        .boundTo("batch-row:"),
                SealedColumn.of("enrolment", "enrolment.loose_file", "data_cipher")
                        .boundTo("loose-file:"));
    }
}
