package io.tanshi.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.notification.Language;
import io.tanshi.notification.SmsGateway;
import io.tanshi.notification.template.Words;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
final class LettersTest {

    private final MailWriter writer =
            new MailWriter(new MailSettings("", "", 0, "", "", "", false, 60, "https://tanshi.example", false));

    @Test
    void aMailSaysTheSameInTextAndInMarkupAndLeadsToThePage() {
        Mail mail = written("欧阳·阿依", Language.ZH);
        assertThat(mail.text()).startsWith("欧阳·阿依，您好：").contains("请核对。", "https://tanshi.example/me/ticket");
        assertThat(mail.html()).contains("欧阳·阿依，您好：", "请核对。", "href=\"https://tanshi.example/me/ticket\"");
    }

    @Test
    void aNameIsNeverMarkup() {
        assertThat(written("<img src=x>", Language.EN).html())
                .doesNotContain("<img")
                .contains("&lt;img");
    }

    @Test
    void whatIsPrintedOfAMailNamesNobody() {
        assertThat(written("欧阳·阿依", Language.ZH)).asString().doesNotContain("欧阳", "a@example.com");
    }

    @Test
    void theLogHoldsTheTemplateAndNeitherNumberNorWords(CapturedOutput output) {
        UUID recipient = UUID.randomUUID();
        SmsGateway.Outcome outcome = new LogSms()
                .send(new SmsGateway.Sms(
                        UUID.randomUUID(), "TICKET_READY", recipient, "13812345678", Map.of("sitting", "十二月")));
        assertThat(outcome).isEqualTo(SmsGateway.Outcome.ACCEPTED);
        assertThat(output.getAll())
                .contains("TICKET_READY", recipient.toString())
                .doesNotContain("13812345678", "十二月");
    }

    private Mail written(String name, Language language) {
        return writer.write(
                UUID.randomUUID(),
                "a@example.com",
                name,
                new Letter.Content(new Words("准考证", "请核对。"), language, "/me/ticket", Map.of()));
    }
}
