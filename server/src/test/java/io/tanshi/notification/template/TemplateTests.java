package io.tanshi.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Role;
import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.NotificationError;
import io.tanshi.notification.Placeholder;
import io.tanshi.platform.Problem;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@DemoApplication
final class TemplateTests {

    private static final CurrentAccount ADMIN =
            new CurrentAccount(AccountId.next(), "赵岑", Set.of(Role.ADMINISTRATOR), null, null);

    @Autowired
    private Templates templates;

    @Autowired
    private TemplateDesk desk;

    @ParameterizedTest
    @EnumSource
    void theShippedWordsOfEveryKindAreFilledCompletely(MessageKind kind) {
        Template shipped = templates.history(kind).getLast();
        for (Language language : Language.values()) {
            Words words = desk.preview(kind, language == Language.ZH ? shipped.zh() : shipped.en(), language);
            assertThat(words.subject()).isNotBlank().doesNotContain("{");
            assertThat(words.body()).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void aChangeIsANewVersionAndTheOldOneStays() {
        Template before = templates.current(MessageKind.TICKET_READY);
        Template after = desk.save(edit(before.version(), "{sitting}座位已定"), ADMIN);
        assertThat(templates.current(MessageKind.TICKET_READY).version()).isEqualTo(before.version() + 1);
        assertThat(templates.current(MessageKind.TICKET_READY).zh()).isEqualTo(after.zh());
        assertThat(templates.history(MessageKind.TICKET_READY)).contains(before);
        assertThat(after.in(Language.ZH, Map.of(Placeholder.SITTING, Said.same("甲")))
                        .subject())
                .isEqualTo("甲座位已定");
    }

    @Test
    void anUnknownPlaceholderIsNamedAndNothingIsSaved() {
        int version = templates.current(MessageKind.TICKET_READY).version();
        assertThatThrownBy(() -> desk.save(edit(version, "{姓名}的座位"), ADMIN))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(NotificationError.UNKNOWN_PLACEHOLDER);
                    assertThat(problem.detail()).contains("{姓名}", "{sitting}");
                    assertThat(problem.fields())
                            .extracting(Problem.FieldError::field)
                            .containsExactly("zh.subject");
                });
        assertThat(templates.current(MessageKind.TICKET_READY).version()).isEqualTo(version);
    }

    @Test
    void whoeverEditedAnOlderVersionIsToldSo() {
        int version = templates.current(MessageKind.TICKET_READY).version();
        desk.save(edit(version, "甲"), ADMIN);
        assertThatThrownBy(() -> desk.save(edit(version, "乙"), ADMIN))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(NotificationError.TEMPLATE_CHANGED);
        assertThat(templates.current(MessageKind.TICKET_READY).zh().subject()).isEqualTo("甲");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderIsNotFilledInAgain() {
        Template template = templates.history(MessageKind.TICKET_READY).getLast();
        assertThat(template.in(Language.ZH, Map.of(Placeholder.SITTING, Said.same("{sitting}$1")))
                        .subject())
                .startsWith("{sitting}$1");
    }

    @Test
    void textMessagesAreNotOfferedToStaff() {
        assertThatThrownBy(() -> desk.setChannels(MessageKind.REVIEW_DUE, new Channels(true, true), ADMIN))
                .isInstanceOf(Problem.class);
    }

    private static TemplateDesk.Edit edit(int basedOn, String subject) {
        return new TemplateDesk.Edit(
                MessageKind.TICKET_READY, basedOn, new Words(subject, "正文"), new Words("Seat", "Body"), "措辞");
    }
}
