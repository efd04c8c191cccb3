package io.tanshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

final class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(TanshiApplication.class);

    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        MODULES.verify();
    }

    @Test
    void writesTheModulesDocumentation() {
        Path folder = Path.of("target", "modules");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString())).writeDocumentation();
        assertThat(Files.exists(folder.resolve("components.puml"))).isTrue();
    }
}
