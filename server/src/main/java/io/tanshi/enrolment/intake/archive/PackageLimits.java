package io.tanshi.enrolment.intake.archive;

import java.util.Map;
import java.util.Optional;

/**
 * What a package may cost.
 *
 * @param maxUploadBytes size of the upload itself
 * @param maxEntries entries in the directory of the zip
 * @param maxTotalBytes unpacked size of the whole package
 * @param maxRatio unpacked to packed size of one entry, applied above {@link #RATIO_FLOOR}
 * @param maxRows data rows of the form
 */
public record PackageLimits(long maxUploadBytes, int maxEntries, long maxTotalBytes, int maxRatio, int maxRows) {

    /** Below this unpacked size an entry of any ratio is harmless: one mebibyte. */
    public static final long RATIO_FLOOR = 1L << 20;

    /** 512 MiB, 100,000 entries (their directory takes about 100 MB of memory), 4 GiB, 200:1, 20,000 rows. */
    public static PackageLimits defaults() {
        return new PackageLimits(512L << 20, 100_000, 4L << 30, 200, 20_000);
    }

    /**
     * The defaults, changed by {@code TANSHI_INTAKE_MAX_UPLOAD}, {@code …_MAX_ENTRIES}, {@code …_MAX_BYTES} and
     * {@code …_MAX_ROWS}.
     */
    public static PackageLimits from(Map<String, String> environment) {
        PackageLimits defaults = defaults();
        return new PackageLimits(
                Long.parseLong(environment.getOrDefault("TANSHI_INTAKE_MAX_UPLOAD", "" + defaults.maxUploadBytes)),
                Integer.parseInt(environment.getOrDefault("TANSHI_INTAKE_MAX_ENTRIES", "" + defaults.maxEntries)),
                Long.parseLong(environment.getOrDefault("TANSHI_INTAKE_MAX_BYTES", "" + defaults.maxTotalBytes)),
                defaults.maxRatio,
                Integer.parseInt(environment.getOrDefault("TANSHI_INTAKE_MAX_ROWS", "" + defaults.maxRows)));
    }

    /** Why an upload of that size is not taken. */
    public Optional<PackageRefusedException> refusal(long uploadBytes) {
        if (uploadBytes == 0) {
            return Optional.of(Refusals.uploadEmpty());
        }
        return uploadBytes > maxUploadBytes ? Optional.of(Refusals.uploadTooLarge(maxUploadBytes)) : Optional.empty();
    }

    /** Why a package is not read together with others that have so many entries with it. */
    public Optional<PackageRefusedException> refusalTogether(int entries) {
        return entries > maxEntries ? Optional.of(Refusals.tooManyTogether(maxEntries)) : Optional.empty();
    }

    boolean isBomb(long unpacked, long packed) {
        return unpacked > RATIO_FLOOR && unpacked / Math.max(1, packed) >= maxRatio + 1L;
    }
}
