package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Photos with the same bytes that stand for different people. Size and CRC from the directory pick the suspects, so that
 * only those are read twice.
 */
final class SharedPhotos {

    private record Owner(Applicant applicant, PackageEntry photo) {}

    private record Suspicion(long size, long crc) {
        static Suspicion of(PackageEntry photo) {
            return new Suspicion(photo.size(), photo.crc());
        }
    }

    private final PackageReader reader;
    private final Map<Suspicion, List<Owner>> owners = new HashMap<>();

    SharedPhotos(PackageReader reader) {
        this.reader = reader;
    }

    void add(Applicant applicant, PackageEntry photo) {
        if (photo.size() > 0) {
            owners.computeIfAbsent(Suspicion.of(photo), _ -> new ArrayList<>()).add(new Owner(applicant, photo));
        }
    }

    /** Another person whose photo has the same bytes. */
    Optional<Applicant> partnerOf(Applicant applicant, PackageEntry photo) throws IOException {
        List<Owner> suspects = owners.getOrDefault(Suspicion.of(photo), List.of());
        if (suspects.size() < 2) {
            return Optional.empty();
        }
        Optional<String> digest = digest(photo);
        for (Owner suspect : suspects) {
            boolean other = !suspect.applicant().equals(applicant);
            if (digest.isPresent() && other && digest.equals(digest(suspect.photo()))) {
                return Optional.of(suspect.applicant());
            }
        }
        return Optional.empty();
    }

    /** Empty when the photo is damaged, which its own row is told. */
    private Optional<String> digest(PackageEntry photo) throws IOException {
        try (InputStream in = reader.stream(photo)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
            return Optional.of(HexFormat.of().formatHex(sha256.digest()));
        } catch (PackageRefusedException e) {
            throw e;
        } catch (IOException _) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
