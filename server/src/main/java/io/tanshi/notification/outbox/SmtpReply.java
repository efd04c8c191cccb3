package io.tanshi.notification.outbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed hand-over says.
 *
 * @param command the last command, null when the failure names none
 * @param code the server's answer, negative when there was none
 * @param whileWriting whether the line broke before the text was out
 */
record SmtpReply(@Nullable String command, int code, boolean whileWriting) {

    private static final String END_OF_TEXT = ".";
    private static final int NONE = -1;

    static SmtpReply of(MessagingException failure) {
        for (Throwable e = failure; e != null; e = next(e)) {
            switch (e) {
                case SMTPAddressFailedException address -> {
                    return new SmtpReply("RCPT", address.getReturnCode(), false);
                }
                case SMTPSenderFailedException sender -> {
                    return new SmtpReply("MAIL", sender.getReturnCode(), false);
                }
                case SMTPSendFailedException send -> {
                    return new SmtpReply(send.getCommand(), send.getReturnCode(), false);
                }
                default -> {}
            }
        }
        // The client says so only when the text itself could not be written, before its end was marked.
        boolean writing = failure.getNextException() instanceof IOException
                && String.valueOf(failure.getMessage()).startsWith("IOException while sending message");
        return new SmtpReply(null, NONE, writing);
    }

    private static @Nullable Throwable next(Throwable e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : e.getCause();
    }

    Outcome outcome() {
        if (code >= 500) {
            return new Outcome.Never(Trouble.REFUSED, code);
        }
        if (code >= 400) {
            return new Outcome.Later(Trouble.TURNED_AWAY, code);
        }
        boolean beforeTheEnd = whileWriting || (command != null && !command.equals(END_OF_TEXT));
        return beforeTheEnd ? new Outcome.Later(Trouble.NO_CONNECTION, null) : new Outcome.Unknown(Trouble.LINE_BROKE);
    }
}
