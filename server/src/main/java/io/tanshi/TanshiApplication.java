package io.tanshi;

import io.tanshi.platform.cli.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The one application: a modular monolith with one module per package below this one. */
// Accounts are ours (identity.login); without the exclusion Boot invents a user with a printed password.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(
        systemName = "Tanshi 碳师",
        sharedModules = {"kernel", "postgres", "platform", "audit", "files"})
public class TanshiApplication {

    /** Starts the server, or runs one of the commands that need no server. */
    public static void main(String[] args) {
        if (CommandLine.isCommand(args)) {
            System.exit(CommandLine.run(args));
        }
        SpringApplication.run(TanshiApplication.class, args);
    }
}
