package io.tanshi.codegen;

import io.tanshi.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Runs every module's Flyway migrations on a throw-away PostgreSQL and writes the typed tables, one package
 * {@code io.tanshi.<module>.jooq} per schema, which keeps a table inside its module. Does nothing while the migrations are unchanged.
 */
public final class Generate {

    private Generate() {}

    /** Arguments: the migrations' directory, the build directory of this module. */
    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]).toRealPath();
        Path build = Path.of(args[1]).toAbsolutePath();
        Path sources = build.resolve("generated-sources/jooq");
        Path marker = build.resolve("jooq.sha256");
        String fingerprint = fingerprint(migrations);
        if (Files.exists(marker) && Files.readString(marker).equals(fingerprint)) {
            return;
        }
        System.out.println("Generating typed SQL from the migrations …");
        Path home = build.resolve("postgres-" + ProcessHandle.current().pid());
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(home, Path.of(System.getProperty("user.home"), ".cache/tanshi/postgres"))) {
            List<String> modules = modules(migrations);
            for (String module : modules) {
                migrate(postgres, migrations, module);
            }
            for (String module :
                    modules.stream().filter(m -> !m.equals("__root")).toList()) {
                generate(postgres, module, sources);
            }
        }
        Files.createDirectories(build);
        Files.writeString(marker, fingerprint);
    }

    private static List<String> modules(Path migrations) throws IOException {
        try (Stream<Path> paths = Files.list(migrations)) {
            return paths.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void migrate(EmbeddedPostgres postgres, Path migrations, String module) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("postgres"), EmbeddedPostgres.USER, postgres.password())
                .locations("filesystem:" + migrations.resolve(module))
                .table("flyway_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static void generate(EmbeddedPostgres postgres, String module, Path sources) throws Exception {
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(postgres.jdbcUrl("postgres"))
                        .withUser(EmbeddedPostgres.USER)
                        .withPassword(postgres.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withIncludes(".*")
                                .withExcludes("flyway_.*")
                                .withSchemata(new SchemaMappingType().withInputSchema(module)))
                        .withGenerate(new org.jooq.meta.jaxb.Generate()
                                .withDaos(false)
                                .withPojos(false)
                                .withRecords(true)
                                .withComments(false)
                                .withGlobalCatalogReferences(false)
                                .withDefaultCatalog(false))
                        .withTarget(new Target()
                                .withPackageName("io.tanshi." + module + ".jooq")
                                .withDirectory(sources.toString()))));
    }

    private static String fingerprint(Path migrations) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("3".getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
