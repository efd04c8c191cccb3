package io.tanshi.enrolment.intake.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageReaderTest {

    private static final PackageLimits LIMITS = new PackageLimits(512L << 20, 100, 50L << 20, 200, 100);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"Rar!\u001A\u0007, RAR", "7z\u00BC\u00AF, 7z", "hello, 不是 zip", "'', 空的"})
    void whatIsNoZipIsRefused(String contents, String word) throws IOException {
        Path file = Files.write(folder.resolve("x.zip"), contents.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(file).code()).isEqualTo("not-a-zip");
        assertThat(refusal(file).words()).contains(word);
    }

    @Test
    void aZipThatIsCutOffIsDamaged() throws IOException {
        byte[] whole = zip(out -> put(out, "a.txt", new byte[1000]));
        Path file = Files.write(folder.resolve("x.zip"), Arrays.copyOf(whole, 60));
        assertThat(refusal(file).code()).isEqualTo("zip-damaged");
    }

    @Test
    void anEncryptedZipIsRefused() throws IOException {
        byte[] zip = zip(out -> put(out, "a.txt", new byte[1000]));
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[directory + 8] |= 1;
        assertThat(refusal(Files.write(folder.resolve("x.zip"), zip)).code()).isEqualTo("zip-encrypted");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 14, 93, 95, 99})
    void aMethodOfPackingThatIsNotReadIsRefusedInWords(int method) throws IOException {
        byte[] zip = zip(out -> put(out, "a.txt", new byte[1000]));
        zip[indexOf(zip, new byte[] {'P', 'K', 1, 2}) + 10] = (byte) method;
        PackageRefusedException refusal = refusal(Files.write(folder.resolve("x.zip"), zip));
        assertThat(refusal.code()).isEqualTo("zip-method");
        assertThat(refusal.words()).contains("a.txt");
        assertThat(refusal.fix()).contains("Deflate");
    }

    @Test
    void aBombIsRefusedByItsDirectory() throws IOException {
        Path file = write(out -> put(out, "照片/bomb.jpg", new byte[8 << 20]));
        assertThat(refusal(file).code()).isEqualTo("zip-bomb");
        assertThat(refusal(file).words()).contains("照片/bomb.jpg");
    }

    @Test
    void smallFilesMayShrinkAsMuchAsTheyLike() throws IOException {
        Path file = write(out -> put(out, "zeros.bin", new byte[900_000]));
        try (PackageReader reader = PackageReader.open(file, LIMITS)) {
            assertThat(reader.entries()).hasSize(1);
        }
    }

    @Test
    void anEntryThatLiesAboutItsSizeIsRefusedWhileReading() throws IOException {
        byte[] zip = zip(out -> put(out, "a.bin", new byte[500_000]));
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[directory + 24] = 10;
        zip[directory + 25] = 0;
        zip[directory + 26] = 0;
        Path file = Files.write(folder.resolve("x.zip"), zip);
        try (PackageReader reader = PackageReader.open(file, LIMITS)) {
            PackageEntry entry = reader.entries().getFirst();
            assertThatThrownBy(() -> reader.stream(entry).readAllBytes())
                    .asInstanceOf(type(PackageRefusedException.class))
                    .extracting(PackageRefusedException::code)
                    .isEqualTo("zip-bomb");
        }
    }

    @Test
    void tooManyEntriesAndTooManyBytesAreRefused() throws IOException {
        assertThat(refusal(write(out -> {
                            for (int i = 0; i < 101; i++) {
                                put(out, i + ".txt", new byte[0]);
                            }
                        }))
                        .code())
                .isEqualTo("too-many-entries");
        assertThat(refusal(write(out -> {
                            for (int i = 0; i < 60; i++) {
                                put(out, i + ".txt", new byte[1 << 20]);
                            }
                        }))
                        .code())
                .isEqualTo("package-too-large");
    }

    @Test
    void aDirectoryThatWouldFillTheMemoryIsNotReadToItsEnd() throws IOException {
        Path file = write(out -> {
            for (int i = 0; i < 2_000; i++) {
                put(out, i + "长".repeat(500), new byte[0]);
            }
        });
        assertThat(refusal(file).code()).isEqualTo("too-many-entries");
        assertThat(refusal(file).words()).contains("目录过大", "100");
    }

    @Test
    void namesOf300CharactersAreReadAndAbsurdOnesAreSetAside() throws IOException {
        String usual = "照片/" + "长".repeat(296) + ".jpg";
        Path file = write(out -> {
            put(out, usual, new byte[1]);
            put(out, "学员".repeat(600) + "/a.jpg", new byte[1]);
            put(out, "照片/\u0000\u001B[2J.jpg", new byte[1]);
        });
        try (PackageReader reader = PackageReader.open(file, LIMITS)) {
            assertThat(reader.entries()).extracting(PackageEntry::path).containsExactly(usual);
            assertThat(reader.misnamed()).hasSize(2);
        }
    }

    @Test
    void pathsThatLeadOutAndLeftoversAreSetAside() throws IOException {
        Path file = write(out -> {
            for (String path : List.of(
                    "../x.jpg",
                    "a/../../x.jpg",
                    "/etc/x.jpg",
                    "C:\\x.jpg",
                    "a\\b.jpg",
                    "__MACOSX/._a.jpg",
                    "a/Thumbs.db",
                    "~$报名申报表.xlsx",
                    "a/good.jpg")) {
                put(out, path, new byte[1]);
            }
        });
        try (PackageReader reader = PackageReader.open(file, LIMITS)) {
            assertThat(reader.entries()).extracting(PackageEntry::path).containsExactly("a/b.jpg", "a/good.jpg");
            assertThat(reader.unsafe()).hasSize(4);
            assertThat(reader.junk()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"GBK, 照片2/阿依古丽·买买提.jpg", "GB18030, 照片2/𠮷田文.jpg", "UTF-8, 照片2/𠮷田文.jpg", "GBK, 李联通.jpg", "GBK, 尧.jpg"})
    void namesWithoutAFlagAreReadInTheirCharset(String charset, String name) throws IOException {
        byte[] zip = zip(out -> {
            out.setEncoding(charset);
            out.setUseLanguageEncodingFlag(false);
            put(out, name, new byte[1]);
        });
        assertThat(zip).contains(name.getBytes(Charset.forName(charset)));
        try (PackageReader reader = PackageReader.open(Files.write(folder.resolve("x.zip"), zip), LIMITS)) {
            assertThat(reader.entries()).extracting(PackageEntry::path).containsExactly(name);
        }
    }

    @Test
    void theUnicodeExtraFieldWins() throws IOException {
        byte[] zip = zip(out -> {
            out.setEncoding("US-ASCII");
            out.setUseLanguageEncodingFlag(false);
            out.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.ALWAYS);
            put(out, "照片2/李静.jpg", new byte[1]);
        });
        try (PackageReader reader = PackageReader.open(Files.write(folder.resolve("x.zip"), zip), LIMITS)) {
            assertThat(reader.entries()).extracting(PackageEntry::path).containsExactly("照片2/李静.jpg");
        }
    }

    @Test
    void aLargeEntryIsSpooledToAFileWithoutAName() throws IOException {
        byte[] noise = new byte[3 << 20];
        new SplittableRandom(1).nextBytes(noise);
        Path file = write(out -> put(out, "large.bin", noise));
        try (PackageReader reader = PackageReader.open(file, LIMITS)) {
            try (Spool spool = reader.spool(reader.entries().getFirst())) {
                assertThat(spools(noise.length))
                        .as("a killed check leaves nothing")
                        .isZero();
                assertThat(spool.stream().readAllBytes()).isEqualTo(noise);
                assertThat(spool.stream().readAllBytes()).isEqualTo(noise);
            }
        }
    }

    private static long spools(long size) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("tanshi-intake-"))
                    .filter(file -> file.toFile().length() == size)
                    .count();
        }
    }

    private PackageRefusedException refusal(Path file) {
        try {
            PackageReader.open(file, LIMITS).close();
        } catch (PackageRefusedException e) {
            return e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("The package was taken");
    }

    private interface Contents {
        void writeTo(ZipArchiveOutputStream out) throws IOException;
    }

    private Path write(Contents contents) throws IOException {
        return Files.write(folder.resolve("x.zip"), zip(contents));
    }

    private static byte[] zip(Contents contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            contents.writeTo(out);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipArchiveOutputStream out, String path, byte[] contents) throws IOException {
        out.putArchiveEntry(new ZipArchiveEntry(path));
        out.write(contents);
        out.closeArchiveEntry();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("Not there");
    }
}
