package io.tanshi;

import static org.assertj.core.api.Assertions.assertThat;

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
        // Without a diagram of each single module: those take as long as the rest of the suite's checks together.
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
        assertThat(folder.resolve("components.puml")).exists();
        assertThat(folder.resolve("module-exam.adoc")).exists();
    }
}
