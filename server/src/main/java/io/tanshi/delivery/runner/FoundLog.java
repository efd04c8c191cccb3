package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found on a candidate's machine, beside the server's log.
 *
 * @param fresh everything the server does not have, in the order of the numbers
 * @param following of these, what follows the head without a gap
 * @param branched of these, what was answered on that machine while the log went on from another one
 * @param conflicts items that were changed on both sides after the two parted
 */
record FoundLog(List<LogEntry> fresh, List<LogEntry> following, List<LogEntry> branched, Set<ItemVersionId> conflicts) {

    /** @throws Problem {@code delivery/emergency-broken-chain} when an entry follows neither on the log nor on another */
    static FoundLog sort(AttemptId attempt, List<LogEntry> found, List<LogEntry> log) {
        Set<String> seen = new HashSet<>();
        List<LogEntry> fresh = found.stream()
                .filter(entry -> !isKnown(entry, log) && seen.add(HexFormat.of().formatHex(entry.hash())))
                .sorted(Comparator.comparingLong(LogEntry::seq))
                .toList();
        verify(attempt, fresh, log);
        List<LogEntry> following = following(attempt, fresh, log);
        Set<LogEntry> next = Collections.newSetFromMap(new IdentityHashMap<>());
        next.addAll(following);
        List<LogEntry> branched =
                fresh.stream().filter(entry -> !next.contains(entry)).toList();
        return new FoundLog(fresh, following, branched, conflicts(branched, log));
    }

    private static boolean isKnown(LogEntry entry, List<LogEntry> log) {
        return entry.seq() <= log.size()
                && Arrays.equals(log.get((int) entry.seq() - 1).hash(), entry.hash());
    }

    private static void verify(AttemptId attempt, List<LogEntry> fresh, List<LogEntry> log) {
        Map<Long, List<byte[]>> heads = new HashMap<>();
        for (LogEntry entry : fresh) {
            List<byte[]> before = new ArrayList<>(heads.getOrDefault(entry.seq() - 1, List.of()));
            if (entry.seq() - 1 <= log.size()) {
                before.add(hashAt(attempt, log, entry.seq() - 1));
            }
            if (before.stream().noneMatch(hash -> follows(hash, entry))) {
                throw Problem.of(
                        DeliveryError.EMERGENCY_BROKEN_CHAIN,
                        "文件中第 " + entry.seq() + " 条作答与前一条的校验值不相接，整份文件没有收下。请到那台考试机上重新保存一份；若仍不行，保留文件并写入考场情况记录。");
            }
            heads.computeIfAbsent(entry.seq(), _ -> new ArrayList<>()).add(entry.hash());
        }
    }

    private static List<LogEntry> following(AttemptId attempt, List<LogEntry> fresh, List<LogEntry> log) {
        List<LogEntry> chain = new ArrayList<>();
        byte[] head = hashAt(attempt, log, log.size());
        for (LogEntry entry : fresh) {
            if (entry.seq() == log.size() + chain.size() + 1L && follows(head, entry)) {
                chain.add(entry);
                head = entry.hash();
            }
        }
        return chain;
    }

    private static Set<ItemVersionId> conflicts(List<LogEntry> branched, List<LogEntry> log) {
        if (branched.isEmpty()) {
            return Set.of();
        }
        Set<ItemVersionId> here = new HashSet<>();
        branched.forEach(entry -> here.add(entry.item()));
        Set<ItemVersionId> there = new HashSet<>();
        log.stream().skip(branched.getFirst().seq() - 1).forEach(entry -> there.add(entry.item()));
        here.retainAll(there);
        return here;
    }

    /** What a person may let in: given in time, and not overtaken by a later act on the same item. */
    List<LogEntry> admissible(List<LogEntry> log, Instant deadline) {
        Map<String, Long> latest = new HashMap<>();
        log.forEach(entry -> latest.merge(place(entry), entry.givenAtMillis(), Math::max));
        List<LogEntry> admitted = new ArrayList<>(following);
        branched.stream()
                .filter(entry -> entry.givenAtMillis() > latest.getOrDefault(place(entry), Long.MIN_VALUE))
                .forEach(admitted::add);
        admitted.removeIf(entry -> entry.givenAt().isAfter(deadline));
        return admitted;
    }

    private static String place(LogEntry entry) {
        return entry.item() + (entry.response() == null ? "F" : "A");
    }

    /** Entries one after the other upon that head; what is from another branch gets its number and its hash anew. */
    static List<LogEntry> chained(Attempt.Head head, List<LogEntry> entries) {
        List<LogEntry> chain = new ArrayList<>();
        byte[] before = head.hash();
        for (LogEntry entry : entries) {
            LogEntry open = new LogEntry(
                    head.seq() + chain.size() + 1,
                    entry.item(),
                    entry.response(),
                    entry.flagged(),
                    entry.givenAtMillis(),
                    before);
            before = Chain.next(before, open);
            chain.add(new LogEntry(
                    open.seq(), open.item(), open.response(), open.flagged(), open.givenAtMillis(), before));
        }
        return chain;
    }

    private static boolean follows(byte[] before, LogEntry entry) {
        return Arrays.equals(Chain.next(before, entry), entry.hash());
    }

    private static byte[] hashAt(AttemptId attempt, List<LogEntry> log, long seq) {
        return seq == 0 ? Chain.start(attempt) : log.get((int) seq - 1).hash();
    }
}
