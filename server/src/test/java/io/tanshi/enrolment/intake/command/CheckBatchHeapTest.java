package io.tanshi.enrolment.intake.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.intake.BadFiles;
import io.tanshi.platform.cli.Console;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is large, or made to fill the memory, is read in half of what the server has. */
final class CheckBatchHeapTest {

    private static final String SITTING = "2027-04";

    @TempDir
    private Path folder;

    /** Checks each file that is named and prints the exit status. */
    static final class Trial {

        private Trial() {}

        public static void main(String[] files) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            for (String file : files) {
                int status = new CheckBatchCommand(new Console(nowhere, System.err))
                        .run(List.of("--json", "--exam", SITTING, file));
                System.out.println("status " + status);
            }
        }
    }

    @Test
    void memoryDoesNotGrowWithWhatIsUploaded() throws Exception {
        BadFiles files = new BadFiles(SITTING, folder);
        List<Path> trials = List.of(
                write("两万行.xlsx", files.rows(20_000)),
                write("长格.xlsx", files.person().form(longCells())),
                write("名字.xlsx", files.person().form(names())),
                entries(50_000, files.person().form()),
                entries(400_000, new byte[0]));

        assertThat(run(trials)).containsExactly("status 1", "status 2", "status 2", "status 1", "status 2");
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** Cells of a thousand characters, forty million in all. */
    private static UnaryOperator<String> longCells() {
        String text = "长" + BadFiles.noise(999);
        StringBuilder rows = new StringBuilder();
        for (int row = 5; row < 8_005; row++) {
            rows.append("<row r=\"").append(row).append("\">");
            for (char column = 'B'; column < 'G'; column++) {
                rows.append("<c r=\"").append(column).append(row).append("\" t=\"inlineStr\"><is><t>");
                rows.append(row).append(text, 0, 990).append("</t></is></c>");
            }
            rows.append("</row>");
        }
        return xml -> xml.replace("</sheetData>", rows + "</sheetData>");
    }

    /** A million elements, each with a name of its own. */
    private static UnaryOperator<String> names() {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            elements.append("<n").append(i * 7919L % 100_000_007).append("/>");
        }
        return xml -> xml.replace("<sheetData>", "<sheetData>" + elements);
    }

    private Path entries(int count, byte[] form) throws IOException {
        Path file = folder.resolve(count + "个文件.zip");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.putNextEntry(new ZipEntry("报名申报表.xlsx"));
            zip.write(form);
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < count; i++) {
                ZipEntry entry = new ZipEntry("学员资料/张三" + i + "/身份证正面.jpg");
                entry.setSize(0);
                entry.setCrc(new CRC32().getValue());
                zip.putNextEntry(entry);
            }
        }
        return file;
    }

    private static List<String> run(List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Trial.class.getName()));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("OutOfMemoryError", "tanshi check-batch");
        return said.lines().filter(line -> line.startsWith("status")).toList();
    }
}
