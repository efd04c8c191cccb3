package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.form.Form;
import io.tanshi.enrolment.intake.form.FormReader;
import io.tanshi.enrolment.intake.form.FormRefusals;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an institution uploads at once, in whatever files: packages and workbooks, opened together and read as one. A file
 * that cannot be taken is named with its reason and sinks none of the others.
 */
public final class Delivery implements Closeable {

    /** One file; its content is opened when its turn comes. */
    public record Part(String name, Content content) {}

    /** Opens the content of a file. */
    @FunctionalInterface
    public interface Content {
        SeekableByteChannel open() throws IOException;
    }

    private record Opened(int index, String name, PackageReader reader) {}

    private record Found(Opened part, Form form) {}

    private final PackageLimits limits;
    private final List<Opened> opened = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final Map<Integer, PackageRefusedException> refusals = new TreeMap<>();
    private final Map<Integer, PackageRefusedException> withoutForm = new TreeMap<>();

    private Delivery(PackageLimits limits) {
        this.limits = limits;
    }

    /** Opens the files of a delivery. */
    public static Delivery open(List<Part> parts, PackageLimits limits) throws IOException {
        Delivery delivery = new Delivery(limits);
        try {
            for (int i = 0; i < parts.size(); i++) {
                delivery.add(i, parts.get(i));
            }
            delivery.settle();
            return delivery;
        } catch (IOException | RuntimeException e) {
            delivery.close();
            throw e;
        }
    }

    /** A package that is open already, on its own. */
    static Delivery of(PackageReader reader, PackageLimits limits) throws IOException {
        Delivery delivery = new Delivery(limits);
        Opened part = new Opened(0, "", reader);
        delivery.opened.add(part);
        for (Form form : new FormReader(reader, limits).read()) {
            delivery.found.add(new Found(part, form));
        }
        return delivery;
    }

    /** Whether there is a form among the files that were taken. */
    public boolean hasForm() {
        return !found.isEmpty();
    }

    /** Why there is none. */
    public PackageRefusedException formMissing() {
        return withoutForm.values().stream().findFirst().orElseGet(FormRefusals::missing);
    }

    /** The files that were not taken, by their place in the delivery. */
    public Map<Integer, PackageRefusedException> refusals() {
        return Collections.unmodifiableMap(refusals);
    }

    /** All files that were taken, as one package. */
    public PackageReader reader() {
        return PackageReader.together(opened.stream().map(Opened::reader).toList());
    }

    /** The forms in the order of the files, each row with the workbook it stands in. */
    List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int before = 0;
        for (Found each : found) {
            forms.add(each.form().in(name(each, names), before, found.size() > 1));
            before += each.form().last();
        }
        return forms;
    }

    /** The workbook's own name, and more where that leaves it open which one is meant. */
    private static String name(Found found, Set<String> taken) {
        String own = found.form().entry().fileName();
        String full = found.part().name() + "/" + own;
        String name = taken.contains(own) && !found.part().name().equals(own) ? full : own;
        for (int i = 2; !taken.add(name); i++) {
            name = own + "（" + i + "）";
        }
        return name;
    }

    private void add(int index, Part part) throws IOException {
        try {
            PackageReader reader = UploadedFile.open(part.name(), part.content().open(), limits);
            opened.add(new Opened(index, part.name(), reader));
            requireRoom();
            readForms(opened.getLast());
        } catch (PackageRefusedException e) {
            refuse(index, e);
        }
    }

    private void requireRoom() throws PackageRefusedException {
        int entries =
                opened.stream().mapToInt(part -> part.reader().entries().size()).sum();
        var refusal = limits.refusalTogether(entries);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private void readForms(Opened part) throws IOException {
        try {
            for (Form form : new FormReader(part.reader(), limits).read()) {
                if (found.stream().noneMatch(earlier -> form.isCopyOf(earlier.form()))) {
                    requireRoom(form);
                    found.add(new Found(part, form));
                }
            }
        } catch (PackageRefusedException e) {
            if (!FormReader.mayBeWithoutForm(e) || !holdsPapers(part.reader())) {
                throw e;
            }
            withoutForm.put(part.index(), e);
        }
    }

    private void requireRoom(Form form) throws PackageRefusedException {
        int rows = form.rows().size()
                + found.stream().mapToInt(f -> f.form().rows().size()).sum();
        if (rows > limits.maxRows()) {
            throw FormRefusals.tooManyRowsTogether(form.entry(), limits.maxRows());
        }
    }

    private static boolean holdsPapers(PackageReader reader) {
        return reader.entries().stream().anyMatch(entry -> !(FileRoles.of(entry) instanceof FileRole.Unknown));
    }

    /** What was perhaps no form was meant as one after all when there is no other. */
    private void settle() throws IOException {
        if (found.isEmpty()) {
            for (Map.Entry<Integer, PackageRefusedException> each : List.copyOf(withoutForm.entrySet())) {
                if (!each.getValue().code().equals("form-missing")) {
                    refuse(each.getKey(), each.getValue());
                }
            }
        }
    }

    /** @throws PackageRefusedException when none of the files could be taken, with the reason of the first */
    public void requireAny() throws PackageRefusedException {
        if (opened.isEmpty()) {
            throw refusals.values().iterator().next();
        }
    }

    private void refuse(int index, PackageRefusedException reason) throws IOException {
        refusals.put(index, reason);
        withoutForm.remove(index);
        found.removeIf(each -> each.part().index() == index);
        Opened part = remove(index);
        if (part != null) {
            part.reader().close();
        }
    }

    private @Nullable Opened remove(int index) {
        for (Opened part : opened) {
            if (part.index() == index) {
                opened.remove(part);
                return part;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        for (Opened part : opened) {
            part.reader().close();
        }
    }
}
