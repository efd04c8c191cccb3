package io.tanshi.enrolment.review;

import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.review.MadeQueue.Made;
import io.tanshi.enrolment.review.QueueFilter.Due;
import io.tanshi.enrolment.review.QueueFilter.Share;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Ticker;
import io.tanshi.platform.cli.Console;
import io.tanshi.programme.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./tanshi bench queue}: what a page, a filter and a search of a large queue cost at the server. */
@Component
@Profile("bench-queue")
class QueueBench {

    private static final int WARM_UP = 8;
    private static final int RUNS = 40;
    private static final int PAGE = 50;
    private static final double MILLI = 1e6;

    private final QueuePages queue;
    private final MadeQueue maker;
    private final Ticker ticker;
    private final JsonMapper json;
    private final int applications;
    private final CurrentAccount me = new CurrentAccount(AccountId.next(), "测量员", Set.of(Role.REVIEWER), null, null);

    QueueBench(
            QueuePages queue,
            MadeQueue maker,
            Ticker ticker,
            JsonMapper json,
            @Value("${tanshi.bench.applications:100000}") int applications) {
        this.queue = queue;
        this.maker = maker;
        this.ticker = ticker;
        this.json = json;
        this.applications = applications;
    }

    /** The last line printed holds the figures for {@code etc/bench.mjs}. */
    @EventListener(ApplicationReadyEvent.class)
    void measure() {
        Console console = Console.system();
        Made made = maker.make(applications, me, console);
        maker.settle();
        console.out().println("MEASURING");
        List<Map<String, Object>> cases = new ArrayList<>();
        requests(made).forEach((name, request) -> cases.add(measure(name, request)));
        console.out()
                .println("BENCH "
                        + json.writeValueAsString(Map.of(
                                "open", made.open(), "requests", cases.size() * (WARM_UP + RUNS), "cases", cases)));
    }

    private record Request(QueueFilter filter, String text, int page) {}

    private Map<String, Request> requests(Made made) {
        Map<String, Request> all = new LinkedHashMap<>();
        int last = made.open() / PAGE;
        all.put("page 1", new Request(filter(Share.ALL, Due.ANY, null, null), "", 0));
        all.put("page " + last / 2, new Request(filter(Share.ALL, Due.ANY, null, null), "", last / 2));
        all.put("page " + last + " (last)", new Request(filter(Share.ALL, Due.ANY, null, null), "", last - 1));
        all.put("filter: unclaimed", new Request(filter(Share.UNCLAIMED, Due.ANY, null, null), "", 0));
        all.put("filter: mine", new Request(filter(Share.MINE, Due.ANY, null, null), "", 0));
        all.put("filter: returned", new Request(filter(Share.RETURNED, Due.ANY, null, null), "", 0));
        all.put("filter: overdue", new Request(filter(Share.ALL, Due.OVERDUE, null, null), "", 0));
        all.put(
                "filter: senior, to be ruled on",
                new Request(filter(Share.ALL, Due.ANY, Level.SENIOR, Verdict.NEEDS_RULING), "", 0));
        all.put(
                "filter: one institution, page 10",
                new Request(new QueueFilter(Share.ALL, Due.ANY, null, made.institution(), null), "", 10));
        all.put("search: two characters", new Request(filter(Share.ALL, Due.ANY, null, null), made.twoCharacters(), 0));
        all.put("search: a surname", new Request(filter(Share.ALL, Due.ANY, null, null), made.surname(), 0));
        all.put("search: whole number", new Request(filter(Share.ALL, Due.ANY, null, null), made.number(), 0));
        all.put(
                "search: last four",
                new Request(
                        filter(Share.ALL, Due.ANY, null, null), made.number().substring(14), 0));
        all.put("search: nobody", new Request(filter(Share.ALL, Due.ANY, null, null), "查无此人", 0));
        return all;
    }

    private static QueueFilter filter(Share share, Due due, @Nullable Level level, @Nullable Verdict verdict) {
        return new QueueFilter(share, due, level, null, verdict);
    }

    private Map<String, Object> measure(String name, Request request) {
        for (int i = 0; i < WARM_UP; i++) {
            once(request);
        }
        double[] millis = new double[RUNS];
        int rows = 0;
        for (int i = 0; i < RUNS; i++) {
            long began = ticker.nanos();
            rows = once(request);
            millis[i] = (ticker.nanos() - began) / MILLI;
        }
        Arrays.sort(millis);
        return Map.of(
                "case", name,
                "rows", rows,
                "p50", rounded(millis[RUNS / 2]),
                "p95", rounded(millis[RUNS * 95 / 100]),
                "max", rounded(millis[RUNS - 1]));
    }

    /** As the handler does it, the answer written out included. */
    private int once(Request request) {
        var page = queue.queue(request.filter(), request.text(), request.page(), PAGE, me);
        if (json.writeValueAsBytes(page).length == 0) {
            throw new IllegalStateException("An empty answer");
        }
        return page.items().items().size();
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
