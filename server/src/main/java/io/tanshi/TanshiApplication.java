package io.tanshi;

import io.tanshi.platform.cli.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The one application: a modular monolith with one module per package below this one. */
@SpringBootApplication
@Modulithic(
        systemName = "Tanshi 碳师",
        sharedModules = {"kernel", "platform", "audit", "files"})
public class TanshiApplication {

    /** Starts the server, or runs one of the commands that need no server. */
    public static void main(String[] args) {
        if (CommandLine.isCommand(args)) {
            System.exit(CommandLine.run(args));
        }
        SpringApplication.run(TanshiApplication.class, args);
    }
}
