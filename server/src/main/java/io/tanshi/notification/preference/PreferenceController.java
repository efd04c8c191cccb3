package io.tanshi.notification.preference;

import io.tanshi.identity.people.StaffContacts;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.SignedIn;
import io.tanshi.notification.Audience;
import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.NotificationError;
import io.tanshi.notification.outbox.MailSettings;
import io.tanshi.notification.template.Templates;
import io.tanshi.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the signed-in account wants to be told by e-mail, in which language and where. */
@RestController
@RequestMapping("/api/messages/preferences")
@SignedIn
class PreferenceController {

    private final Preferences preferences;
    private final Templates templates;
    private final Addresses addresses;
    private final StaffContacts staff;
    private final MailSettings mail;

    PreferenceController(
            Preferences preferences, Templates templates, Addresses addresses, StaffContacts staff, MailSettings mail) {
        this.preferences = preferences;
        this.templates = templates;
        this.addresses = addresses;
        this.staff = staff;
        this.mail = mail;
    }

    /** @param offered whether the administrator lets this kind go by e-mail at all */
    record PreferenceLine(MessageKind kind, String label, boolean offered, boolean email) {}

    /**
     * @param mailEnabled whether this installation can send e-mail
     * @param address masked; absent when none is known
     * @param ownAddress whether the address is set here, or comes with the registration
     */
    record PreferencesView(
            Language language,
            boolean mailEnabled,
            @Nullable String address,
            boolean ownAddress,
            List<PreferenceLine> kinds) {}

    record PreferencesRequest(
            @NotNull Language language, @NotNull Set<MessageKind> declined) {}

    /** @param email absent or empty: none any more */
    record ContactAddressRequest(
            @Nullable
            @Size(max = 254, message = "邮箱最多 254 个字符")
            @Pattern(
                    regexp = "|[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}\\.[A-Za-z0-9-]{2,60}",
                    message = "请填写完整的邮箱地址，例如 name@example.com")
            String email) {

        @Override
        public String toString() {
            return "ContactAddressRequest[protected]";
        }
    }

    @GetMapping
    PreferencesView preferences(CurrentAccount me) {
        Recipient recipient = Recipient.of(me);
        Set<MessageKind> declined = preferences.declined(recipient);
        return new PreferencesView(
                preferences.language(recipient),
                mail.isEnabled(),
                addresses.email(recipient).map(PreferenceController::masked).orElse(null),
                !recipient.candidate(),
                kindsFor(me)
                        .map(kind -> new PreferenceLine(
                                kind, kind.label(), templates.channels(kind).email(), !declined.contains(kind)))
                        .toList());
    }

    private static Stream<MessageKind> kindsFor(CurrentAccount me) {
        Set<Audience> of = me.personId() != null
                ? Set.of(Audience.CANDIDATE)
                : me.institutionId() != null ? Set.of(Audience.INSTITUTION) : Set.of(Audience.STAFF);
        return Arrays.stream(MessageKind.values()).filter(kind -> of.contains(kind.audience()));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@Valid @RequestBody PreferencesRequest body, CurrentAccount me) {
        preferences.choose(Recipient.of(me), body.language(), body.declined());
    }

    @PutMapping("/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setAddress(@Valid @RequestBody ContactAddressRequest body, CurrentAccount me) {
        if (me.personId() != null) {
            throw Problem.of(NotificationError.NOT_YOUR_ADDRESS, "考生的邮箱取自报名表。需要更改时，请联系你的培训机构。");
        }
        String email = body.email();
        staff.setEmail(me.accountId(), email == null || email.isEmpty() ? null : email, me.actor());
    }

    private static String masked(String email) {
        int at = email.indexOf('@');
        return email.substring(0, Math.min(2, at)) + "***" + email.substring(at);
    }
}
