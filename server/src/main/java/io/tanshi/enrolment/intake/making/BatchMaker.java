package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.form.Column;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one package; the same plan gives the same bytes. */
public final class BatchMaker {

    private static final int FIRST_ROW = 4;
    private static final double MOST_FAULTY = 0.6;
    private static final double USUALLY_FAULTY = 0.22;

    private final BatchPlan plan;
    private final Dice dice;
    private final PeopleMaker people;
    private final @Nullable FilledPictures filled;
    private int scanBytes;
    private @Nullable PaperMaker papers;

    public BatchMaker(BatchPlan plan) {
        this(plan, null);
    }

    private BatchMaker(BatchPlan plan, @Nullable FilledPictures filled) {
        this.plan = plan;
        this.filled = filled;
        this.dice = new Dice(plan.seed());
        this.people = new PeopleMaker(plan, dice);
    }

    /** Makes packages whose pictures have about that size in bytes each, as institutions send them. */
    public static BatchMaker filling(BatchPlan plan, int bytesEach) {
        return new BatchMaker(plan, new FilledPictures(bytesEach));
    }

    /** Makes packages whose scans can be read and are as heavy as those of an office scanner. */
    public static BatchMaker heavy(BatchPlan plan, int bytesEach) {
        BatchMaker maker = new BatchMaker(plan);
        maker.scanBytes = bytesEach;
        return maker;
    }

    /** Writes the workbook alone. */
    public void makeForm(Path workbook) throws IOException {
        Files.write(
                workbook,
                PackageZip.workbook(FormMaker.sheet(drafts()).parts(plan.shape().strings())));
    }

    /**
     * Writes the zip.
     *
     * @return what the check should say of it
     */
    public MadeBatch make(Path zip) throws IOException {
        List<Draft> drafts = drafts();
        Places places = new Places(plan.shape().layout(), drafts.size());
        String orphan = plan.faults().contains(Fault.ORPHAN_PHOTO) ? orphanTag() : "";
        int photos;
        try (PackageZip out = new PackageZip(zip, plan.shape().names())) {
            out.add(
                    places.form(),
                    PackageZip.workbook(
                            FormMaker.sheet(drafts).parts(plan.shape().strings())));
            photos = files(out, places, drafts, orphan);
            leftovers(out, places);
        }
        return new MadeBatch(plan, drafts, places.declaresHeads() ? drafts.size() : null, photos, orphan);
    }

    private List<Draft> drafts() {
        List<List<Draft>> groups = faulty();
        int room = plan.people() - groups.stream().mapToInt(List::size).sum();
        for (int i = 0; i < room; i++) {
            groups.add(List.of(people.person()));
        }
        List<Draft> drafts = spread(groups);
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).row = FIRST_ROW + i;
            drafts.get(i).cell(Column.NUMBER, "" + (i + 1));
        }
        return drafts;
    }

    /** Each fault once, in an order that the seed chooses, then again until about a fifth of the people are faulty. */
    private List<List<Draft>> faulty() {
        List<Fault> wanted = new ArrayList<>(plan.faults().stream()
                .filter(fault -> !fault.isOfPackage())
                .sorted()
                .toList());
        List<List<Draft>> groups = new ArrayList<>();
        if (wanted.isEmpty()) {
            return groups;
        }
        dice.shuffle(wanted);
        FaultMaker maker = new FaultMaker(plan, dice, people);
        int most = (int) Math.max(wanted.getFirst().people(), plan.people() * MOST_FAULTY);
        int usual = (int) (plan.people() * USUALLY_FAULTY);
        int used = 0;
        for (int i = 0; i < wanted.size() || used < usual; i++) {
            Fault fault = wanted.get(i % wanted.size());
            if (used + fault.people() > Math.min(most, plan.people())) {
                break;
            }
            groups.add(maker.make(fault));
            used += fault.people();
        }
        return groups;
    }

    /** Shuffles, keeping the order inside a group: a duplicate comes after the row it repeats. */
    private List<Draft> spread(List<List<Draft>> groups) {
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Draft _ : groups.get(i)) {
                slots.add(i);
            }
        }
        dice.shuffle(slots);
        int[] next = new int[groups.size()];
        return slots.stream().map(slot -> groups.get(slot).get(next[slot]++)).toList();
    }

    private String orphanTag() {
        Draft stranger = people.person();
        return stranger.photoTag() + ".jpg";
    }

    private int files(PackageZip out, Places places, List<Draft> drafts, String orphan) throws IOException {
        Set<String> written = new HashSet<>();
        for (Draft draft : drafts) {
            PhotoStyle photo = draft.photo;
            String path = places.photoFolder() + draft.photoTag() + ".jpg";
            if (photo != null && written.add(path)) {
                out.add(path, picture(photo));
            }
            for (Material kind : draft.papers) {
                out.add(places.paper(kind, draft.tag()), paper(kind, draft));
            }
        }
        if (!orphan.isEmpty() && written.add(places.photoFolder() + orphan)) {
            PhotoStyle stranger = new PhotoStyle(plan.seed(), new Color(67, 142, 219), PhotoStyle.Defect.NONE);
            out.add(places.photoFolder() + orphan, PhotoMaker.make(stranger));
        }
        return written.size();
    }

    private byte[] paper(Material kind, Draft draft) throws IOException {
        if (filled != null) {
            return filled.scan();
        }
        if (papers == null) {
            papers = new PaperMaker();
        }
        byte[] paper = papers.make(kind, draft);
        return scanBytes == 0 ? paper : Jpegs.padded(paper, scanBytes, dice);
    }

    private byte[] picture(PhotoStyle photo) throws IOException {
        return filled == null || photo.defect() != PhotoStyle.Defect.NONE
                ? PhotoMaker.make(photo)
                : filled.photo(photo);
    }

    private void leftovers(PackageZip out, Places places) throws IOException {
        byte[] nothing = "x".getBytes(StandardCharsets.US_ASCII);
        if (plan.faults().contains(Fault.JUNK)) {
            out.add(places.photoFolder() + "Thumbs.db", nothing);
            out.add("__MACOSX/._" + FormMaker.FILE_NAME, nothing);
        }
        if (plan.faults().contains(Fault.UNSAFE)) {
            out.add("../../etc/cron.d/tanshi", nothing);
        }
    }
}
