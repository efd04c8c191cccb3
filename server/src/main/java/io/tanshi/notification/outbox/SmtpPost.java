package io.tanshi.notification.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands mails to an SMTP server and tells apart what is certain from what is not: before the final dot of the text the
 * server has taken nothing, after it only its answer counts.
 */
class SmtpPost {

    private static final Logger log = LoggerFactory.getLogger(SmtpPost.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MailSettings.Server server;
    private final String from;
    private final Session session;

    SmtpPost(MailSettings.Server server, String from) {
        this.server = server;
        this.from = from;
        this.session = Session.getInstance(properties(server));
    }

    private static Properties properties(MailSettings.Server server) {
        Properties properties = new Properties();
        String patience = Long.toString(PATIENCE.toMillis());
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.put(protocol + "connectiontimeout", patience);
            properties.put(protocol + "timeout", patience);
            properties.put(protocol + "writetimeout", patience);
            properties.put(protocol + "auth", Boolean.toString(!server.user().isEmpty()));
            // QUIT is answered or not: the mail is taken either way.
            properties.put(protocol + "quitwait", "false");
            properties.put(protocol + "ssl.checkserveridentity", "true");
        }
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        return properties;
    }

    Outcome send(Mail mail) {
        MimeMessage message;
        try {
            message = written(mail);
        } catch (MessagingException e) {
            // The address or the text cannot be put into a mail.
            return new Outcome.Never(Trouble.REFUSED, null);
        }
        Transport transport = transport();
        Outcome outcome = connectAndSend(transport, message);
        close(transport);
        return outcome;
    }

    private Transport transport() {
        try {
            return session.getTransport(server.implicitTls() ? "smtps" : "smtp");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException(e);
        }
    }

    // What the server has answered stands, however the parting goes.
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("The mail server hung up", e);
        }
    }

    private Outcome connectAndSend(Transport transport, MimeMessage message) {
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().isEmpty() ? null : server.user(),
                    server.password().isEmpty() ? null : server.password());
        } catch (MessagingException _) {
            return new Outcome.Later(Trouble.NO_CONNECTION, null);
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted();
        } catch (MessagingException e) {
            return SmtpReply.of(e).outcome();
        }
    }

    private MimeMessage written(Mail mail) throws MessagingException {
        MimeMessage message = new Identified(session, mail.deliveryId(), from);
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(new InternetAddress(from, true));
        helper.setTo(new InternetAddress(mail.to(), true));
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Keeps its own message id through all saving. */
    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(Session session, UUID delivery, String from) {
            super(session);
            this.messageId =
                    "<" + delivery + "@" + from.substring(from.indexOf('@') + 1).replace(">", "") + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
